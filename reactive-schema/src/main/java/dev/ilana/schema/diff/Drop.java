package dev.ilana.schema.diff;

/** What a difference may take away; nothing of it is taken unless it is asked for. */
public enum Drop {
    /** Tables, and the enumerated types and sequences that stand by themselves. */
    TABLES,
    COLUMNS,
    /** Primary keys, unique constraints, indexes, foreign keys and checks. */
    KEYS
}
