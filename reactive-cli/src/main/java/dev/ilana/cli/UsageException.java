package dev.ilana.cli;

import dev.ilana.error.IlanaException;

/** A command was called wrongly; the message says how it is called. */
final class UsageException extends IlanaException {

    UsageException(String message) {
        super(message);
    }

    UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
