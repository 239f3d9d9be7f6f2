package dev.ilana.error;

/** The statement is not one the database understands, or it failed over its data. */
public final class BadSqlException extends DatabaseException {

    public BadSqlException(Failure failure) {
        super("the database refused the statement", failure);
    }
}
