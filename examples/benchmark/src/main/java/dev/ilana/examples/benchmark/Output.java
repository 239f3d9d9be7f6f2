package dev.ilana.examples.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Prints what was measured, and writes it as files of a directory. */
final class Output {

    private final Path directory;

    Output(Path directory) {
        this.directory = directory;
    }

    void write(Scale scale, Measured measured) throws IOException {
        String heading = String.format(
                Locale.ROOT,
                "%s, %d rounds on JDK %s, %d cores, which the database shares if it is local.",
                measured.product(),
                scale.rounds(),
                Runtime.version(),
                Runtime.getRuntime().availableProcessors());
        String text = text(heading, measured);
        System.out.println(text);
        Files.createDirectories(directory);
        write("results.txt", text);
        if (!measured.results().isEmpty()) {
            write("results.md", new Markdown(heading, measured.results()).toString());
            write("results.svg", Chart.of(measured.product() + " from the JVM", measured.results()));
        }
        if (!measured.curves().isEmpty()) {
            write("curves.md", heading + "\n\n" + new GrownTables(measured.curves()).markdown());
            write("curves.svg", LineChart.of(measured.product() + " from the JVM: how costs grow", measured.curves()));
        }
    }

    private static String text(String heading, Measured measured) {
        String results = measured.results().isEmpty() ? "" : new Results(measured.results()).toString();
        return Stream.of(heading, results, new GrownTables(measured.curves()).text(), measured.factories())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(System.lineSeparator() + System.lineSeparator()));
    }

    private void write(String file, String content) throws IOException {
        Files.writeString(directory.resolve(file), content);
    }
}
