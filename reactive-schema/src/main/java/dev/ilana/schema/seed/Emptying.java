package dev.ilana.schema.seed;

import dev.ilana.connection.Database;
import dev.ilana.query.Query;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.definition.TableOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Removes all rows of tables, the children first. No database truncates a table that others reference, however empty they
 * are, so the rows are deleted.
 */
record Emptying(Database database) {

    Mono<Void> inOrder(List<QualifiedName> names) {
        return KnownTable.definitions(database, names).map(TableOrder::of).flatMap(order -> {
            boolean breakable = order.tables().stream()
                    .allMatch(table -> circular(order, table).stream()
                            .allMatch(key -> nullable(table, key).isPresent()));
            return breakable
                    ? database.transaction(() -> emptied(order))
                    : Schema.on(database).withoutForeignKeyChecks(() -> emptied(order));
        });
    }

    private Mono<Void> emptied(TableOrder order) {
        return Flux.concat(
                        Flux.fromIterable(order.tables()).concatMap(table -> loosened(order, table), 1),
                        Flux.fromIterable(order.reversed())
                                .concatMap(table -> rows(table).delete(), 1))
                .then();
    }

    /** The rows without what leads from them to rows that go before them. */
    private Mono<Long> loosened(TableOrder order, TableDefinition table) {
        Map<String, @Nullable Object> nothing = new HashMap<>();
        circular(order, table).stream()
                .flatMap(key -> nullable(table, key).stream())
                .forEach(column -> nothing.put(column, null));
        return nothing.isEmpty() ? Mono.empty() : rows(table).update(nothing);
    }

    private static List<ForeignKeyDefinition> circular(TableOrder order, TableDefinition table) {
        List<ForeignKeyDefinition> forward = order.forward(table.name());
        return table.foreignKeys().stream()
                .filter(key -> key.referencedTable().equals(table.name()) || forward.contains(key))
                .toList();
    }

    /** A column of the key without whose value it holds for nothing; empty when none may be null. */
    private static Optional<String> nullable(TableDefinition table, ForeignKeyDefinition key) {
        return key.columns().stream()
                .filter(name ->
                        table.column(name).filter(ColumnDefinition::nullable).isPresent())
                .findFirst();
    }

    private Query rows(TableDefinition table) {
        return Query.table(table.name().toString()).on(database).everything();
    }
}
