package dev.ilana.schema.generate;

import dev.ilana.schema.definition.ColumnChange.AddColumn;
import dev.ilana.schema.definition.ColumnChange.ChangeColumn;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.KeyChange.AddForeignKey;
import dev.ilana.schema.definition.KeyChange.AddIndex;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.TableChange.CreateTable;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.definition.TableOrder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * New tables in an order in which they can have their foreign keys from the start, as people write them. A key to a new table
 * further behind, or to columns that are to change, comes when all has changed.
 */
final class NewTables {

    private final List<SchemaChange> changes;
    private final Map<QualifiedName, TableDefinition> tables = new LinkedHashMap<>();
    private final Set<SchemaChange> withTables = new HashSet<>();

    private NewTables(List<SchemaChange> changes) {
        this.changes = changes;
        for (SchemaChange change : changes) {
            if (change instanceof CreateTable create) {
                tables.put(create.table().name(), create.table());
            } else if (change instanceof AddForeignKey add && !add.notValid() && isNew(add)) {
                tables.computeIfPresent(add.table(), (name, table) -> with(table, add.key()));
                withTables.add(add);
            }
        }
    }

    static List<SchemaChange> withTheirKeys(List<SchemaChange> changes) {
        return new NewTables(changes).inOrder();
    }

    private boolean isNew(AddForeignKey add) {
        return tables.containsKey(add.table())
                && (tables.containsKey(add.key().referencedTable())
                        || changes.stream().noneMatch(change -> concerns(change, add.key())));
    }

    /** Whether a change makes what a key to a table that is there stands upon. */
    private static boolean concerns(SchemaChange change, ForeignKeyDefinition key) {
        QualifiedName table = key.referencedTable();
        List<String> columns = key.referencedColumns();
        return (change instanceof AddColumn add
                        && add.table().equals(table)
                        && columns.contains(add.column().name()))
                || (change instanceof ChangeColumn changed
                        && changed.table().equals(table)
                        && columns.contains(changed.to().name()))
                || (change instanceof AddIndex add
                        && add.table().equals(table)
                        && Set.copyOf(add.index().columns()).equals(Set.copyOf(columns)));
    }

    private static TableDefinition with(TableDefinition table, ForeignKeyDefinition key) {
        List<ForeignKeyDefinition> keys = new ArrayList<>(table.foreignKeys());
        keys.add(key);
        return table.withForeignKeys(keys);
    }

    private List<SchemaChange> inOrder() {
        TableOrder order = TableOrder.of(tables.values());
        Iterator<TableDefinition> next = order.tables().iterator();
        List<SchemaChange> all = new ArrayList<>();
        for (SchemaChange change : changes) {
            if (change instanceof CreateTable) {
                all.add(new CreateTable(without(next.next(), order)));
            } else if (change instanceof AddForeignKey add && withTables.contains(add)) {
                if (order.forward(add.table()).contains(add.key())) {
                    all.add(add);
                }
            } else {
                all.add(change);
            }
        }
        return all;
    }

    private static TableDefinition without(TableDefinition table, TableOrder order) {
        List<ForeignKeyDefinition> forward = order.forward(table.name());
        return table.withForeignKeys(table.foreignKeys().stream()
                .filter(key -> !forward.contains(key))
                .toList());
    }
}
