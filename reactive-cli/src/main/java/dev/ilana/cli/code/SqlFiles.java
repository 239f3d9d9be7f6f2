package dev.ilana.cli.code;

import dev.ilana.cli.console.CommandFailedException;
import dev.ilana.cli.project.FileTree;
import dev.ilana.schema.migrate.SqlMigration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The {@code .sql} files of a directory and those below it: one with both sections, or an {@code .up.sql} and a {@code .down.sql}. */
final class SqlFiles {

    private static final String SQL = ".sql";
    private static final String UP = ".up.sql";
    private static final String DOWN = ".down.sql";

    private SqlFiles() {}

    /**
     * Their migrations.
     *
     * @throws CommandFailedException when one can't be read, or has only the way back
     */
    static List<SqlMigration> in(Path directory) {
        Set<Path> files = new LinkedHashSet<>(new FileTree(directory).files(SQL));
        try {
            List<SqlMigration> migrations = new ArrayList<>();
            for (Path file : files) {
                String name = file.getFileName().toString();
                if (name.endsWith(DOWN)) {
                    require(files, file, name.substring(0, name.length() - DOWN.length()) + UP);
                } else if (name.endsWith(UP)) {
                    migrations.add(pair(files, file, name.substring(0, name.length() - UP.length())));
                } else {
                    migrations.add(SqlMigration.of(name.substring(0, name.length() - SQL.length()), read(file)));
                }
            }
            return migrations;
        } catch (IOException e) {
            throw new CommandFailedException("can't read " + directory + ": " + e.getMessage(), e);
        }
    }

    private static SqlMigration pair(Set<Path> files, Path up, String name) throws IOException {
        Path down = up.resolveSibling(name + DOWN);
        return files.contains(down) ? SqlMigration.of(name, read(up), read(down)) : SqlMigration.of(name, read(up));
    }

    private static void require(Set<Path> files, Path file, String other) {
        if (!files.contains(file.resolveSibling(other))) {
            throw new CommandFailedException(file + " has no " + other + " beside it");
        }
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file);
    }
}
