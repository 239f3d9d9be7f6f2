package dev.ilana.schema.migrate;

import java.util.List;
import java.util.stream.Collectors;

/** Pending migrations that come before one that was applied already. Nothing was done. */
public final class OutOfOrderException extends MigrationException {

    private final transient List<MigrationName> late;

    OutOfOrderException(List<MigrationName> late, MigrationName last) {
        super(late.stream().map(MigrationName::value).collect(Collectors.joining(", "))
                + " would run out of order: " + last + " was applied already. Give "
                + (late.size() == 1 ? "it a later time" : "them later times")
                + ", or allow migrations out of order; nothing was done");
        this.late = List.copyOf(late);
    }

    public List<MigrationName> late() {
        return late;
    }
}
