package dev.ilana.cli.code;

import dev.ilana.cli.console.CommandFailedException;
import dev.ilana.schema.migrate.Migration;
import dev.ilana.schema.migrate.SqlMigration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds migrations, as sources in directories and as classes and {@code .sql} files in places, and makes one of each.
 *
 * @param inside the directories of a place that have {@code .sql} files
 */
record MigrationFinder(CodeLoader code, List<Path> directories, List<Path> inside) {

    /**
     * The migrations found; one that is there both as source and as class is taken from its source.
     *
     * @param needed whether it is a mistake when there is none
     * @throws CommandFailedException when there is none but should be, or one can't be compiled or made
     */
    List<Migration> find(boolean needed) {
        List<Path> own = code.classpath().own();
        List<Path> compiled = code.compiled(directories, "migrations", List.of(), List.of());
        ClassLoader loader = code.loader(compiled);
        Set<String> names = new TreeSet<>(ClassTree.each(own, tree -> tree.migrations(Migration.class)));
        // Here every migration counts: one with a bad name must be refused, not passed over.
        ClassTree.each(compiled, ClassTree::topLevel).stream()
                .filter(name -> CodeLoader.isMade(CodeLoader.load(name, loader), Migration.class))
                .forEach(names::add);
        List<Migration> migrations = new ArrayList<>();
        directories.forEach(directory -> migrations.addAll(SqlFiles.in(directory)));
        migrations.addAll(sqlIn(own));
        names.forEach(name -> migrations.add(made(name, loader)));
        if (needed && migrations.isEmpty()) {
            throw new CommandFailedException(nothingFound());
        }
        return migrations;
    }

    /** How many there are in these places, as far as names tell. */
    int count(List<Path> entries) {
        return ClassTree.each(entries, tree -> tree.migrations(Migration.class)).size()
                + sqlIn(entries).size();
    }

    private List<SqlMigration> sqlIn(List<Path> entries) {
        List<SqlMigration> migrations = new ArrayList<>();
        for (Path entry : entries) {
            inside.forEach(directory -> migrations.addAll(new ClassTree(entry).inside(directory, SqlFiles::in)));
        }
        return migrations;
    }

    private static Migration made(String name, ClassLoader loader) {
        Class<?> type = CodeLoader.load(name, loader);
        if (!CodeLoader.isMade(type, Migration.class)) {
            throw new CommandFailedException(
                    name + " is named like a migration, but is no class that implements " + Migration.class.getName());
        }
        return CodeLoader.made(type.asSubclass(Migration.class), "migration");
    }

    private String nothingFound() {
        String places = code.places().stream().map(CodePlace::name).collect(Collectors.joining(", "));
        return "no migrations found; looked for .java and .sql files in " + SearchedPlaces.words(directories)
                + (places.isEmpty()
                        ? ", and no --classpath was given"
                        : ", and for classes named like M20261121_093000_CreateUsersTable in " + places);
    }
}
