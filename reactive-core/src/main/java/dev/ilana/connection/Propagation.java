package dev.ilana.connection;

/** What work in a transaction means where one of the same database is under way in the Context already. */
public enum Propagation {
    /** A savepoint within it, which may fail alone; without one, a new transaction. The default. */
    NESTED,
    /**
     * The one that there is; without one, a new transaction. It can't fail alone: after an error or a cancel of the work, also
     * one that somebody handles, all of the transaction is rolled back.
     */
    REQUIRED,
    /**
     * A new transaction on a connection of its own, which commits or fails alone, while the other one waits and keeps its
     * connection. What the other one has locked, it waits for in vain.
     */
    REQUIRES_NEW,
    /** The one that there is, as {@link #REQUIRED}; without one, none. */
    SUPPORTS,
    /** None: statements have connections of their own, while the transaction that there is waits and keeps its own. */
    NOT_SUPPORTED,
    /** The one that there is, as {@link #REQUIRED}; without one, a {@code TransactionRequiredException}. */
    MANDATORY,
    /** None; where there is one, an {@code InvalidUsageException}. */
    NEVER;

    /** Whether it may begin a transaction. */
    boolean begins() {
        return this == NESTED || this == REQUIRED || this == REQUIRES_NEW;
    }
}
