package dev.ilana.schema.migrate;

import dev.ilana.schema.definition.QualifiedName;
import java.util.List;
import java.util.stream.Collectors;

/** A dump was to be loaded into a database that has no history, but tables. Nothing was done. */
public final class DatabaseNotEmptyException extends MigrationException {

    DatabaseNotEmptyException(List<QualifiedName> tables) {
        super("the dump can't be loaded: the database has no history, but tables: "
                + tables.stream().map(QualifiedName::toString).collect(Collectors.joining(", "))
                + ". If a load ended midway, wipe the database; if they are not the migrations', migrate without the"
                + " dump; nothing was done");
    }
}
