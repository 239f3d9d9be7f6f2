package dev.ilana.error;

/** A null where the column or the method takes none; raised before anything is sent. */
public final class NullNotAllowedException extends IlanaException {

    public NullNotAllowedException(String message) {
        super(message);
    }
}
