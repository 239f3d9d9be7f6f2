package dev.ilana.schema.migrate;

/** A migration's class whose name does not say when it comes. */
public final class InvalidMigrationNameException extends MigrationException {

    InvalidMigrationNameException(String name) {
        super("\"" + name
                + "\" is no migration's name; one looks like M20261121_093000_CreateUsersTable: M, the date, the"
                + " time, and what it does");
    }
}
