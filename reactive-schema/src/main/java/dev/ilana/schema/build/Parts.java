package dev.ilana.schema.build;

import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.SchemaChange;
import dev.ilana.schema.definition.SchemaChange.AddColumn;
import dev.ilana.schema.definition.SchemaChange.AddForeignKey;
import dev.ilana.schema.definition.SchemaChange.AddIndex;
import dev.ilana.schema.definition.TableDefinition;
import java.util.ArrayList;
import java.util.List;

/** All that a blueprint was told of its table, in order: a new table's definition, or the changes to an old one. */
record Parts(String table, List<Part> parts) {

    TableDefinition definition() {
        List<ColumnDefinition> columns = new ArrayList<>();
        List<IndexDefinition> indexes = new ArrayList<>();
        List<ForeignKeyDefinition> keys = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.Column told) {
                columns.add(told.column().definition());
                indexes.addAll(told.column().indexes());
            } else if (part instanceof Part.Index told) {
                indexes.add(told.index());
            } else if (part instanceof Part.ForeignKey told) {
                keys.add(told.key().definition());
            }
        }
        return new TableDefinition(table, columns, indexes, keys);
    }

    List<SchemaChange> changes() {
        List<SchemaChange> changes = new ArrayList<>();
        for (Part part : parts) {
            if (part instanceof Part.Column told) {
                changes.addAll(added(told.column()));
            } else if (part instanceof Part.Index told) {
                changes.add(new AddIndex(table, told.index()));
            } else if (part instanceof Part.ForeignKey told) {
                changes.add(new AddForeignKey(table, told.key().definition()));
            } else if (part instanceof Part.Change told) {
                changes.add(told.change());
            }
        }
        return changes;
    }

    private List<SchemaChange> added(ColumnBlueprint column) {
        List<SchemaChange> changes = new ArrayList<>();
        boolean primary = column.indexes().stream().anyMatch(IndexDefinition::isPrimary);
        changes.add(new AddColumn(table, column.definition(), primary));
        for (IndexDefinition index : column.indexes()) {
            if (!index.isPrimary()) {
                changes.add(new AddIndex(table, index));
            }
        }
        return changes;
    }
}
