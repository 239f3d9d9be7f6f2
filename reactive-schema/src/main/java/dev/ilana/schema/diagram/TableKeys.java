package dev.ilana.schema.diagram;

import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.IndexPart;
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
        return table.indexes().stream()
                .anyMatch(index -> index.kind() == Kind.UNIQUE && tellsRowsApart(index, List.of(column)));
    }

    /** Whether no two rows have the same in these columns. */
    boolean isOncePerRow(List<String> columns) {
        return table.indexes().stream()
                .anyMatch(
                        index -> (index.isPrimary() || index.kind() == Kind.UNIQUE) && tellsRowsApart(index, columns));
    }

    /** Whether the column is part of a foreign key, or all of it. */
    boolean isForeign(String column) {
        return table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column));
    }

    /** One over fewer of the columns does too; one over some of the rows, or the start of a text, does not. */
    private static boolean tellsRowsApart(IndexDefinition index, List<String> columns) {
        return index.where() == null
                && index.parts().stream()
                        .allMatch(part -> part instanceof IndexPart.OfColumn one
                                && one.length() == null
                                && columns.contains(one.column()));
    }
}
