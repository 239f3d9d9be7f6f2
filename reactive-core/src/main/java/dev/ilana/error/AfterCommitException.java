package dev.ilana.error;

/**
 * The transaction is committed, and what was to follow failed; the cause says how. It is never retried, as the work is done.
 */
public final class AfterCommitException extends IlanaException {

    public AfterCommitException(Throwable cause) {
        super(
                "the transaction is committed, but what was to follow it failed: "
                        + cause.getClass().getSimpleName(),
                cause);
    }
}
