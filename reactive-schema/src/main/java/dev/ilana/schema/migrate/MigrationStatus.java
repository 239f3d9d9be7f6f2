package dev.ilana.schema.migrate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a migration stands with a database.
 *
 * @param batch the number of the run that applied it, counted from 1; null when it is pending
 * @param appliedAt when it was applied; null when it is pending
 */
public record MigrationStatus(
        MigrationName migration,
        State state,
        @Nullable Integer batch,
        @Nullable Instant appliedAt) {

    /** Where a migration can be: given, in the history, or both. */
    public enum State {
        /** Given, but not applied. */
        PENDING,
        /** Given, and applied. */
        APPLIED,
        /** Applied, but not given: its class is gone or was renamed. */
        MISSING
    }

    static MigrationStatus pending(MigrationName migration) {
        return new MigrationStatus(migration, State.PENDING, null, null);
    }

    static MigrationStatus applied(AppliedMigration applied, boolean isGiven) {
        State state = isGiven ? State.APPLIED : State.MISSING;
        return new MigrationStatus(applied.name(), state, applied.batch(), applied.appliedAt());
    }
}
