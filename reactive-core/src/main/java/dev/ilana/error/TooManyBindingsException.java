package dev.ilana.error;

/** A statement with more bound values than the database takes in one. */
public final class TooManyBindingsException extends IlanaException {

    public TooManyBindingsException(String database, int limit, int given) {
        super(database + " binds " + limit + " values a statement at most, not " + given + "; send the work in chunks");
    }
}
