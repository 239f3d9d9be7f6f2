package dev.ilana.connection;

import dev.ilana.error.InvalidUsageException;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * How a transaction is run. Each method gives new options: {@code attempts(3).isolation(SERIALIZABLE).readOnly()}, or {@code
 * DEFAULT.readOnly()}.
 */
public final class TransactionOptions {

    /** Once, as a savepoint where there is a transaction already, and as the session of the connection is set. */
    public static final TransactionOptions DEFAULT =
            new TransactionOptions(1, null, false, null, Propagation.NESTED, null);

    private final int attempts;
    private final @Nullable Isolation isolation;
    private final boolean readOnly;
    private final @Nullable Duration timeout;
    private final Propagation propagation;
    private final @Nullable String database;

    private TransactionOptions(
            int attempts,
            @Nullable Isolation isolation,
            boolean readOnly,
            @Nullable Duration timeout,
            Propagation propagation,
            @Nullable String database) {
        this.attempts = attempts;
        this.isolation = isolation;
        this.readOnly = readOnly;
        this.timeout = timeout;
        this.propagation = propagation;
        this.database = database;
    }

    /**
     * A transaction tried {@code n} times in all, when it fails by a deadlock or a serialization failure; the work must be
     * safe to run again from the start. Within another transaction, of which it is a part, it is tried once.
     *
     * @throws InvalidUsageException for less than 1
     */
    public static TransactionOptions attempts(int n) {
        if (n < 1) {
            throw new InvalidUsageException("a transaction needs at least 1 attempt, not " + n);
        }
        return new TransactionOptions(n, null, false, null, Propagation.NESTED, null);
    }

    /** What it sees of other transactions, instead of what is usual for the connection. */
    public TransactionOptions isolation(Isolation level) {
        return new TransactionOptions(attempts, level, readOnly, timeout, propagation, database);
    }

    /** Whose writes the database refuses: an {@code UnsupportedFeatureException} where it can't. */
    public TransactionOptions readOnly() {
        return new TransactionOptions(attempts, isolation, true, timeout, propagation, database);
    }

    /**
     * How long each attempt may take, from the wait for its connection until COMMIT is sent. Then it is rolled back, and a
     * {@code TransactionTimeoutException}. A statement that is on its way ends before the connection goes back.
     *
     * @throws InvalidUsageException when it is not positive
     */
    public TransactionOptions timeout(Duration duration) {
        if (duration.isNegative() || duration.isZero()) {
            throw new InvalidUsageException("a transaction's timeout must be positive, not " + duration);
        }
        return new TransactionOptions(attempts, isolation, readOnly, duration, propagation, database);
    }

    /** What it means where a transaction is under way already. */
    public TransactionOptions propagation(Propagation how) {
        return new TransactionOptions(attempts, isolation, readOnly, timeout, how, database);
    }

    /** On the database of that name, and not on that of the chain. */
    public TransactionOptions on(String name) {
        return new TransactionOptions(attempts, isolation, readOnly, timeout, propagation, name);
    }

    /**
     * The database that these options name, else that of the chain.
     *
     * @throws dev.ilana.error.NoDatabaseException when there is none
     */
    public Database databaseIn(ContextView context) {
        return database == null ? Database.current(context) : Databases.named(database);
    }

    int attempts() {
        return attempts;
    }

    @Nullable Isolation isolation() {
        return isolation;
    }

    boolean isReadOnly() {
        return readOnly;
    }

    @Nullable Duration timeout() {
        return timeout;
    }

    Propagation propagation() {
        return propagation;
    }

    /** Nothing, when the options name that database or none. */
    void requireFitting(Database actual) {
        if (database != null && Databases.named(database) != actual) {
            throw new InvalidUsageException("the transaction's options say on(\"" + database
                    + "\"), but it was asked of " + actual + "; say DB.transaction(...), or leave on(...) out");
        }
    }

    /** Nothing, when work with these options can be a part of a transaction with those. */
    void requireFitting(TransactionOptions running) {
        if (isolation != null && isolation != running.isolation) {
            throw contradiction(
                    "isolation " + isolation,
                    running.isolation == null ? "as the session is set" : running.isolation.name());
        }
        if (readOnly && !running.readOnly) {
            throw contradiction("read-only", "may write");
        }
        if (timeout != null && running.timeout != null && timeout.compareTo(running.timeout) > 0) {
            throw contradiction("timeout " + timeout, running.timeout.toString());
        }
    }

    /** Nothing, when these options say nothing of a transaction, where there is to be none. */
    void requireNothingToBegin() {
        if (isolation != null || readOnly || timeout != null) {
            throw new InvalidUsageException(
                    "isolation, read-only and timeout are a transaction's, and with the propagation " + propagation
                            + " there is none here");
        }
    }

    private static InvalidUsageException contradiction(String said, String running) {
        return new InvalidUsageException("a part of a transaction can't be of another kind than the transaction: "
                + said + ", in one that is: " + running + "; say it of the outermost, or use REQUIRES_NEW");
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof TransactionOptions that
                && attempts == that.attempts
                && isolation == that.isolation
                && readOnly == that.readOnly
                && Objects.equals(timeout, that.timeout)
                && propagation == that.propagation
                && Objects.equals(database, that.database);
    }

    @Override
    public int hashCode() {
        return Objects.hash(attempts, isolation, readOnly, timeout, propagation, database);
    }

    @Override
    public String toString() {
        return "attempts " + attempts
                + (isolation == null ? "" : ", " + isolation)
                + (readOnly ? ", read-only" : "")
                + (timeout == null ? "" : ", within " + timeout)
                + ", " + propagation
                + (database == null ? "" : ", on " + database);
    }
}
