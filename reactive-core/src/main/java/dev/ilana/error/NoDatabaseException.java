package dev.ilana.error;

/** A query was run and nothing said on which database. */
public final class NoDatabaseException extends IlanaException {

    public NoDatabaseException(String message) {
        super(message);
    }
}
