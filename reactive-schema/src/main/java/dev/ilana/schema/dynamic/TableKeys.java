package dev.ilana.schema.dynamic;

import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.TableDefinition;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** What the keys of a table say of its rows. */
final class TableKeys {

    private TableKeys() {}

    /** The columns by which a row is told: the primary key, else the first unique one that is never null; else none. */
    static List<String> identifying(TableDefinition table) {
        return table.primaryKey()
                .map(IndexDefinition::columns)
                .orElseGet(() -> table.indexes().stream()
                        .filter(TableKeys::isUnique)
                        .map(IndexDefinition::columns)
                        .filter(columns -> columns.stream().noneMatch(column -> mayBeNull(table, column)))
                        .findFirst()
                        .orElse(List.of()));
    }

    private static boolean mayBeNull(TableDefinition table, String column) {
        return table.column(column).map(ColumnDefinition::nullable).orElse(true);
    }

    /** Whether no two rows have the same values in these columns. */
    static boolean areUnique(TableDefinition table, Collection<String> columns) {
        return table.indexes().stream()
                .anyMatch(
                        index -> isUnique(index) && Set.copyOf(index.columns()).equals(Set.copyOf(columns)));
    }

    private static boolean isUnique(IndexDefinition index) {
        return (index.kind() == Kind.PRIMARY || index.kind() == Kind.UNIQUE) && index.isOverColumns();
    }
}
