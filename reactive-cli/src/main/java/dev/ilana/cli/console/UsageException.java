package dev.ilana.cli.console;

import dev.ilana.error.IlanaException;

/** A command was called wrongly; the message says how it is called. */
public final class UsageException extends IlanaException {

    public UsageException(String message) {
        super(message);
    }

    public UsageException(String message, Throwable cause) {
        super(message, cause);
    }
}
