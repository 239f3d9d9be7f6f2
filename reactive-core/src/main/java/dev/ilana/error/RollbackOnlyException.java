package dev.ilana.error;

/**
 * A transaction was rolled back instead of committed, as work that was a part of it had failed, which somebody handled. The
 * cause says how.
 */
public final class RollbackOnlyException extends IlanaException {

    public RollbackOnlyException(Throwable cause) {
        super(
                "rolled back instead of committed, as work that had joined the transaction had failed ("
                        + cause.getClass().getSimpleName()
                        + "): to handle an error of a part and go on, make the part NESTED",
                cause);
    }
}
