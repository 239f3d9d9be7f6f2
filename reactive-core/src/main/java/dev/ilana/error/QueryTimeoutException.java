package dev.ilana.error;

/** The database stopped the statement: its time was up, or somebody cancelled it. */
public final class QueryTimeoutException extends DatabaseException {

    public QueryTimeoutException(Failure failure) {
        super("statement cancelled or timed out", failure);
    }
}
