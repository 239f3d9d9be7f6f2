package dev.ilana.schema.migrate;

/** Two migrations of one time, of which nothing says which comes first. */
public final class DuplicateMigrationException extends MigrationException {

    DuplicateMigrationException(MigrationName one, MigrationName other) {
        super(
                one.equals(other)
                        ? "two migrations are named " + one + "; give one of them another time"
                        : one + " and " + other + " have the same time; give one of them another");
    }
}
