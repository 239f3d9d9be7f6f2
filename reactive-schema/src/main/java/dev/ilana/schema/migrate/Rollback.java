package dev.ilana.schema.migrate;

import dev.ilana.error.InvalidUsageException;
import java.util.List;
import java.util.function.UnaryOperator;

/** Which of the migrations that were applied are to be taken back. */
public final class Rollback {

    private final UnaryOperator<List<HistoryEntry>> choice;

    private Rollback(UnaryOperator<List<HistoryEntry>> choice) {
        this.choice = choice;
    }

    /** Those of the last batch. */
    public static Rollback lastBatch() {
        return new Rollback(applied -> {
            int last = applied.stream().mapToInt(HistoryEntry::batch).max().orElse(0);
            return applied.stream().filter(entry -> entry.batch() == last).toList();
        });
    }

    /** Those of that batch. */
    public static Rollback batch(int batch) {
        return new Rollback(applied ->
                applied.stream().filter(entry -> entry.batch() == batch).toList());
    }

    /**
     * The last so many, whichever their batch; all, where there are fewer.
     *
     * @throws InvalidUsageException when {@code steps} is less than 1
     */
    public static Rollback steps(int steps) {
        if (steps < 1) {
            throw new InvalidUsageException("to roll back takes at least 1 step, not " + steps);
        }
        return new Rollback(applied -> applied.subList(Math.max(0, applied.size() - steps), applied.size()));
    }

    /**
     * Those that were applied after that one, which stays.
     *
     * @throws InvalidMigrationNameException when it is no migration's name
     */
    public static Rollback to(String name) {
        MigrationName last = new MigrationName(name);
        return new Rollback(applied -> {
            List<MigrationName> names = applied.stream().map(HistoryEntry::name).toList();
            if (!names.contains(last)) {
                throw new UnknownMigrationException(last, "applied", names);
            }
            return applied.subList(names.indexOf(last) + 1, applied.size());
        });
    }

    /** All of them. */
    public static Rollback everything() {
        return new Rollback(UnaryOperator.identity());
    }

    /** Those to take back of what was applied, in the order of their being applied. */
    List<HistoryEntry> of(List<HistoryEntry> applied) {
        return choice.apply(applied);
    }
}
