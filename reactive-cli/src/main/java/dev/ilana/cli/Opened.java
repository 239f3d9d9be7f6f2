package dev.ilana.cli;

import dev.ilana.connection.Database;
import dev.ilana.schema.migrate.Migrator;
import dev.ilana.schema.migrate.MigratorSettings;

/** The database that a command has open, and what it works with. */
record Opened(Database database, Migrator migrator, MigratorSettings settings, Console console) {}
