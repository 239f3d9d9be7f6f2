package dev.ilana.cli;

import dev.ilana.schema.migrate.InvalidMigrationNameException;
import dev.ilana.schema.migrate.MigrationName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ParameterException;

/** A migration that is to be written, into the first directory of migrations, after all that are there. */
record NewMigration(MigrationName name, Path file) {

    /**
     * The one of that name, which has a time before it unless it is whole.
     *
     * @throws ParameterException when it can't be the name of a migration
     * @throws CommandFailedException when there is a file of the name
     */
    static NewMigration of(String title, CommonOptions options) {
        MigrationName name = name(title, options);
        Path file = options.directories().get(0).resolve(name + ".java");
        new TextFile(file).requireNew("give the migration another name");
        return new NewMigration(name, file);
    }

    /**
     * The one that creates that table.
     *
     * @throws ParameterException when a migration can't be called after the table
     * @throws CommandFailedException when one is called so
     */
    static NewMigration creating(String table, CommonOptions options) {
        NewMigration migration = of("create_" + table + "_table", options);
        String title = title(migration.name);
        for (MigrationName other : names(options)) {
            if (title(other).equals(title)) {
                throw new CommandFailedException(
                        "the migration " + other + " creates " + table + " already; leave this one out");
            }
        }
        return migration;
    }

    private static MigrationName name(String title, CommonOptions options) {
        try {
            return MigrationName.isName(title)
                    ? new MigrationName(title)
                    : MigrationName.next(title, Instant.now(), names(options));
        } catch (InvalidMigrationNameException e) {
            throw new ParameterException(
                    options.console().commandLine(),
                    "NAME is of letters, digits and _, such as AddPosts, not " + title,
                    e);
        }
    }

    private static List<MigrationName> names(CommonOptions options) {
        return options.migrationFiles().stream()
                .flatMap(files -> files.names().stream())
                .toList();
    }

    /** What comes after the time. */
    private static String title(MigrationName name) {
        return name.value().split("_", 3)[2];
    }

    /** The name of its class, for a stub. */
    Map<String, String> values() {
        return Map.of("class", name.value());
    }

    MadeFile of(String source) {
        return MadeFile.of(name, file, source);
    }
}
