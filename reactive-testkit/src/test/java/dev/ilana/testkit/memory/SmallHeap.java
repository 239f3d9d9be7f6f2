package dev.ilana.testkit.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.TestDatabase;
import dev.ilana.testkit.database.TestServers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program in a JVM of its own that ends with its first {@code OutOfMemoryError}.
 *
 * @param directory for its output, and for the files of H2
 */
record SmallHeap(int megabytes, Duration patience, Path directory) {

    /** What the program says on an empty database, whose URL is its first argument; it ended well and in time. */
    List<String> run(Class<?> program, DatabaseKind kind, Object... arguments)
            throws IOException, InterruptedException {
        if (kind == DatabaseKind.H2) {
            return run(program, "h2:file:" + directory.resolve("memory"), arguments);
        }
        try (TestDatabase database = TestServers.require(kind).createDatabase("memory")) {
            return run(program, database.url(), arguments);
        }
    }

    private List<String> run(Class<?> program, String url, Object... arguments)
            throws IOException, InterruptedException {
        Path output = directory.resolve("output");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + megabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:+ExitOnOutOfMemoryError",
                "-classpath",
                System.getProperty("java.class.path"),
                program.getName(),
                url));
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
        process.destroyForcibly();
        List<String> lines = Files.readAllLines(output, StandardCharsets.UTF_8);
        assertThat(ended).as("ended in time: %s", lines).isTrue();
        assertThat(process.exitValue()).as("exit code: %s", lines).isZero();
        return lines;
    }
}
