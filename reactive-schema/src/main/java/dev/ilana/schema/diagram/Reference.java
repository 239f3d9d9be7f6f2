package dev.ilana.schema.diagram;

import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import java.util.List;

/** A foreign key with the table that has it: how many rows each of its ends may have. */
record Reference(TableDefinition table, ForeignKeyDefinition key) {

    /** Those of all tables, in their order. */
    static List<Reference> of(SchemaDefinition schema) {
        return schema.tables().stream()
                .flatMap(table -> table.foreignKeys().stream().map(key -> new Reference(table, key)))
                .toList();
    }

    /** Whether a row may refer to none: one null is enough for that. */
    boolean isOptional() {
        return key.columns().stream()
                .anyMatch(column ->
                        table.column(column).filter(ColumnDefinition::nullable).isPresent());
    }

    /** Whether at most one row refers to another, so that this is one to one. */
    boolean isOneToOne() {
        return table.areUnique(key.columns());
    }

    /** Whether a row is known by the one it refers to, and is nothing without it. */
    boolean isIdentifying() {
        return new TableKeys(table).isPrimary(key.columns());
    }
}
