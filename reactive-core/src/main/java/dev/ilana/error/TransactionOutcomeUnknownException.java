package dev.ilana.error;

/** The connection died between COMMIT and its answer. It is never retried: the work may have been done. */
public final class TransactionOutcomeUnknownException extends DatabaseException {

    public TransactionOutcomeUnknownException(Failure failure) {
        super("the connection was lost while committing: whether the transaction was committed is not known", failure);
    }
}
