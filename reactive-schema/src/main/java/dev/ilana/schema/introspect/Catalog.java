package dev.ilana.schema.introspect;

import dev.ilana.connection.Database;
import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import dev.ilana.error.UnsupportedFeatureException;
import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.CheckDefinition.Condition;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.EnumDefinition;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.SequenceDefinition;
import dev.ilana.schema.definition.SequenceLimits;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.definition.TableOptions;
import dev.ilana.sql.Names;
import dev.ilana.sql.Sql;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a database has. A table without a schema in its name is looked for where the connection looks for it. What is
 * found has names for all its keys, as the database has.
 */
public abstract class Catalog {

    private final Database database;

    Catalog(Database database) {
        this.database = database;
    }

    /** The catalog of that database. */
    public static Catalog of(Database database) {
        Dialect dialect = database.dialect();
        if (dialect == Dialects.POSTGRESQL) {
            return new PostgreSqlCatalog(database);
        } else if (dialect == Dialects.H2) {
            return new H2Catalog(database);
        } else if (dialect == Dialects.MYSQL) {
            return new MySqlCatalog(database);
        } else if (dialect == Dialects.MARIADB) {
            return new MariaDbCatalog(database);
        }
        throw new UnsupportedFeatureException(
                dialect.name(), "introspection", "use one of H2, PostgreSQL, MariaDB and MySQL");
    }

    // Questions

    /** Whether there is a table or view of that name. */
    public final Mono<Boolean> hasTable(QualifiedName table) {
        return read("select '1' as found from information_schema.tables where " + isTable(table, ""), row -> true)
                .map(rows -> !rows.isEmpty());
    }

    /** Whether the table has a column of that name; false when there is no such table. */
    public final Mono<Boolean> hasColumn(QualifiedName table, String column) {
        return read(
                        "select '1' as found from information_schema.columns where " + isTable(table, "")
                                + " and column_name = " + quoted(column),
                        row -> true)
                .map(rows -> !rows.isEmpty());
    }

    /**
     * Whether the table has an index, primary key or unique constraint of that name; false when there is no such table.
     */
    public final Mono<Boolean> hasIndex(QualifiedName table, String index) {
        Names.check(index);
        return indexes(table, List.of()).map(indexes -> indexes.stream().anyMatch(one -> index.equals(one.name())));
    }

    /** The schema in use, in which names without one are made and found. */
    public final Mono<String> currentSchema() {
        return read(currentSchemaQuery(), row -> row.word("name")).map(rows -> rows.get(0));
    }

    /** A query of one column, {@code name}. */
    abstract String currentSchemaQuery();

    // Definitions

    /** The tables, without views and what an extension brought, of the schema in use, by name. */
    public final Flux<QualifiedName> tables() {
        return read(
                        "select table_name as name from information_schema.tables where " + inSchema(null, "")
                                + " and upper(table_type) in ('BASE TABLE', 'TABLE')" + notBrought()
                                + " order by table_name",
                        row -> new QualifiedName(null, row.word("name")))
                .flatMapIterable(names -> names);
    }

    /** The condition that a row of the information schema's tables is of no extension. */
    String notBrought() {
        return "";
    }

    /** The table with all it has; empty when there is none of that name. */
    public final Mono<TableDefinition> table(QualifiedName table) {
        return columns(table)
                .map(PresentColumn::definition)
                .collectList()
                .filter(columns -> !columns.isEmpty())
                .flatMap(columns -> Mono.zip(indexes(table, columns), foreignKeys(table), checks(table), facts(table))
                        .map(parts -> new TableDefinition(
                                table,
                                columns,
                                withoutIndexesOfKeys(parts.getT1(), parts.getT2()),
                                parts.getT2(),
                                withoutTypeChecks(parts.getT3(), columns),
                                parts.getT4().options(),
                                parts.getT4().comment())));
    }

    /** The {@link UnknownTableException} for a table of that name, which names the nearest that is there. */
    public final <T> Mono<T> unknown(QualifiedName table) {
        return tables().map(QualifiedName::toString)
                .collectList()
                .flatMap(known -> Mono.error(new UnknownTableException(table.toString(), known)));
    }

    /** The foreign keys that point at the table, of it and of the other tables of the schema in use, by table. */
    public final Flux<Reference> references(QualifiedName table) {
        return currentSchema()
                .flatMapMany(schema -> tables().concatMap(from -> foreignKeys(from)
                        .flatMapIterable(keys -> keys)
                        .filter(key -> inFull(key.referencedTable(), schema).equals(inFull(table, schema)))
                        .map(key -> new Reference(from, key))));
    }

    private static QualifiedName inFull(QualifiedName table, String currentSchema) {
        return table.schema() == null ? new QualifiedName(currentSchema, table.name()) : table;
    }

    /** All tables of the schema in use, and its enumerated types and sequences. */
    public final Mono<SchemaDefinition> schema() {
        return Mono.zip(
                        tables().concatMap(this::table).collectList(),
                        enums(),
                        sequences().collectList())
                .map(parts -> new SchemaDefinition(parts.getT1(), parts.getT2(), parts.getT3()));
    }

    /** The columns of the table in their order; none when there is no such table. */
    public final Flux<PresentColumn> columns(QualifiedName table) {
        return columnDefinitions(table)
                .flatMapMany(columns -> checks(table)
                        .flatMapIterable(checks -> columns.stream()
                                .map(column -> TypeChecks.of(checks).applied(column))
                                .toList()));
    }

    /** The types of columns as declared, before the checks that hold them to more are known. */
    abstract Mono<List<ColumnDefinition>> columnDefinitions(QualifiedName table);

    /** @param columns those of the table where they are known, whose types tell the kinds of some indexes */
    abstract Mono<List<IndexDefinition>> indexes(QualifiedName table, List<ColumnDefinition> columns);

    abstract Mono<List<ForeignKeyDefinition>> foreignKeys(QualifiedName table);

    /** All checks, those that hold columns to their types among them; each rule is a {@link Condition}. */
    abstract Mono<List<CheckDefinition>> checks(QualifiedName table);

    abstract Mono<Facts> facts(QualifiedName table);

    /** The enumerated types that stand by themselves, by name. */
    public Mono<List<EnumDefinition>> enums() {
        return Mono.just(List.of());
    }

    /** The sequences of the schema in use that belong to no column, by name. */
    public final Flux<SequenceDefinition> sequences() {
        return sequencesIn(null);
    }

    /** The sequences of that schema that belong to no column, by name. */
    public final Flux<SequenceDefinition> sequences(String schema) {
        return sequencesIn(schema);
    }

    /** @param schema null for the one in use */
    Flux<SequenceDefinition> sequencesIn(@Nullable String schema) {
        return Flux.empty();
    }

    /** The sequence of a row in which the catalogs' words for it are those of the statement that makes one. */
    final SequenceDefinition sequence(@Nullable String schema, CatalogRow row) {
        return SequenceLimits.of(database.dialect())
                .unsaid(new SequenceDefinition(
                        new QualifiedName(schema, row.word("name")),
                        row.longNumber("start"),
                        row.longNumber("increment"),
                        row.longNumber("minimum"),
                        row.longNumber("maximum"),
                        row.longNumber("cache"),
                        row.yes("cycles")));
    }

    /** The packages that the database was extended by, without those that every database has. */
    public Mono<List<String>> extensions() {
        return Mono.just(List.of());
    }

    /**
     * What else there is in the schema in use, or is true of its tables, that no definition tells: {@code view
     * city_names}. Rights, owners and what only makes things faster do not count.
     */
    public final Flux<String> unread() {
        return read(unreadThings(), row -> row.word("kind") + " " + row.word("name"))
                .flatMapIterable(things -> things)
                .sort();
    }

    /** A query of two columns, {@code kind} and {@code name}. */
    abstract String unreadThings();

    /** A foreign key, and the table that it is of. */
    public record Reference(QualifiedName table, ForeignKeyDefinition key) {}

    /** What is true of a table as a whole. */
    record Facts(TableOptions options, @Nullable String comment) {}

    // For the catalogs

    /** The condition that a row of the information schema is of that schema; of the one in use for null. */
    abstract String inSchema(@Nullable String schema, String prefix);

    final String isTable(QualifiedName table, String prefix) {
        return inSchema(table.schema(), prefix) + " and " + prefix + "table_name = " + quoted(table.name());
    }

    /** A name as a literal: nothing that ends one can be in it. */
    static String quoted(String name) {
        return "'" + Names.check(name) + "'";
    }

    final <T> Mono<List<T>> read(String sql, Function<CatalogRow, T> reader) {
        return database.executor().list(Sql.of(sql), (row, metadata) -> reader.apply(new CatalogRow(row)));
    }

    /** Rows that come one a part, put together by name. */
    static <T, R> List<R> grouped(List<T> rows, Function<T, String> name, Function<List<T>, R> whole) {
        Map<String, List<T>> groups =
                rows.stream().collect(Collectors.groupingBy(name, LinkedHashMap::new, Collectors.toList()));
        return groups.values().stream().map(whole).toList();
    }

    /** The index that MySQL and MariaDB make for a foreign key which has none is a part of the key. */
    private static List<IndexDefinition> withoutIndexesOfKeys(
            List<IndexDefinition> indexes, List<ForeignKeyDefinition> keys) {
        return indexes.stream()
                .filter(index -> keys.stream()
                        .noneMatch(key -> key.columns().equals(index.columns())
                                && key.name() != null
                                && key.name().equals(index.name())))
                .toList();
    }

    private static List<CheckDefinition> withoutTypeChecks(
            List<CheckDefinition> checks, List<ColumnDefinition> columns) {
        TypeChecks typeChecks = TypeChecks.of(checks);
        return checks.stream()
                .filter(check -> columns.stream().noneMatch(column -> typeChecks.isTypeCheck(check, column)))
                .toList();
    }
}
