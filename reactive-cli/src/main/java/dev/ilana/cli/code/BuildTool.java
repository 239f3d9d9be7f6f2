package dev.ilana.cli.code;

import dev.ilana.cli.console.CommandFailedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What compiles a project and knows what its classes need. */
abstract sealed class BuildTool permits Maven, Gradle {

    /** Some say them to a file too. */
    private static final Pattern COLOURS = Pattern.compile("\u001B\\[[\\d;]*m");

    /** How much of what the tool says is shown when it fails. */
    private static final int LINES = 30;

    private final String title;
    private final String command;
    private final String ending;
    private final List<String> files;
    private final List<String> classes;

    /**
     * @param ending of the command on Windows
     * @param files by which a directory is known as a project of it
     * @param classes where it puts what it compiles, if nothing else is said to it
     */
    BuildTool(String title, String command, String ending, List<String> files, List<String> classes) {
        this.title = title;
        this.command = command;
        this.ending = ending;
        this.files = files;
        this.classes = classes;
    }

    /** That of the project in the directory. */
    static Optional<BuildTool> of(Path directory) {
        return Stream.<BuildTool>of(new Maven(), new Gradle())
                .filter(tool -> tool.files.stream().anyMatch(file -> Files.exists(directory.resolve(file))))
                .findFirst();
    }

    /** So that it compiles the project, and writes what its classes need into that file. */
    abstract List<String> arguments(Path answer);

    String title() {
        return title;
    }

    List<String> classes() {
        return classes;
    }

    /** @throws CommandFailedException with the end of what the tool said, when it fails */
    void compile(Path directory, Path answer) {
        List<String> line = new ArrayList<>(List.of(executable(directory)));
        line.addAll(arguments(answer));
        try {
            Process process = new ProcessBuilder(line)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new CommandFailedException("the " + title + " project in " + directory + " does not compile:"
                        + System.lineSeparator() + end(said));
            }
        } catch (IOException e) {
            throw new CommandFailedException(
                    "can't run " + line.get(0) + " to compile the " + title + " project in " + directory + ": "
                            + e.getMessage() + "; give what is compiled by --classpath",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailedException("interrupted while " + title + " was compiling", e);
        }
    }

    /** The project's own, of the version that it wants, else that of the machine. */
    private String executable(Path directory) {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
        for (Path at = directory; at != null; at = at.getParent()) {
            Path wrapper = at.resolve(command + "w" + (windows ? ending : ""));
            if (Files.isExecutable(wrapper)) {
                return wrapper.toString();
            }
        }
        return command + (windows ? ending : "");
    }

    private static String end(String said) {
        List<String> lines = COLOURS.matcher(said)
                .replaceAll("")
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
        return lines.subList(Math.max(0, lines.size() - LINES), lines.size()).stream()
                .collect(Collectors.joining(System.lineSeparator()));
    }
}
