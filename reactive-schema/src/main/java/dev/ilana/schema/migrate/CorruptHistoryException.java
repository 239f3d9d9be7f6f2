package dev.ilana.schema.migrate;

/** The history has what migrations never write. */
public final class CorruptHistoryException extends MigrationException {

    CorruptHistoryException(String what) {
        super("the history of migrations has " + what + ", which no migrator writes; mend it by hand");
    }
}
