package dev.ilana.examples.benchmark;

import dev.ilana.testkit.database.DatabaseKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What a run was asked for. */
record Arguments(Scale scale, DatabaseKind database, Part part) {

    static final Path DIRECTORY = Path.of("target", "benchmark");

    private static final List<DatabaseKind> DATABASES = List.of(DatabaseKind.POSTGRESQL, DatabaseKind.MARIADB);

    /**
     * Of words: first {@code quick} or {@code full}, full without any; then a database, PostgreSQL without; then names of
     * contestants and workloads, also several at a comma. Empty ones say nothing.
     *
     * @throws IllegalArgumentException when there is none of a name
     */
    static Arguments of(List<String> words) {
        List<String> names = new ArrayList<>(words.stream()
                .flatMap(word -> Arrays.stream(word.split(",", -1)))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList());
        Scale scale = names.isEmpty() ? Scale.FULL : Scale.named(names.remove(0));
        List<DatabaseKind> databases =
                DATABASES.stream().filter(kind -> names.remove(name(kind))).toList();
        return new Arguments(
                scale, databases.isEmpty() ? DatabaseKind.POSTGRESQL : databases.get(0), Part.named(names));
    }

    private static String name(DatabaseKind database) {
        return database.name().toLowerCase(Locale.ROOT);
    }

    /** Where the results go: PostgreSQL's lie beside the directories of the others. */
    Path directory() {
        return database == DatabaseKind.POSTGRESQL ? DIRECTORY : DIRECTORY.resolve(name(database));
    }
}
