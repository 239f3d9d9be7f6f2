package dev.ilana.error;

/** The root of every error this library raises. */
public abstract class IlanaException extends RuntimeException {

    protected IlanaException(String message) {
        super(message);
    }

    protected IlanaException(String message, Throwable cause) {
        super(message, cause);
    }
}
