package dev.ilana.schema.migrate;

import dev.ilana.schema.migrate.MigrationStatus.State;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What was given against what the history says.
 *
 * @param checksums of the migrations given, those that have one
 */
record Plan(MigrationSet migrations, List<HistoryEntry> entries, Map<MigrationName, String> checksums) {

    /** Every migration, given or applied, in order of their names. */
    List<MigrationStatus> statuses() {
        Map<MigrationName, MigrationStatus> all = new TreeMap<>();
        MigrationName last = lastApplied();
        migrations
                .names()
                .forEach(name ->
                        all.put(name, MigrationStatus.pending(name, last != null && name.compareTo(last) < 0)));
        entries.forEach(entry -> all.put(entry.name(), MigrationStatus.of(entry, state(entry))));
        return new ArrayList<>(all.values());
    }

    private State state(HistoryEntry entry) {
        if (entry.isDirty()) {
            return State.FAILED;
        }
        if (!migrations.has(entry.name())) {
            return migrations.isDumped(entry.name()) ? State.APPLIED : State.MISSING;
        }
        String checksum = checksums.get(entry.name());
        boolean edited = checksum != null && entry.checksum() != null && !checksum.equals(entry.checksum());
        return edited ? State.EDITED : State.APPLIED;
    }

    /**
     * What is to be applied, in order.
     *
     * @throws MigrationException when the history does not allow it
     */
    List<MigrationName> pending(MigrateOptions options) {
        requireClean();
        List<MigrationName> edited = entries.stream()
                .filter(entry -> state(entry) == State.EDITED)
                .map(HistoryEntry::name)
                .toList();
        if (!edited.isEmpty()) {
            throw new ChecksumMismatchException(edited);
        }
        options.named().forEach(migrations::require);
        List<MigrationName> pending =
                notApplied().stream().filter(options::includes).toList();
        MigrationName last = lastApplied();
        if (last != null && !options.allowOutOfOrder()) {
            List<MigrationName> late =
                    pending.stream().filter(name -> name.compareTo(last) < 0).toList();
            if (!late.isEmpty()) {
                throw new OutOfOrderException(late, last);
            }
        }
        return pending;
    }

    /**
     * What the history has, in the order of being applied.
     *
     * @throws DirtyMigrationException when one of them ended midway
     */
    List<HistoryEntry> applied() {
        requireClean();
        return entries;
    }

    /** What was given and the history does not have. */
    List<MigrationName> notApplied() {
        List<MigrationName> done = entries.stream().map(HistoryEntry::name).toList();
        return migrations.names().stream().filter(name -> !done.contains(name)).toList();
    }

    /**
     * What is to be taken back, the last applied first.
     *
     * @throws MigrationException when the history does not allow it, or one to take back is not given
     */
    List<MigrationName> takenBack(Rollback rollback) {
        requireClean();
        List<MigrationName> newestFirst = new ArrayList<>();
        rollback.of(entries).forEach(entry -> newestFirst.add(0, entry.name()));
        List<MigrationName> missing =
                newestFirst.stream().filter(name -> !migrations.has(name)).toList();
        if (!missing.isEmpty()) {
            throw new MigrationNotFoundException(missing);
        }
        return newestFirst;
    }

    int nextBatch() {
        return 1 + entries.stream().mapToInt(HistoryEntry::batch).max().orElse(0);
    }

    /** The same once these are taken back. */
    Plan without(List<MigrationName> names) {
        return new Plan(
                migrations,
                entries.stream().filter(entry -> !names.contains(entry.name())).toList(),
                checksums);
    }

    /** The same once these, which no history had, are applied by a dump. */
    Plan with(List<MigrationName> loaded) {
        List<HistoryEntry> all = new ArrayList<>(entries);
        loaded.forEach(name -> all.add(HistoryEntry.applied(name)));
        return new Plan(migrations, all, checksums);
    }

    @Nullable HistoryEntry entry(MigrationName name) {
        Map<MigrationName, HistoryEntry> byName = new HashMap<>();
        entries.forEach(entry -> byName.put(entry.name(), entry));
        return byName.get(name);
    }

    private void requireClean() {
        List<HistoryEntry> dirty =
                entries.stream().filter(HistoryEntry::isDirty).toList();
        if (!dirty.isEmpty()) {
            throw new DirtyMigrationException(dirty);
        }
    }

    private @Nullable MigrationName lastApplied() {
        return entries.stream()
                .map(HistoryEntry::name)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
