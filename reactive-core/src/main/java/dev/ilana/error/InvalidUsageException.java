package dev.ilana.error;

/** The library was used in a way it can't honour; the message says which and what to do. */
public final class InvalidUsageException extends IlanaException {

    public InvalidUsageException(String message) {
        super(message);
    }
}
