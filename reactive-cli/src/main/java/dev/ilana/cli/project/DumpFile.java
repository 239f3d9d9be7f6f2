package dev.ilana.cli.project;

import dev.ilana.dialect.Dialect;
import dev.ilana.schema.migrate.dump.SchemaDump;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The file that a dump is kept in: one for each connection and kind of database. */
public record DumpFile(Path path) {

    /** The one beside the directory of the migrations, such as {@code database/schema/postgresql.sql}. */
    public static DumpFile beside(Path migrations, @Nullable String connection, String dialect) {
        String kind = dialect.toLowerCase(Locale.ROOT);
        String name = connection == null ? kind : connection + "." + kind;
        return new DumpFile(migrations.resolveSibling("schema").resolve(name + ".sql"));
    }

    /**
     * The dump; empty when there is no such file.
     *
     * @throws dev.ilana.schema.migrate.dump.InvalidDumpException when it is no dump of that database
     * @throws dev.ilana.cli.console.CommandFailedException when it can't be read
     */
    public Optional<SchemaDump> read(Dialect dialect) {
        if (!Files.isRegularFile(path)) {
            return Optional.empty();
        }
        return Optional.of(SchemaDump.parse(new TextFile(path).read(), dialect));
    }

    /**
     * Writes the dump, and with it the directories that are missing.
     *
     * @throws dev.ilana.cli.console.CommandFailedException when it can't be written
     */
    public void write(SchemaDump dump) {
        new TextFile(path).write(dump.text(), true);
    }
}
