package dev.ilana.cli;

import dev.ilana.error.IlanaException;

/** A seeder was called by a name that none has, or several have. */
final class UnknownSeederException extends IlanaException {

    UnknownSeederException(String message) {
        super(message);
    }
}
