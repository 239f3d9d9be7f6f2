package dev.ilana.schema.seed;

/** What becomes of a row whose key is taken. */
public enum SeedStrategy {
    /** It is an error. */
    INSERT,
    /** The row that is there is changed to it. */
    UPSERT,
    /** The row that is there stays as it is. */
    IGNORE
}
