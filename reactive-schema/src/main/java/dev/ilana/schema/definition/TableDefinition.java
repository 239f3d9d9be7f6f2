package dev.ilana.schema.definition;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A table: its columns in order, its indexes with the primary key among them, its foreign keys. */
public record TableDefinition(
        String name,
        List<ColumnDefinition> columns,
        List<IndexDefinition> indexes,
        List<ForeignKeyDefinition> foreignKeys) {

    /**
     * The table, once it holds together.
     *
     * @throws InvalidUsageException when it has no column, one twice, a second primary key, or a key on a column it
     *     does not have
     */
    public TableDefinition {
        Names.check(name);
        columns = List.copyOf(columns);
        indexes = List.copyOf(indexes);
        foreignKeys = List.copyOf(foreignKeys);
        if (columns.isEmpty()) {
            throw new InvalidUsageException("table \"" + name + "\" has no column");
        }
        Set<String> known = new HashSet<>();
        for (ColumnDefinition column : columns) {
            if (!known.add(column.name())) {
                throw new InvalidUsageException("table \"" + name + "\" has column \"" + column.name() + "\" twice");
            }
        }
        for (IndexDefinition index : indexes) {
            requireKnown(name, known, index.columns());
        }
        for (ForeignKeyDefinition key : foreignKeys) {
            requireKnown(name, known, key.columns());
        }
        if (indexes.stream().filter(IndexDefinition::isPrimary).count() > 1) {
            throw new InvalidUsageException(
                    "table \"" + name + "\" has two primary keys; one over several columns is primary(first, second)");
        }
    }

    /** The primary key; empty when the table has none. */
    public Optional<IndexDefinition> primaryKey() {
        return indexes.stream().filter(IndexDefinition::isPrimary).findFirst();
    }

    private static void requireKnown(String table, Set<String> known, List<String> columns) {
        for (String column : columns) {
            if (!known.contains(column)) {
                throw new InvalidUsageException(
                        "table \"" + table + "\" has a key on column \"" + column + "\", which it does not have");
            }
        }
    }
}
