package dev.ilana.schema.migrate;

/** Two migrations of one name, of which the history could not tell which has run. */
public final class DuplicateMigrationException extends MigrationException {

    DuplicateMigrationException(MigrationName name) {
        super("two migrations are named " + name + "; give one of them another time");
    }
}
