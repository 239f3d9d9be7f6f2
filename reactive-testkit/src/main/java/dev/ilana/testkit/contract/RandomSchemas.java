package dev.ilana.testkit.contract;

import dev.ilana.dialect.Dialect;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.ReferentialAction;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import java.util.ArrayList;
import java.util.List;

/** Schemas with some of all that a database can have, made up from a seed. */
final class RandomSchemas {

    private final Dice dice;
    private final RandomColumns columns;
    private final RandomKeys keys;
    private final RandomSequences sequences;

    RandomSchemas(Dialect dialect, long seed) {
        this.dice = new Dice(seed);
        this.columns = new RandomColumns(dialect, dice);
        this.keys = new RandomKeys(dialect, dice);
        this.sequences = new RandomSequences(dialect, dice);
    }

    /** A schema of so many tables, {@code t0} and on, with keys between them that may go in circles. */
    SchemaDefinition schema(int tables) {
        List<TableDefinition> made = new ArrayList<>();
        for (int i = 0; i < tables; i++) {
            made.add(table("t" + i));
        }
        return new SchemaDefinition(
                made.stream().map(table -> keys.withForeignKeys(table, tables)).toList(),
                List.of(),
                sequences.sequences());
    }

    /** Another schema, which has grown out of that one: parts are the same, changed, gone and new. */
    SchemaDefinition grown(SchemaDefinition schema) {
        List<TableDefinition> tables = new ArrayList<>();
        for (TableDefinition table : schema.tables()) {
            if (!dice.chance(6)) {
                tables.add(grown(table));
            }
        }
        tables.add(table("t" + schema.tables().size()));
        List<QualifiedName> names = tables.stream().map(TableDefinition::name).toList();
        return new SchemaDefinition(
                tables.stream()
                        .map(table -> table.withForeignKeys(table.foreignKeys().stream()
                                .filter(key -> names.contains(key.referencedTable()))
                                .toList()))
                        .toList(),
                List.of(),
                sequences.grown(schema.sequences()));
    }

    private TableDefinition grown(TableDefinition table) {
        TableDefinition other = table(table.name().name());
        List<ColumnDefinition> grown = new ArrayList<>();
        for (ColumnDefinition column : table.columns()) {
            boolean isKey = isKeyOf(table, column);
            if (isKey || !dice.chance(4)) {
                grown.add(!isKey && dice.chance(3) ? columns.changed(column) : column);
            }
        }
        for (ColumnDefinition column : other.columns()) {
            if (!names(grown).contains(column.name() + "x")
                    && dice.chance(2)
                    && column.computed() == null
                    && !column.autoIncrement()) {
                grown.add(column.withName(column.name() + "x"));
            }
        }
        boolean computes = names(grown).contains("n");
        grown.removeIf(column -> column.computed() != null && !computes);
        List<String> left = names(grown);
        return table.withIndexes(table.indexes().stream()
                        .filter(index -> left.containsAll(index.columns()) && mentions(index, table, left))
                        .filter(index -> index.isPrimary() || index.columns().equals(List.of("id")) || !dice.chance(3))
                        .toList())
                .withForeignKeys(table.foreignKeys().stream()
                        .filter(key -> left.containsAll(key.columns()))
                        .map(key -> dice.chance(3) ? key.withOnDelete(ReferentialAction.CASCADE) : key)
                        .toList())
                .withChecks(table.checks().stream()
                        .filter(check -> left.containsAll(check.columns()) && !dice.chance(3))
                        .toList())
                .withColumns(grown)
                .withComment(dice.chance(3) ? other.comment() : table.comment());
    }

    private static List<String> names(List<ColumnDefinition> columns) {
        return columns.stream().map(ColumnDefinition::name).toList();
    }

    /** The SQL in an index is over the columns n and s. */
    private static boolean mentions(IndexDefinition index, TableDefinition table, List<String> left) {
        boolean plain =
                index.where() == null && index.columns().size() == index.parts().size();
        return plain
                || table.columns().stream()
                        .map(ColumnDefinition::name)
                        .filter(name -> name.equals("n") || name.equals("s"))
                        .allMatch(left::contains);
    }

    private static boolean isKeyOf(TableDefinition table, ColumnDefinition column) {
        return table.primaryKey()
                        .map(key -> key.columns().contains(column.name()))
                        .orElse(false)
                || table.foreignKeys().stream().anyMatch(key -> key.columns().contains(column.name()));
    }

    private TableDefinition table(String name) {
        List<ColumnDefinition> made = columns.columns();
        return TableDefinition.of(QualifiedName.of(name), made, keys.indexes(made))
                .withChecks(keys.checks())
                .withComment(columns.comment());
    }
}
