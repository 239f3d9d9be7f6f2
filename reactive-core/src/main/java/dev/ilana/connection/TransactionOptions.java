package dev.ilana.connection;

import dev.ilana.error.InvalidUsageException;

/**
 * How a transaction is run.
 *
 * @param attempts how often the work is tried in all, when it fails by a deadlock or a serialization failure
 */
public record TransactionOptions(int attempts) {

    /** Once. */
    public static final TransactionOptions DEFAULT = new TransactionOptions(1);

    public TransactionOptions {
        if (attempts < 1) {
            throw new InvalidUsageException("a transaction needs at least 1 attempt, not " + attempts);
        }
    }

    /** A transaction tried {@code n} times in all; the work must be safe to run again from the start. */
    public static TransactionOptions attempts(int n) {
        return new TransactionOptions(n);
    }
}
