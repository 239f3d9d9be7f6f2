package dev.ilana.schema.migrate;

/** What would destroy data was refused, by the settings or in production. Nothing was done. */
public final class DestructiveCommandException extends MigrationException {

    DestructiveCommandException(String message) {
        super(message);
    }
}
