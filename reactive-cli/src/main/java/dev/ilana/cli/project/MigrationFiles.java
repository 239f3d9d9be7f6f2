package dev.ilana.cli.project;

import dev.ilana.cli.console.CommandFailedException;
import dev.ilana.schema.migrate.MigrationName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The files of migrations in a directory and those below it, by the migration's name. */
public record MigrationFiles(Path directory) {

    private static final List<String> ENDINGS = List.of(".java", ".sql", ".up.sql", ".down.sql");

    /**
     * The names of its migrations, each once.
     *
     * @throws CommandFailedException when the directory can't be read
     */
    public Set<MigrationName> names() {
        Set<MigrationName> names = new TreeSet<>();
        new FileTree(directory)
                .files().stream()
                        .map(file -> String.valueOf(file.getFileName()))
                        .flatMap(file -> ENDINGS.stream()
                                .filter(file::endsWith)
                                .map(ending -> file.substring(0, file.length() - ending.length())))
                        .filter(MigrationName::isName)
                        .forEach(name -> names.add(new MigrationName(name)));
        return names;
    }

    /**
     * Deletes the files of that migration; gives them, none where it has no file here.
     *
     * @throws CommandFailedException when one can't be deleted
     */
    public List<Path> delete(String migration) {
        Set<String> names =
                Set.copyOf(ENDINGS.stream().map(ending -> migration + ending).toList());
        List<Path> deleted = new ArrayList<>();
        try {
            for (Path file : new FileTree(directory).files()) {
                if (names.contains(String.valueOf(file.getFileName()))) {
                    Files.delete(file);
                    deleted.add(file);
                }
            }
        } catch (IOException e) {
            throw new CommandFailedException("can't delete the files of " + migration + ": " + e.getMessage(), e);
        }
        return deleted;
    }
}
