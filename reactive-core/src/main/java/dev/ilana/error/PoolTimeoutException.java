package dev.ilana.error;

/** The pool had no connection to give within its acquire timeout, or too many who have given up are still before in its queue. */
public final class PoolTimeoutException extends DatabaseException {

    public PoolTimeoutException(Failure failure) {
        super("no connection in time", failure);
    }
}
