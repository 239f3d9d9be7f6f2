package dev.ilana.cli;

import dev.ilana.error.IlanaException;

/** A command that could not do its work; the message is all that a person needs. */
final class CommandFailedException extends IlanaException {

    CommandFailedException(String message) {
        super(message);
    }

    CommandFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
