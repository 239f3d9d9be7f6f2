package dev.ilana.schema.migrate;

import java.util.Arrays;
import java.util.Locale;

/** What the history says of a migration. All but the first are left behind by a run that ended midway. */
enum EntryState {
    APPLIED,
    APPLYING,
    APPLY_FAILED,
    ROLLING_BACK,
    ROLLBACK_FAILED;

    /** As it is written in the history. */
    String stored() {
        return name().toLowerCase(Locale.ROOT);
    }

    static EntryState of(String stored) {
        return Arrays.stream(values())
                .filter(state -> state.stored().equals(stored))
                .findFirst()
                .orElseThrow(() -> new CorruptHistoryException("a state \"" + stored + "\""));
    }

    static EntryState failed(Direction direction) {
        return direction == Direction.UP ? APPLY_FAILED : ROLLBACK_FAILED;
    }
}
