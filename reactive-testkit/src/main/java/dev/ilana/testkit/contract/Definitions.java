package dev.ilana.testkit.contract;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.schema.build.Blueprint;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.diff.Difference;
import dev.ilana.schema.diff.SchemaDiff;
import dev.ilana.schema.diff.SchemaSource;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Definitions to be made others. */
final class Definitions {

    private Definitions() {}

    @CanIgnoreReturnValue
    static Difference become(Runner run, SchemaDiff diff, SchemaDefinition wanted) {
        return EmptySchemaContract.become(run, diff, SchemaSource.of(wanted));
    }

    static SchemaDefinition schema(TableDefinition... tables) {
        return new SchemaDefinition(List.of(tables), List.of());
    }

    static TableDefinition table(String name, Consumer<Blueprint> columns) {
        return Schema.definition(name, columns);
    }

    static TableDefinition users() {
        return table("users", t -> {
            t.id();
            t.string("name", 40);
            t.string("email").unique();
            t.integer("age").nullable();
        });
    }

    static TableDefinition with(TableDefinition table, String column, UnaryOperator<ColumnDefinition> change) {
        return table.withColumns(table.columns().stream()
                .map(one -> one.name().equals(column) ? change.apply(one) : one)
                .toList());
    }

    static TableDefinition without(TableDefinition table, String column) {
        return table.withIndexes(table.indexes().stream()
                        .filter(index -> !index.columns().contains(column))
                        .toList())
                .withColumns(table.columns().stream()
                        .filter(one -> !one.name().equals(column))
                        .toList());
    }
}
