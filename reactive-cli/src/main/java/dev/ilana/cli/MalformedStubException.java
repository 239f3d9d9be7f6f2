package dev.ilana.cli;

import dev.ilana.error.IlanaException;

/** A stub of a project asks for a value that there is none of. */
final class MalformedStubException extends IlanaException {

    MalformedStubException(String message) {
        super(message);
    }
}
