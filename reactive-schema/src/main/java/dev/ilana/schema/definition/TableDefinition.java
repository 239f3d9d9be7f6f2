package dev.ilana.schema.definition;

import dev.ilana.error.InvalidUsageException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table: its columns in order, its indexes with the primary key among them, its foreign keys and checks.
 *
 * @param comment what the database keeps as its comment; null when none
 */
public record TableDefinition(
        QualifiedName name,
        List<ColumnDefinition> columns,
        List<IndexDefinition> indexes,
        List<ForeignKeyDefinition> foreignKeys,
        List<CheckDefinition> checks,
        TableOptions options,
        @Nullable String comment) {

    /**
     * The table, once it holds together.
     *
     * @throws InvalidUsageException when it has no column, one twice, a second primary key, or a key on a column it
     *     does not have
     */
    public TableDefinition {
        columns = List.copyOf(columns);
        indexes = List.copyOf(indexes);
        foreignKeys = List.copyOf(foreignKeys);
        checks = List.copyOf(checks);
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
            requireKnown(name, known, "a key", index.columns());
        }
        for (ForeignKeyDefinition key : foreignKeys) {
            requireKnown(name, known, "a key", key.columns());
        }
        for (CheckDefinition check : checks) {
            requireKnown(name, known, "a check", check.columns());
        }
        if (indexes.stream().filter(IndexDefinition::isPrimary).count() > 1) {
            throw new InvalidUsageException(
                    "table \"" + name + "\" has two primary keys; one over several columns is primary(first, second)");
        }
    }

    /** A table of columns and indexes only. */
    public static TableDefinition of(
            QualifiedName name, List<ColumnDefinition> columns, List<IndexDefinition> indexes) {
        return new TableDefinition(name, columns, indexes, List.of(), List.of(), TableOptions.NONE, null);
    }

    public TableDefinition withName(QualifiedName other) {
        return new TableDefinition(other, columns, indexes, foreignKeys, checks, options, comment);
    }

    /** With these columns, over which its keys must be. */
    public TableDefinition withColumns(List<ColumnDefinition> other) {
        return new TableDefinition(name, other, indexes, foreignKeys, checks, options, comment);
    }

    public TableDefinition withIndexes(List<IndexDefinition> other) {
        return new TableDefinition(name, columns, other, foreignKeys, checks, options, comment);
    }

    public TableDefinition withChecks(List<CheckDefinition> other) {
        return new TableDefinition(name, columns, indexes, foreignKeys, other, options, comment);
    }

    public TableDefinition withComment(@Nullable String words) {
        return new TableDefinition(name, columns, indexes, foreignKeys, checks, options, words);
    }

    public TableDefinition withForeignKeys(List<ForeignKeyDefinition> keys) {
        return new TableDefinition(name, columns, indexes, keys, checks, options, comment);
    }

    /** The primary key; empty when the table has none. */
    public Optional<IndexDefinition> primaryKey() {
        return indexes.stream().filter(IndexDefinition::isPrimary).findFirst();
    }

    /** The column of that name; empty when the table has none. */
    public Optional<ColumnDefinition> column(String column) {
        return columns.stream().filter(one -> one.name().equals(column)).findFirst();
    }

    /** The columns by which a row is told: the primary key, else the first unique key that is never null; else none. */
    public List<String> identifier() {
        return primaryKey()
                .map(IndexDefinition::columns)
                .orElseGet(() -> indexes.stream()
                        .filter(index -> index.isUnique() && index.isOverColumns())
                        .map(IndexDefinition::columns)
                        .filter(key -> key.stream()
                                .noneMatch(one -> column(one)
                                        .map(ColumnDefinition::nullable)
                                        .orElse(true)))
                        .findFirst()
                        .orElse(List.of()));
    }

    /** Whether no two rows have the same values in these columns: a key is over them, or over fewer of them. */
    public boolean areUnique(Collection<String> some) {
        return indexes.stream().anyMatch(index -> index.makesUnique(some));
    }

    private static void requireKnown(QualifiedName table, Set<String> known, String what, List<String> columns) {
        for (String column : columns) {
            if (!known.contains(column)) {
                throw new InvalidUsageException("table \"" + table + "\" has " + what + " on column \"" + column
                        + "\", which it does not have");
            }
        }
    }
}
