package dev.ilana.cli.show;

import dev.ilana.cli.console.Facts;
import dev.ilana.cli.console.Part;
import dev.ilana.cli.console.Things;
import dev.ilana.connection.Database;
import dev.ilana.connection.Health;
import dev.ilana.query.Query;
import dev.ilana.schema.definition.EnumDefinition;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.SequenceDefinition;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.introspect.Catalog;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a database is, and has in the schema in use.
 *
 * @param counted whether the rows of each table are counted
 */
record DatabaseOverview(Database database, boolean counted) {

    Mono<List<Part>> parts() {
        Catalog catalog = Catalog.of(database);
        // The first question ends with its own error where the database is not there.
        return catalog.currentSchema()
                .flatMap(name -> Mono.zip(
                                database.healthCheck(),
                                catalog.schema(),
                                catalog.unread().collectList())
                        .flatMap(read -> tables(read.getT2())
                                .map(tables -> List.of(
                                        facts(name, read.getT1()),
                                        tables,
                                        sequences(read.getT2()),
                                        enums(read.getT2()),
                                        unread(read.getT3())))));
    }

    private Part facts(String schema, Health health) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("product", health.product());
        facts.put("place", database.where());
        facts.put("schema", schema);
        return new Facts("database", facts);
    }

    private Mono<Part> tables(SchemaDefinition schema) {
        return Flux.fromIterable(schema.tables())
                .concatMap(table -> counted
                        ? Query.table(table.name().toString())
                                .on(database)
                                .count()
                                .map(rows -> table(table, rows))
                        : Mono.just(table(table, null)))
                .collectList()
                .map(tables -> new Things("table", tables));
    }

    private static Map<String, @Nullable Object> table(TableDefinition table, @Nullable Long rows) {
        Map<String, @Nullable Object> thing = new LinkedHashMap<>();
        thing.put("name", table.name());
        thing.put("columns", table.columns().size());
        thing.put("indexes", table.indexes().size());
        thing.put("foreignKeys", table.foreignKeys().size());
        thing.put("rows", rows);
        thing.put("comment", table.comment());
        return thing;
    }

    private static Part sequences(SchemaDefinition schema) {
        return new Things(
                "sequence",
                schema.sequences().stream().map(DatabaseOverview::sequence).toList());
    }

    private static Map<String, @Nullable Object> sequence(SequenceDefinition sequence) {
        Map<String, @Nullable Object> thing = new LinkedHashMap<>();
        thing.put("name", sequence.name());
        thing.put("start", sequence.start());
        thing.put("increment", sequence.increment());
        thing.put("cycles", sequence.cycles());
        return thing;
    }

    private static Part enums(SchemaDefinition schema) {
        return new Things(
                "enum",
                schema.enums().stream().map(DatabaseOverview::enumeration).toList());
    }

    private static Map<String, @Nullable Object> enumeration(EnumDefinition enumeration) {
        Map<String, @Nullable Object> thing = new LinkedHashMap<>();
        thing.put("name", enumeration.name());
        thing.put("values", enumeration.values());
        return thing;
    }

    private static Part unread(List<String> names) {
        return new Things("notRead", names.stream().map(DatabaseOverview::named).toList());
    }

    private static Map<String, @Nullable Object> named(String name) {
        Map<String, @Nullable Object> thing = new LinkedHashMap<>();
        thing.put("name", name);
        return thing;
    }
}
