package dev.ilana.error;

/** A lock was not granted within the database's time, or not at once where that was asked for. */
public final class LockTimeoutException extends DatabaseException {

    public LockTimeoutException(Failure failure) {
        super("lock not granted in time", failure);
    }
}
