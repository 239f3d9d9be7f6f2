package dev.ilana.schema.diagram;

import dev.ilana.schema.definition.TableDefinition;
import java.util.List;

/** What the keys of a table say of its columns. */
record TableKeys(TableDefinition table) {

    /** Whether these columns are part of the primary key, or all of it. */
    boolean isPrimary(List<String> columns) {
        return table.primaryKey()
                .filter(key -> key.columns().containsAll(columns))
                .isPresent();
    }

    /** Whether the column has a unique key to itself, which is not the primary one. */
    boolean isUnique(String column) {
        return table.indexes().stream().anyMatch(index -> !index.isPrimary() && index.makesUnique(List.of(column)));
    }

    /** Whether the column is part of a foreign key, or all of it. */
    boolean isForeign(String column) {
        return table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column));
    }
}
