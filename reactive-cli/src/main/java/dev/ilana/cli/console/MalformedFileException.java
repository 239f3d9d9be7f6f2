package dev.ilana.cli.console;

import dev.ilana.error.IlanaException;

/** A file of the project that can't be used as it is, such as a stub that asks for a value there is none of. */
public final class MalformedFileException extends IlanaException {

    public MalformedFileException(String message) {
        super(message);
    }
}
