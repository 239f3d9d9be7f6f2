package dev.ilana.schema.migrate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the history says of one migration.
 *
 * @param checksum of its SQL when it was applied; null where it has none
 * @param statements how many of its statements were sent, the last of them perhaps not done
 * @param statement the last of them; null when there was none, or all are done
 * @param finishedAt when it was applied; null when it was not, or not yet
 */
record HistoryEntry(
        MigrationName name,
        int batch,
        EntryState state,
        @Nullable String checksum,
        int statements,
        @Nullable String statement,
        @Nullable Instant finishedAt) {

    /** One that was applied, of which nothing else is known yet. */
    static HistoryEntry applied(MigrationName name) {
        return new HistoryEntry(name, 1, EntryState.APPLIED, null, 0, null, null);
    }

    boolean isApplied() {
        return state == EntryState.APPLIED;
    }

    boolean isDirty() {
        return !isApplied();
    }

    /** What is known of a run that ended midway. */
    String explained() {
        String what = switch (state) {
            case APPLIED -> " is applied";
            case APPLYING -> " was being applied when its run was cut off";
            case APPLY_FAILED -> " failed while it was applied";
            case ROLLING_BACK -> " was being rolled back when its run was cut off";
            case ROLLBACK_FAILED -> " failed while it was rolled back";
        };
        if (statement == null) {
            return name + what + ", before its first statement";
        }
        boolean failed = state == EntryState.APPLY_FAILED || state == EntryState.ROLLBACK_FAILED;
        return name + what + ": statement " + statements + (failed ? " failed" : " may be done or not") + " ("
                + statement + "), " + done(statements - 1);
    }

    private static String done(int count) {
        return switch (count) {
                    case 0 -> "none before it was done";
                    case 1 -> "the 1 before it is done";
                    default -> "the " + count + " before it are done";
                }
                + ", except changes of rows that were rolled back with their transaction";
    }
}
