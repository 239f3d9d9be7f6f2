package dev.ilana.schema.migrate;

/** What a person says of a migration after looking at the database. */
public enum Resolution {
    /** All of it is there, as the migration is now. */
    APPLIED,
    /** Nothing of it is there. */
    ROLLED_BACK
}
