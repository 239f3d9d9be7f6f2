package dev.ilana.dialect;

/** What an error of a database means, whatever its number is there. */
public enum ErrorKind {
    UNIQUE_VIOLATION(false),
    FOREIGN_KEY_VIOLATION(false),
    NOT_NULL_VIOLATION(false),
    CHECK_VIOLATION(false),
    DEADLOCK(true),
    SERIALIZATION_FAILURE(true),
    LOCK_TIMEOUT(false),
    QUERY_TIMEOUT(false),
    CONNECTION_LOST(false),
    BAD_SQL(false);

    private final boolean retryable;

    ErrorKind(boolean retryable) {
        this.retryable = retryable;
    }

    /** True when the transaction was rolled back through no fault of its own, so that the same work may succeed now. */
    public boolean retryable() {
        return retryable;
    }
}
