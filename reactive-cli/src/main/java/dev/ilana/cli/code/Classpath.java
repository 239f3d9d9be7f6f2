package dev.ilana.cli.code;

import java.nio.file.Path;
import java.util.List;
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
}
