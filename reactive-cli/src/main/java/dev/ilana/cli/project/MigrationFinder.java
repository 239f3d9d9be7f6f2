package dev.ilana.cli.project;

import dev.ilana.cli.console.CommandFailedException;
import dev.ilana.schema.migrate.Migration;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds migrations, as sources in directories and as classes on a classpath, and makes one of each. */
record MigrationFinder(CodeLoader code, List<Path> directories) {

    /**
     * The migrations found; one that is there both as source and as class is taken from its source.
     *
     * @param needed whether it is a mistake when there is none
     * @throws CommandFailedException when there is none but should be, or one can't be compiled or made
     */
    List<Migration> find(boolean needed) {
        code.requireClasspath();
        List<Path> compiled = code.compiled(directories, "migrations", List.of());
        ClassLoader loader = code.loader(compiled);
        Set<String> names = new TreeSet<>();
        code.classpath().forEach(entry -> names.addAll(ClassNames.ofMigrations(entry)));
        // Here every migration counts: one with a bad name must be refused, not passed over.
        compiled.forEach(entry -> ClassNames.topLevel(entry).stream()
                .filter(name -> CodeLoader.isMade(CodeLoader.load(name, loader), Migration.class))
                .forEach(names::add));
        List<Migration> migrations = new ArrayList<>();
        directories.forEach(directory -> migrations.addAll(SqlFiles.in(directory)));
        names.forEach(name -> migrations.add(made(name, loader)));
        if (needed && migrations.isEmpty()) {
            throw new CommandFailedException(nothingFound());
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
        String entries = code.classpath().stream().map(Path::toString).collect(Collectors.joining(", "));
        return "no migrations found; looked for .java and .sql files in " + SearchedPlaces.words(directories)
                + (entries.isEmpty()
                        ? ", and no --classpath was given"
                        : ", and for classes named like M20261121_093000_CreateUsersTable in " + entries);
    }
}
