package dev.ilana.connection;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import reactor.util.context.ContextView;

/**
 * Told of transactions, and of the savepoints that are transactions within one. After {@link #started} comes one of the
 * other three, and no more than one.
 *
 * <p>It is called on the thread that things happen on: it must be quick and must not block. What it throws is logged, no
 * more than once a minute, and changes nothing of the transaction.
 */
public interface TransactionListener {

    /** It has its connection, and is about to begin. */
    default void started(Scope scope) {}

    /** COMMIT was answered. A savepoint was released: what was done in it is the transaction's now, and ends as it does. */
    default void committed(Scope scope, Duration duration) {}

    /** It was rolled back, or never began. */
    default void rolledBack(Scope scope, Duration duration, @Nullable Throwable cause) {}

    /** The connection died before COMMIT was answered, so that nobody knows. */
    default void outcomeUnknown(Scope scope, Duration duration, Throwable cause) {}

    /**
     * A transaction, or a savepoint within one.
     *
     * @param id the number of the transaction, its savepoints included; no other in this process has it
     * @param depth 0 for the transaction, 1 for a savepoint within it, 2 for one within that
     * @param connection the name of its database
     * @param system the name of the database product: {@code postgresql}
     * @param context the Reactor Context of the chain that began it
     */
    record Scope(long id, int depth, String connection, String system, ContextView context) {

        /** Without what the Context has. */
        @Override
        public String toString() {
            return "transaction " + id + " of " + connection + (depth == 0 ? "" : ", savepoint " + depth);
        }
    }
}
