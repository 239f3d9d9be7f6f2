package dev.ilana.schema.definition;

/** When a foreign key is checked. */
public enum Deferral {
    /** At each statement, always. */
    NOT_DEFERRABLE,
    /** At each statement, unless a transaction says {@code set constraints … deferred}. */
    INITIALLY_IMMEDIATE,
    /** At commit, unless a transaction says {@code set constraints … immediate}. */
    INITIALLY_DEFERRED
}
