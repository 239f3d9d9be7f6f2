package dev.ilana.schema.migrate;

/** A migration that failed; its cause says of what. Those that ran before it stay as they are, those after it did not run. */
public final class MigrationFailedException extends MigrationException {

    private final transient MigrationName migration;
    private final Direction direction;

    MigrationFailedException(MigrationName migration, Direction direction, Throwable cause) {
        super(migration + " failed " + direction.words() + ": " + cause.getMessage(), cause);
        this.migration = migration;
        this.direction = direction;
    }

    public MigrationName migration() {
        return migration;
    }

    public Direction direction() {
        return direction;
    }
}
