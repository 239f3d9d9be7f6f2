package dev.ilana.schema.diff;

import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.KeyChange.AddForeignKey;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableChange.CreateTable;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.definition.TableOrder;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tables that one schema has and another has not, in an order in which they can have their foreign keys from the start.
 * A key to a new table further behind, or to columns that are to change, comes when all has changed.
 */
record NewTables(SchemaDefinition from, SchemaDefinition to) {

    void addTo(Changes changes) {
        TableOrder order = TableOrder.of(to.tables().stream()
                .filter(table -> from.table(table.name()).isEmpty())
                .toList());
        for (TableDefinition table : order.tables()) {
            List<ForeignKeyDefinition> forward = order.forward(table.name());
            List<ForeignKeyDefinition> atOnce = table.foreignKeys().stream()
                    .filter(key -> !forward.contains(key) && isThere(table, key))
                    .toList();
            changes.add(Phase.TABLES_IN, new CreateTable(table.withForeignKeys(atOnce)));
            table.foreignKeys().stream()
                    .filter(key -> !atOnce.contains(key))
                    .forEach(key -> changes.add(Phase.FOREIGN_KEYS_IN, new AddForeignKey(table.name(), key)));
        }
    }

    /** Whether what the key stands upon is there as soon as its table. */
    private boolean isThere(TableDefinition table, ForeignKeyDefinition key) {
        if (key.referencedTable().equals(table.name())) {
            return keysOf(table, key).findAny().isPresent();
        }
        return to.table(key.referencedTable())
                .filter(wanted -> from.table(wanted.name())
                        .map(present -> stays(present, wanted, key))
                        .orElse(true))
                .isPresent();
    }

    private static boolean stays(TableDefinition present, TableDefinition wanted, ForeignKeyDefinition key) {
        return key.referencedColumns().stream()
                        .allMatch(column -> present.column(column).isPresent()
                                && present.column(column).equals(wanted.column(column)))
                && keysOf(present, key)
                        .anyMatch(one -> keysOf(wanted, key)
                                .anyMatch(other -> one.kind() == other.kind()
                                        && one.columns().equals(other.columns())));
    }

    /** The constraints by which the table can be referenced so; a unique index may come after its table. */
    private static Stream<IndexDefinition> keysOf(TableDefinition table, ForeignKeyDefinition key) {
        return table.indexes().stream()
                .filter(index -> index.isConstraint()
                        && Set.copyOf(index.columns()).equals(Set.copyOf(key.referencedColumns())));
    }
}
