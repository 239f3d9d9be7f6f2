package dev.ilana.cli.show;

import dev.ilana.cli.console.Facts;
import dev.ilana.cli.console.Part;
import dev.ilana.cli.console.Things;
import dev.ilana.connection.Database;
import dev.ilana.schema.ddl.DdlGrammar;
import dev.ilana.schema.ddl.Spelling;
import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexPart;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.schema.introspect.Catalog.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** What a table has, in the words of its database. */
record TableOverview(Spelling spelling) {

    /** The parts; an {@link dev.ilana.schema.introspect.UnknownTableException} when there is no such table. */
    static Mono<List<Part>> parts(Database database, QualifiedName name) {
        Catalog catalog = Catalog.of(database);
        TableOverview overview =
                new TableOverview(DdlGrammar.of(database.dialect()).spelling());
        return catalog.table(name)
                .switchIfEmpty(catalog.unknown(name))
                .flatMap(table ->
                        catalog.references(name).collectList().map(references -> overview.parts(table, references)));
    }

    private List<Part> parts(TableDefinition table, List<Reference> references) {
        Map<String, @Nullable Object> facts = new LinkedHashMap<>();
        facts.put("table", table.name());
        facts.put("comment", table.comment());
        return List.of(
                new Facts("table", facts),
                things("column", table.columns(), this::column),
                things("index", table.indexes(), TableOverview::index),
                things("foreignKey", table.foreignKeys(), TableOverview::foreignKey),
                things("referencedBy", references, TableOverview::reference),
                things("check", table.checks(), this::check));
    }

    private static <T> Part things(String kind, List<T> all, Function<T, Map<String, @Nullable Object>> thing) {
        return new Things(kind, all.stream().map(thing).toList());
    }

    private Map<String, @Nullable Object> column(ColumnDefinition column) {
        Map<String, @Nullable Object> thing = new LinkedHashMap<>();
        thing.put("name", column.name());
        thing.put("type", spelling.type(column));
        thing.put("nullable", column.nullable());
        thing.put("default", spelling.defaultValue(column));
        thing.put("autoIncrement", column.autoIncrement());
        thing.put("currentOnUpdate", column.currentOnUpdate());
        thing.put(
                "computed", column.computed() == null ? null : column.computed().sql());
        thing.put("comment", column.comment());
        return thing;
    }

    private static Map<String, @Nullable Object> index(IndexDefinition index) {
        Map<String, @Nullable Object> thing = new LinkedHashMap<>();
        thing.put("name", index.name());
        thing.put("type", index.kind().words());
        thing.put("columns", index.parts().stream().map(IndexPart::words).toList());
        thing.put(
                "method", index.method() == null ? null : index.method().name().toLowerCase(Locale.ROOT));
        thing.put("where", index.where());
        return thing;
    }

    private static Map<String, @Nullable Object> foreignKey(ForeignKeyDefinition key) {
        Map<String, @Nullable Object> thing = new LinkedHashMap<>();
        thing.put("name", key.name());
        thing.put("columns", key.columns());
        thing.put("referencedTable", key.referencedTable());
        putRest(key, thing);
        return thing;
    }

    private static Map<String, @Nullable Object> reference(Reference reference) {
        ForeignKeyDefinition key = reference.key();
        Map<String, @Nullable Object> thing = new LinkedHashMap<>();
        thing.put("name", key.name());
        thing.put("table", reference.table());
        thing.put("columns", key.columns());
        putRest(key, thing);
        return thing;
    }

    private static void putRest(ForeignKeyDefinition key, Map<String, @Nullable Object> thing) {
        thing.put("referencedColumns", key.referencedColumns());
        thing.put("onDelete", key.onDelete().words());
        thing.put("onUpdate", key.onUpdate().words());
    }

    private Map<String, @Nullable Object> check(CheckDefinition check) {
        Map<String, @Nullable Object> thing = new LinkedHashMap<>();
        thing.put("name", check.name());
        thing.put("condition", spelling.condition(check));
        return thing;
    }
}
