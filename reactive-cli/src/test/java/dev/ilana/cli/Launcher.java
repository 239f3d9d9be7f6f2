package dev.ilana.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs the launcher script as a shell does: as a process, in a directory and with an environment of its own. */
record Launcher(Path script, Path directory, Map<String, String> environment) {

    /** A build in the background ignores interrupts, and its children inherit that. */
    private static final List<String> INTERRUPTIBLE =
            System.getProperty("os.name").equals("Linux") ? List.of("env", "--default-signal=INT") : List.of();

    /** The one in the source tree, which takes the jar that the build has just made. */
    static final Path SCRIPT = Path.of("bin", "ilana-r").toAbsolutePath();

    private static final long SECONDS = 60;

    // The first would be a default of --url; a JVM says on standard error that it has read the others.
    static final List<String> NOT_INHERITED =
            List.of("DB_URL", "ILANA_ENV", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "_JAVA_OPTIONS");

    record Outcome(int exitCode, String out, String err) {}

    static Launcher in(Path directory) {
        return new Launcher(SCRIPT, directory, Map.of("JAVA_HOME", System.getProperty("java.home")));
    }

    Launcher calledAs(Path otherScript) {
        return new Launcher(otherScript, directory, environment);
    }

    Launcher with(String variable, String value) {
        Map<String, String> more = new HashMap<>(environment);
        more.put(variable, value);
        return new Launcher(script, directory, more);
    }

    /** Started and left running; what it says is dropped. */
    Process start(String... arguments) throws IOException {
        return builder(arguments)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private ProcessBuilder builder(String... arguments) {
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(
                                Stream.concat(INTERRUPTIBLE.stream(), Stream.of(script.toString())),
                                Stream.of(arguments))
                        .toList())
                .directory(directory.toFile());
        NOT_INHERITED.forEach(builder.environment()::remove);
        builder.environment().putAll(environment);
        return builder;
    }

    Outcome run(String... arguments) throws IOException, InterruptedException {
        // Files and no pipes: a full pipe would stop the process.
        Path out = Files.createTempFile("ilana-r", ".out");
        Path err = Files.createTempFile("ilana-r", ".err");
        try {
            ProcessBuilder builder =
                    builder(arguments).redirectOutput(out.toFile()).redirectError(err.toFile());
            int exitCode = exitCode(builder.start());
            return new Outcome(exitCode, Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private static int exitCode(Process process) throws InterruptedException {
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("ilana-r did not end within " + SECONDS + " s");
        }
        return process.exitValue();
    }
}
