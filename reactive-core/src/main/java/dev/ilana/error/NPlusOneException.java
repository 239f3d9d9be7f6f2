package dev.ilana.error;

/** A chain asks one by one for what one query would have given: see {@code NPlusOneGuard}. */
public final class NPlusOneException extends IlanaException {

    public NPlusOneException(String message) {
        super(message);
    }
}
