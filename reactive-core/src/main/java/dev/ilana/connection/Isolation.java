package dev.ilana.connection;

import io.r2dbc.spi.IsolationLevel;

/**
 * How much a transaction sees of others that run beside it. A database may give more than it is asked for: PostgreSQL reads
 * nothing that is uncommitted, and {@code SERIALIZABLE} is what each of them calls so.
 */
public enum Isolation {
    /** Also what others have not committed yet. */
    READ_UNCOMMITTED,
    /** What is committed when a statement begins. */
    READ_COMMITTED,
    /** A row that was read is the same when it is read again. */
    REPEATABLE_READ,
    /** As if transactions ran one after the other; where they can't, one of them fails and may be tried again. */
    SERIALIZABLE;

    IsolationLevel level() {
        return switch (this) {
            case READ_UNCOMMITTED -> IsolationLevel.READ_UNCOMMITTED;
            case READ_COMMITTED -> IsolationLevel.READ_COMMITTED;
            case REPEATABLE_READ -> IsolationLevel.REPEATABLE_READ;
            case SERIALIZABLE -> IsolationLevel.SERIALIZABLE;
        };
    }
}
