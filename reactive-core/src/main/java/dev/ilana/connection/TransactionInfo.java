package dev.ilana.connection;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A transaction that is under way.
 *
 * @param id a number that no other transaction of this process has; its savepoints have the same
 * @param database the name of its database
 * @param depth 0 for the transaction, 1 for a savepoint within it, 2 for one within that
 * @param isolation what its options say; null when they leave it as the session of the connection is set
 * @param readOnly whether its options say so
 * @param since when it began, by this process's clock
 */
public record TransactionInfo(
        long id, String database, int depth, @Nullable Isolation isolation, boolean readOnly, Instant since) {}
