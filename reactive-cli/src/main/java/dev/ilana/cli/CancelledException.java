package dev.ilana.cli;

import dev.ilana.error.IlanaException;

/** The command was interrupted, or its question answered with no. */
final class CancelledException extends IlanaException {

    CancelledException(String message) {
        super(message);
    }
}
