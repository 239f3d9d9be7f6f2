package dev.ilana.cli.console;

import dev.ilana.error.IlanaException;

/** The command was interrupted, or its question answered with no. */
public final class CancelledException extends IlanaException {

    public CancelledException(String message) {
        super(message);
    }
}
