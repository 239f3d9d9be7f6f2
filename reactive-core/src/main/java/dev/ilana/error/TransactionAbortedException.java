package dev.ilana.error;

/** The database rolled a transaction back at COMMIT, because a statement in it had failed and nobody acted on it. */
public final class TransactionAbortedException extends DatabaseException {

    public TransactionAbortedException(Failure failure) {
        super("rolled back instead of committed, as a statement of the transaction had failed", failure);
    }
}
