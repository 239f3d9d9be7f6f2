package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import java.util.ArrayList;
import java.util.List;

/**
 * What no Prisma file can say, and which therefore stays as a database has it: checks, indexes with SQL in them, what a column
 * is computed from, its alphabet and whether an update sets it, when a foreign key is checked, and sequences of their own.
 */
final class Unsaid {

    private Unsaid() {}

    /** The file's schema, with that of the database which it does not speak of. */
    static SchemaDefinition keptOf(SchemaDefinition present, SchemaDefinition file) {
        return file.mapTables(table -> present.table(table.name())
                        .map(there -> kept(there, table))
                        .orElse(table))
                .withSequences(present.sequences());
    }

    private static TableDefinition kept(TableDefinition present, TableDefinition file) {
        List<IndexDefinition> indexes = new ArrayList<>(file.indexes());
        present.indexes().stream()
                .filter(index -> index.hasSql() && areIn(index.columns(), file))
                .forEach(indexes::add);
        return file.withColumns(file.columns().stream()
                        .map(column -> present.column(column.name())
                                .map(there -> kept(there, column))
                                .orElse(column))
                        .toList())
                .withIndexes(indexes)
                .withForeignKeys(file.foreignKeys().stream()
                        .map(key -> kept(present, key))
                        .toList())
                .withChecks(present.checks().stream()
                        .filter(check -> areIn(check.columns(), file))
                        .toList());
    }

    private static boolean areIn(List<String> columns, TableDefinition table) {
        return columns.stream().allMatch(column -> table.column(column).isPresent());
    }

    private static ColumnDefinition kept(ColumnDefinition present, ColumnDefinition file) {
        ColumnDefinition column = file.withText(present.text()).withCurrentOnUpdate(present.currentOnUpdate());
        return present.computed() == null
                ? column
                : column.withDefault(null).withCurrentOnUpdate(false).withComputed(present.computed());
    }

    private static ForeignKeyDefinition kept(TableDefinition present, ForeignKeyDefinition file) {
        return present.foreignKeys().stream()
                .filter(key -> key.columns().equals(file.columns()))
                .findFirst()
                .map(key -> file.withDeferral(key.deferral()))
                .orElse(file);
    }
}
