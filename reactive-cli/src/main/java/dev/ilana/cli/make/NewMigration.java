package dev.ilana.cli.make;

import dev.ilana.cli.console.CommandFailedException;
import dev.ilana.cli.console.UsageException;
import dev.ilana.cli.option.MigrationOptions;
import dev.ilana.cli.project.TextFile;
import dev.ilana.schema.migrate.InvalidMigrationNameException;
import dev.ilana.schema.migrate.MigrationName;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A migration that is to be written, into the first directory of migrations, after all that are there. */
record NewMigration(MigrationName name, Path file) {

    /**
     * The one of that name, which has a time before it unless it is whole.
     *
     * @throws UsageException when it can't be the name of a migration
     * @throws CommandFailedException when there is a file of the name
     */
    static NewMigration of(String title, MigrationOptions migrations) {
        MigrationName name = name(title, migrations);
        Path file = migrations.directory().resolve(name + ".java");
        new TextFile(file).requireNew("give the migration another name");
        return new NewMigration(name, file);
    }

    /**
     * The one that creates that table.
     *
     * @throws UsageException when a migration can't be called after the table
     * @throws CommandFailedException when there is a file of the name
     */
    static NewMigration creating(String table, MigrationOptions migrations) {
        return of("create_" + table + "_table", migrations);
    }

    /** Whether that one is of the same name, but for the time. */
    private boolean isAlso(MigrationName other) {
        return title(other).equals(title(name));
    }

    /** The one that is there already of this name, but for the time; empty where there is none. */
    Optional<MigrationName> already(MigrationOptions migrations) {
        return names(migrations).stream().filter(this::isAlso).findFirst();
    }

    /** One into a directory without any. */
    static NewMigration first(String title, Path directory) {
        MigrationName name = MigrationName.next(title, Instant.now(), List.of());
        return new NewMigration(name, directory.resolve(name + ".java"));
    }

    private static MigrationName name(String title, MigrationOptions migrations) {
        try {
            return MigrationName.isName(title)
                    ? new MigrationName(title)
                    : MigrationName.next(title, Instant.now(), names(migrations));
        } catch (InvalidMigrationNameException e) {
            throw new UsageException("NAME is of letters, digits and _, such as AddPosts, not " + title, e);
        }
    }

    private static List<MigrationName> names(MigrationOptions migrations) {
        return migrations.files().stream()
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
