package dev.ilana.schema.migrate;

import java.util.List;
import java.util.stream.Collectors;

/** A name that no migration has, where one was asked for. */
public final class UnknownMigrationException extends MigrationException {

    UnknownMigrationException(MigrationName name, String what, List<MigrationName> known) {
        super("no migration " + name + " is " + what + "; those are "
                + (known.isEmpty()
                        ? "none"
                        : known.stream().map(MigrationName::value).collect(Collectors.joining(", "))));
    }
}
