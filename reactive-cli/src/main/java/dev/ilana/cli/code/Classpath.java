package dev.ilana.cli.code;

import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Jars and directories of classes.
 *
 * @param own in which migrations, seeders and models are looked for
 * @param libraries what those need
 */
public record Classpath(List<Path> own, List<Path> libraries) {

    static final Classpath EMPTY = new Classpath(List.of(), List.of());

    Classpath and(Classpath other) {
        return new Classpath(joined(own, other.own), joined(libraries, other.libraries));
    }

    List<Path> all() {
        return joined(own, libraries);
    }

    static <T> List<T> joined(List<? extends T> first, List<? extends T> second) {
        return Stream.<T>concat(first.stream(), second.stream()).toList();
    }

    /** With that of the library behind, against which all code of a project is compiled. */
    public static List<Path> withLibrary(List<Path> entries) {
        return joined(entries, entries(System.getProperty("java.class.path", "")));
    }

    /** As java takes it. */
    public static String text(List<Path> entries) {
        return entries.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    /** What {@link #text} makes, or a person writes. */
    public static List<Path> entries(String text) {
        return Arrays.stream(text.split(File.pathSeparator, -1))
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .toList();
    }
}
