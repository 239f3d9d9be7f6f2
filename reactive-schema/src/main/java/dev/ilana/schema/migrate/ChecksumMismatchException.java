package dev.ilana.schema.migrate;

import java.util.List;
import java.util.stream.Collectors;

/** Migrations that were edited after they were applied, so that the database is not what they say. Nothing was done. */
public final class ChecksumMismatchException extends MigrationException {

    private final transient List<MigrationName> edited;

    ChecksumMismatchException(List<MigrationName> edited) {
        super(edited.stream().map(MigrationName::value).collect(Collectors.joining(", "))
                + (edited.size() == 1 ? " was" : " were")
                + " edited after being applied: the SQL is not what was executed. Take the edit back and write a new"
                + " migration, or, where the database is as the edit says, resolve it as applied; nothing was done");
        this.edited = List.copyOf(edited);
    }

    public List<MigrationName> edited() {
        return edited;
    }
}
