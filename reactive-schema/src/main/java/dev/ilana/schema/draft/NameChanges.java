package dev.ilana.schema.draft;

import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.ColumnChange.RenameColumn;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexPart;
import dev.ilana.schema.definition.IndexPart.OfColumn;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.TableChange.RenameTable;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.diff.SchemaDiff;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Tables and columns that have other names by changes.
 *
 * @param tables the new name by the old one
 * @param columns the new names by the old ones, by the table's new name
 */
record NameChanges(Map<QualifiedName, QualifiedName> tables, Map<QualifiedName, Map<String, String>> columns) {

    static NameChanges of(List<SchemaChange> changes) {
        Map<QualifiedName, QualifiedName> tables = new HashMap<>();
        Map<QualifiedName, Map<String, String>> columns = new HashMap<>();
        for (SchemaChange change : changes) {
            if (change instanceof RenameTable table) {
                tables.put(table.table(), table.table().sibling(table.newName()));
            } else if (change instanceof RenameColumn column) {
                columns.computeIfAbsent(column.table(), unused -> new HashMap<>())
                        .put(column.column(), column.newName());
            }
        }
        return new NameChanges(tables, columns);
    }

    /** The diff, told to give each its old name again. */
    SchemaDiff back(SchemaDiff diff) {
        SchemaDiff told = diff;
        for (Map.Entry<QualifiedName, QualifiedName> table : tables.entrySet()) {
            told = told.renamingTable(
                    table.getValue().toString(), table.getKey().name());
        }
        for (Map.Entry<QualifiedName, Map<String, String>> table : columns.entrySet()) {
            String old = oldName(table.getKey()).toString();
            for (Map.Entry<String, String> column : table.getValue().entrySet()) {
                told = told.renamingColumn(old, column.getValue(), column.getKey());
            }
        }
        return told;
    }

    private QualifiedName oldName(QualifiedName table) {
        return tables.entrySet().stream()
                .filter(rename -> rename.getValue().equals(table))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(table);
    }

    /** The table, and what in it names others, by the new names. */
    TableDefinition in(TableDefinition table) {
        QualifiedName name = name(table.name());
        return new TableDefinition(
                name,
                table.columns().stream()
                        .map(column -> column.withName(column(name, column.name())))
                        .toList(),
                table.indexes().stream().map(index -> in(name, index)).toList(),
                table.foreignKeys().stream().map(key -> in(name, key)).toList(),
                table.checks().stream()
                        .map(check -> new CheckDefinition(check.name(), columns(name, check.columns()), check.rule()))
                        .toList(),
                table.options(),
                table.comment());
    }

    private IndexDefinition in(QualifiedName table, IndexDefinition index) {
        return index.withParts(index.parts().stream()
                .<IndexPart>map(part -> part instanceof OfColumn of
                        ? new OfColumn(column(table, of.column()), of.descending(), of.length(), of.operatorClass())
                        : part)
                .toList());
    }

    private ForeignKeyDefinition in(QualifiedName table, ForeignKeyDefinition key) {
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

    private QualifiedName name(QualifiedName table) {
        return tables.getOrDefault(table, table);
    }

    private List<String> columns(QualifiedName table, List<String> names) {
        return names.stream().map(name -> column(table, name)).toList();
    }

    private String column(QualifiedName table, String name) {
        return columns.getOrDefault(table, Map.of()).getOrDefault(name, name);
    }
}
