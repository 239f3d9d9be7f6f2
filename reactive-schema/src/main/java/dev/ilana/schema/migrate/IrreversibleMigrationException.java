package dev.ilana.schema.migrate;

/** A migration that can't be taken back, as it does not say how. */
public final class IrreversibleMigrationException extends MigrationException {

    IrreversibleMigrationException(MigrationName migration) {
        super(migration + " has no section \"-- down\", and no .down.sql beside it; nothing says how to take it back");
    }
}
