package dev.ilana.schema.migrate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a migration stands with a database.
 *
 * @param batch the number of the run that applied it, counted from 1; null when it is pending
 * @param appliedAt when it was applied; null when it was not, or not to its end
 * @param note what to know of it; null when there is nothing
 */
public record MigrationStatus(
        MigrationName migration,
        State state,
        @Nullable Integer batch,
        @Nullable Instant appliedAt,
        @Nullable String note) {

    /** Where a migration can be: given, in the history, or both. */
    public enum State {
        /** Given, but not applied. */
        PENDING,
        /** Given and not applied, though it comes before one that was. */
        OUT_OF_ORDER,
        /** Given, and applied. */
        APPLIED,
        /** Applied, and given with other SQL than was executed. */
        EDITED,
        /** Applied, but not given: its class or file is gone, or was renamed. */
        MISSING,
        /** Ended midway, and waits for a person to resolve it. */
        FAILED
    }

    static MigrationStatus pending(MigrationName migration, boolean outOfOrder) {
        return new MigrationStatus(migration, outOfOrder ? State.OUT_OF_ORDER : State.PENDING, null, null, null);
    }

    static MigrationStatus of(HistoryEntry entry, State state) {
        String note = state == State.FAILED ? entry.explained() : null;
        return new MigrationStatus(entry.name(), state, entry.batch(), entry.finishedAt(), note);
    }
}
