package dev.ilana.schema.seed;

/** What becomes of seeded rows when they are taken back. */
public enum DownStrategy {
    /** They are deleted, the last first. */
    DELETE,
    /** They stay: others may refer to them by then. */
    SKIP
}
