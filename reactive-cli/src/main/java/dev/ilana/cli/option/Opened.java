package dev.ilana.cli.option;

import dev.ilana.cli.code.ProjectCode;
import dev.ilana.cli.console.Console;
import dev.ilana.connection.Database;
import dev.ilana.schema.diff.SchemaDiff;
import dev.ilana.schema.migrate.Migrator;
import dev.ilana.schema.migrate.MigratorSettings;
import dev.ilana.schema.migrate.OwnTables;

/** The database that a command has open, and what it works with. */
public record Opened(
        Database database, Migrator migrator, MigratorSettings settings, ProjectCode code, Console console) {

    /** The diff, which does not look at the tables of the library. */
    public SchemaDiff notOwn(SchemaDiff diff) {
        return diff.ignoring(OwnTables.of(settings).toArray(String[]::new));
    }
}
