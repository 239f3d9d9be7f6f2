package dev.ilana.error;

/** The database chose this transaction to break a deadlock and rolled it back; it may be retried. */
public final class DeadlockException extends DatabaseException {

    public DeadlockException(Failure failure) {
        super("deadlock", failure);
    }
}
