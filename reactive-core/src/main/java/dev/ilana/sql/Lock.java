package dev.ilana.sql;

/** A lock on the rows that a query finds, held to the end of the transaction. */
public record Lock(Strength strength, Waiting waiting) {

    /** Whether others may still read the rows under a lock of their own. */
    public enum Strength {
        UPDATE,
        SHARE
    }

    /** What to do about rows that someone else has locked. */
    public enum Waiting {
        WAIT,
        SKIP_LOCKED,
        NO_WAIT
    }
}
