package dev.ilana.error;

/** A URL or setting that can't be used; the message names it, never a password. */
public final class InvalidConfigurationException extends IlanaException {

    public InvalidConfigurationException(String message) {
        super(message);
    }
}
