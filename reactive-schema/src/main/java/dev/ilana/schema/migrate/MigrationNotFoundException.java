package dev.ilana.schema.migrate;

import java.util.List;
import java.util.stream.Collectors;

/** Migrations that were applied and would have to be taken back, but are not there any more. Nothing was done. */
public final class MigrationNotFoundException extends MigrationException {

    private final transient List<MigrationName> missing;

    MigrationNotFoundException(List<MigrationName> missing) {
        super("can't roll back what is not there: the database has "
                + missing.stream().map(MigrationName::value).collect(Collectors.joining(", "))
                + " applied, but no such class was given; nothing was rolled back");
        this.missing = List.copyOf(missing);
    }

    /** The migrations that are not there, the last applied first. */
    public List<MigrationName> missing() {
        return missing;
    }
}
