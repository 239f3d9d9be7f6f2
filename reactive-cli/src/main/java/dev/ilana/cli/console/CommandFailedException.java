package dev.ilana.cli.console;

import dev.ilana.error.IlanaException;

/** A command that could not do its work; the message is all that a person needs. */
public final class CommandFailedException extends IlanaException {

    public CommandFailedException(String message) {
        super(message);
    }

    public CommandFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
