package dev.ilana.schema.migrate;

import dev.ilana.error.IlanaException;

/** What goes wrong with migrations; its subtypes say what. */
public abstract class MigrationException extends IlanaException {

    MigrationException(String message) {
        super(message);
    }

    MigrationException(String message, Throwable cause) {
        super(message, cause);
    }
}
