package dev.ilana.schema.diff;

import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.ColumnChange.RenameColumn;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexPart;
import dev.ilana.schema.definition.IndexPart.OfColumn;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableChange.RenameTable;
import dev.ilana.schema.definition.TableDefinition;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The names that are said to have become others.
 *
 * @param tables from the old name of each
 * @param columns by the new name of their table, from the old name of each
 */
record Renames(Map<QualifiedName, String> tables, Map<QualifiedName, Map<String, String>> columns) {

    static final Renames NONE = new Renames(Map.of(), Map.of());

    Renames table(QualifiedName from, String to) {
        Map<QualifiedName, String> all = new LinkedHashMap<>(tables);
        all.put(from, to);
        return new Renames(all, columns);
    }

    Renames column(QualifiedName table, String from, String to) {
        Map<QualifiedName, Map<String, String>> all = new LinkedHashMap<>(columns);
        Map<String, String> ofTable = new LinkedHashMap<>(all.getOrDefault(table, Map.of()));
        ofTable.put(from, to);
        all.put(table, ofTable);
        return new Renames(tables, all);
    }

    /** Those back. */
    Renames inverse() {
        Renames back = NONE;
        for (Map.Entry<QualifiedName, String> table : tables.entrySet()) {
            back = back.table(
                    table.getKey().sibling(table.getValue()), table.getKey().name());
        }
        for (Map.Entry<QualifiedName, Map<String, String>> ofTable : columns.entrySet()) {
            QualifiedName old = oldName(ofTable.getKey());
            for (Map.Entry<String, String> column : ofTable.getValue().entrySet()) {
                back = back.column(old, column.getValue(), column.getKey());
            }
        }
        return back;
    }

    /** The changes that a schema which has not had them yet needs: none for what is not there, or has its name already. */
    List<SchemaChange> neededIn(SchemaDefinition schema) {
        List<SchemaChange> changes = new ArrayList<>();
        tables.forEach((from, to) -> {
            if (schema.table(from).isPresent() && schema.table(from.sibling(to)).isEmpty()) {
                changes.add(new RenameTable(from, to));
            }
        });
        columns.forEach((table, ofTable) -> schema.table(schema.table(table).isPresent() ? table : oldName(table))
                .ifPresent(present -> ofTable.forEach((from, to) -> {
                    if (present.column(from).isPresent() && present.column(to).isEmpty()) {
                        changes.add(new RenameColumn(table, from, to));
                    }
                })));
        return changes;
    }

    private QualifiedName oldName(QualifiedName table) {
        return tables.entrySet().stream()
                .filter(rename -> rename.getKey().sibling(rename.getValue()).equals(table))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(table);
    }

    /** Those that are among the changes. */
    static Renames of(List<SchemaChange> changes) {
        Renames all = NONE;
        for (SchemaChange change : changes) {
            if (change instanceof RenameTable table) {
                all = all.table(table.table(), table.newName());
            } else if (change instanceof RenameColumn column) {
                all = all.column(column.table(), column.column(), column.newName());
            }
        }
        return all;
    }

    /** The schema after such changes. */
    static SchemaDefinition made(List<SchemaChange> changes, SchemaDefinition schema) {
        Renames all = of(changes);
        return schema.mapTables(all::renamed);
    }

    private TableDefinition renamed(TableDefinition table) {
        QualifiedName name = name(table.name());
        return new TableDefinition(
                name,
                table.columns().stream()
                        .map(column -> column.withName(column(name, column.name())))
                        .toList(),
                table.indexes().stream().map(index -> renamed(name, index)).toList(),
                table.foreignKeys().stream().map(key -> renamed(name, key)).toList(),
                table.checks().stream()
                        .map(check -> new CheckDefinition(check.name(), columns(name, check.columns()), check.rule()))
                        .toList(),
                table.options(),
                table.comment());
    }

    private IndexDefinition renamed(QualifiedName table, IndexDefinition index) {
        return index.withParts(index.parts().stream()
                .<IndexPart>map(part -> part instanceof OfColumn of
                        ? new OfColumn(column(table, of.column()), of.descending(), of.length(), of.operatorClass())
                        : part)
                .toList());
    }

    private ForeignKeyDefinition renamed(QualifiedName table, ForeignKeyDefinition key) {
        QualifiedName referenced = name(key.referencedTable());
        return new ForeignKeyDefinition(
                key.name(),
                columns(table, key.columns()),
                referenced,
                columns(referenced, key.referencedColumns()),
                key.onDelete(),
                key.onUpdate(),
                key.deferral());
    }

    private List<String> columns(QualifiedName table, List<String> names) {
        return names.stream().map(name -> column(table, name)).toList();
    }

    QualifiedName name(QualifiedName table) {
        String other = tables.get(table);
        return other == null ? table : table.sibling(other);
    }

    String column(QualifiedName table, String name) {
        return columns.getOrDefault(table, Map.of()).getOrDefault(name, name);
    }
}
