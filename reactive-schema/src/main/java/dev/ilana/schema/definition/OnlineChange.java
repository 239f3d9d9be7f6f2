package dev.ilana.schema.definition;

import org.jspecify.annotations.Nullable;

/**
 * A change, and how much it may stand in the way of those who use the table meanwhile. A database that can't make it that
 * way refuses.
 *
 * @param algorithm null for the database's choice
 * @param lock null for the database's choice
 */
public record OnlineChange(
        SchemaChange change,
        @Nullable Algorithm algorithm,
        @Nullable Lock lock) implements SchemaChange {

    /** How the table is changed. */
    public enum Algorithm {
        /** Only what is known of it. */
        INSTANT,
        /** Where it is. */
        INPLACE,
        /** By a copy of all rows. */
        COPY
    }

    /** What others may not do meanwhile. */
    public enum Lock {
        /** They may read and write. */
        NONE,
        /** They may read. */
        SHARED,
        /** They wait. */
        EXCLUSIVE
    }
}
