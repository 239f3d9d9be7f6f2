package dev.ilana.schema.migrate;

import java.util.List;
import java.util.stream.Collectors;

/** Migrations that ended midway, where the database could not take back what they had done. Nothing was done now. */
public final class DirtyMigrationException extends MigrationException {

    private final transient List<MigrationName> dirty;

    DirtyMigrationException(List<HistoryEntry> entries) {
        super(entries.stream().map(HistoryEntry::explained).collect(Collectors.joining("\n"))
                + "\nLook at the database, finish or undo it by hand, then say which it is: resolve it as applied or as"
                + " rolled back. Nothing was done now");
        this.dirty = entries.stream().map(HistoryEntry::name).toList();
    }

    public List<MigrationName> dirty() {
        return dirty;
    }
}
