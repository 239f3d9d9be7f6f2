package dev.ilana.schema.migrate.dump;

import dev.ilana.error.IlanaException;

/** A dump that can't be loaded as it stands; nothing of it is in the database. */
public final class InvalidDumpException extends IlanaException {

    InvalidDumpException(String message) {
        super(message);
    }
}
