package dev.ilana.schema.migrate;

/** A migration that can't be read; its cause says where. Nothing was done. */
public final class InvalidMigrationException extends MigrationException {

    InvalidMigrationException(MigrationName migration, Throwable cause) {
        super(migration + ": " + cause.getMessage(), cause);
    }
}
