package dev.ilana.query;

import dev.ilana.connection.Database;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.ModelNotFoundException;
import dev.ilana.error.UnconditionalWriteException;
import dev.ilana.sql.AllColumns;
import dev.ilana.sql.ColumnRef;
import dev.ilana.sql.Conversion;
import dev.ilana.sql.Expression;
import dev.ilana.sql.Raw;
import dev.ilana.sql.Select;
import dev.ilana.sql.Selection;
import dev.ilana.sql.Source;
import dev.ilana.sql.Sql;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.Truncate;
import dev.ilana.sql.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A query over the rows of a table that has no model, or is not asked for it. Column names are quoted, never trusted. */
public final class Query extends RowStreams {

    private Query(Select select, Settings settings) {
        super(select, settings);
    }

    /** A query over all columns and rows of {@code "table"}, {@code "schema.table"} or {@code "table as alias"}. */
    public static Query table(String name) {
        return new Query(Select.from(name), Settings.DEFAULT);
    }

    /** A query over the rows of another. */
    public static Query table(Subquery query, String alias) {
        return new Query(Select.from(new Source.Derived(query.asSelect(), alias)), Settings.DEFAULT);
    }

    /** The rows of a query written out in the database's own SQL, with a value for each {@code ?}. */
    public static Flux<Row> raw(String sql, @Nullable Object... values) {
        Raw raw = Raw.of(sql, values);
        return Flux.deferContextual(context -> {
            Database database = Database.current(context);
            return database.executor()
                    .list(database.dialect().grammar().compile(raw, false), Row.reader(database.dialect()))
                    .flatMapIterable(rows -> rows);
        });
    }

    /** Sends a statement in the database's own SQL, with a value for each {@code ?}; gives the number of rows it wrote. */
    public static Mono<Long> statement(String sql, @Nullable Object... values) {
        Raw raw = Raw.of(sql, values);
        return Mono.deferContextual(context -> {
            Database database = Database.current(context);
            Sql compiled = database.dialect().grammar().compile(raw, true);
            return database.executor().update(compiled);
        });
    }

    // Select

    /** Only these columns; {@code "name as author"} gives one another name. */
    public Query select(String... columns) {
        return selected(Arrays.stream(columns).map(this::named).toList());
    }

    /** Only these. */
    public Query select(Selectable... columns) {
        return selected(Arrays.stream(columns)
                .map(column -> column.selection(this::column))
                .toList());
    }

    /** This SQL as it is, after the columns selected so far, if any: never put a user's text into it. */
    public Query selectRaw(String sql, @Nullable Object... values) {
        List<Selection> columns = new ArrayList<>(select().columns());
        columns.add(Selection.of(Raw.of(sql, values)));
        return selected(columns);
    }

    /** The same of the rows of {@code "table"}, {@code "schema.table"} or {@code "table as alias"}. */
    public Query from(String table) {
        return withSelect(select().withSource(Source.parse(table)));
    }

    /** The same of the rows of another query, under that name. */
    public Query from(Subquery query, String alias) {
        return withSelect(select().withSource(new Source.Derived(query.asSelect(), alias)));
    }

    /** With these columns beside those it has already. */
    public Query addSelect(String... columns) {
        Query query = this;
        for (String column : columns) {
            query = query.adding(named(column));
        }
        return query;
    }

    private Query selected(List<Selection> columns) {
        if (columns.isEmpty()) {
            throw new InvalidUsageException("select needs at least one column; without select() a query has all");
        }
        return withSelect(select().withColumns(columns));
    }

    private Selection named(String name) {
        int as = name.indexOf(" as ");
        if (as >= 0) {
            return new Selection(column(name.substring(0, as)), name.substring(as + 4));
        }
        if (name.endsWith(".*")) {
            return Selection.of(new AllColumns(name.substring(0, name.length() - 2)));
        }
        int arrow = name.lastIndexOf("->");
        return arrow < 0 ? Selection.of(column(name)) : new Selection(column(name), name.substring(arrow + 2));
    }

    private @Nullable Selection selectedAs(String name) {
        return select().columns().stream()
                .filter(selection -> name.equals(selection.alias()))
                .findFirst()
                .orElse(null);
    }

    @Override
    protected Expression selected(String name) {
        Selection selected = selectedAs(name);
        return selected == null ? column(name) : selected.expression();
    }

    @Override
    protected Query adding(Selection selection) {
        List<Selection> columns = new ArrayList<>(select().columns());
        if (columns.isEmpty()) {
            columns.add(Selection.of(new AllColumns(select().source().name())));
        }
        columns.add(selection);
        return withSelect(select().withColumns(columns));
    }

    /** The newest first, by {@code created_at}. */
    public Query latest() {
        return latest("created_at");
    }

    /** The oldest first, by {@code created_at}. */
    public Query oldest() {
        return oldest("created_at");
    }

    // Read

    /** The rows; none when no row fits. The result is read in full before the first is given. */
    public Flux<Row> get() {
        return list(select()).flatMapIterable(rows -> rows);
    }

    /** The first row; empty when no row fits. */
    public Mono<Row> first() {
        return firstOf(list(select().withLimit(1L)));
    }

    /** The first row; a {@link ModelNotFoundException} when no row fits. */
    public Mono<Row> firstOrFail() {
        return first().switchIfEmpty(notFound("the query"));
    }

    /**
     * The only row.
     *
     * @throws ModelNotFoundException as an error, when no row fits
     * @throws dev.ilana.error.NotOneRowException as an error, when more than one does
     */
    public Mono<Row> sole() {
        return soleOf(list(select().withLimit(2L)), select().source().name());
    }

    /** The row whose {@code id} this is; empty when there is none. */
    public Mono<Row> find(Object id) {
        return firstOf(list(keyed(query -> query.where(keyName(), id)).withLimit(1L)));
    }

    /** The row whose {@code id} this is; a {@link ModelNotFoundException} when there is none. */
    public Mono<Row> findOrFail(Object id) {
        return find(id).switchIfEmpty(Mono.error(
                () -> ModelNotFoundException.ofKey(select().source().name(), "id", id)));
    }

    /** The rows whose {@code id} is one of these, in no certain order. */
    public Flux<Row> findMany(Collection<?> ids) {
        return list(keyed(query -> query.whereIn(keyName(), ids))).flatMapIterable(rows -> rows);
    }

    /** The statement with a condition beside the whole of what was said. */
    private Select keyed(UnaryOperator<Query> key) {
        return only(select(), Objects.requireNonNull(key.apply(group()).criterion(), "a condition"));
    }

    /** One column of the first row; empty when no row fits or the value is null. */
    public Mono<Object> value(String column) {
        return columns(column).first().mapNotNull(row -> row.get(0));
    }

    /**
     * The same as that class; numbers convert where nothing is lost.
     *
     * @throws dev.ilana.error.TypeMismatchException as an error, when it can't be had as that class
     */
    public <T> Mono<T> value(String column, Class<T> type) {
        return value(column).map(value -> Conversion.to(type, value, "column " + column));
    }

    /** One column of the only row, with the errors of {@link #sole}; empty when the value is null. */
    public Mono<Object> soleValue(String column) {
        return columns(column).sole().mapNotNull(row -> row.get(0));
    }

    /** One column of every row; nulls are left out, as a Flux can't hold them. */
    public Flux<Object> pluck(String column) {
        return columns(column).get().mapNotNull(row -> row.get(0));
    }

    /** The same as that class, with the errors of {@link #value(String, Class)}. */
    public <T> Flux<T> pluck(String column, Class<T> type) {
        return pluck(column).map(value -> Conversion.to(type, value, "column " + column));
    }

    /** One column by another, in the order of the query; of rows with the same key the last. */
    public Mono<Map<Object, @Nullable Object>> pluck(String column, String key) {
        return columns(column, key).get().collect(LinkedHashMap::new, (map, row) -> map.put(row.get(1), row.get(0)));
    }

    /** This with these columns only; where something is selected under such a name, that. */
    private Query columns(String... names) {
        List<Selection> columns = new ArrayList<>();
        for (String name : names) {
            Selection selected = selectedAs(name);
            columns.add(selected == null || !select().unions().isEmpty() ? named(name) : selected);
        }
        return withSelect(choosing(select(), columns));
    }

    // Write

    /** Adds a row; gives the number of rows added. */
    public Mono<Long> insert(Map<String, ?> row) {
        return insert(List.of(row));
    }

    /** Adds rows in one statement, all with the same columns; gives their number. */
    public Mono<Long> insert(List<? extends Map<String, ?>> rows) {
        return writer().insert(rows);
    }

    /** Adds a row; gives the {@code id} that the database made for it. */
    public Mono<Long> insertGetId(Map<String, ?> row) {
        return insertGetId(row, "id");
    }

    /** Adds a row; gives the number that the database made for that column. */
    public Mono<Long> insertGetId(Map<String, ?> row, String keyColumn) {
        return writer().insertGetId(row, keyColumn);
    }

    /**
     * Adds the rows whose unique keys are free and leaves out the others; gives the number added. On MySQL and MariaDB the
     * database counts the rows left out too.
     */
    public Mono<Long> insertOrIgnore(List<? extends Map<String, ?>> rows) {
        return writer().insertOrIgnore(rows);
    }

    /** Adds the rows that a query finds, its columns in this order; gives their number. */
    public Mono<Long> insertUsing(List<String> columns, Subquery query) {
        return writer().insertUsing(columns, query);
    }

    /**
     * Adds rows, and where one with the same key is there already changes it instead.
     *
     * @param uniqueBy the columns of a primary key or unique index, by which a row is the same; MySQL and MariaDB go by any
     * @param update the columns to change; for none, a row that is there is left as it is
     * @return the number of rows as the database counts them: MySQL and MariaDB count a changed row twice
     */
    public Mono<Long> upsert(
            List<? extends Map<String, ?>> rows, Collection<String> uniqueBy, Collection<String> update) {
        return writer().upsert(rows, uniqueBy, update);
    }

    /** Sets these values of the rows that have those attributes; where there is none, adds one with both. */
    public Mono<Long> updateOrInsert(Map<String, ?> attributes, Map<String, ?> values) {
        return writer().updateOrInsert(attributes, values);
    }

    /** Adds any number of rows with the same columns, by as few statements as the database takes; gives their number. */
    public Mono<Long> bulkInsert(Collection<? extends Map<String, ?>> rows) {
        return writer().bulkInsert(Flux.fromIterable(rows));
    }

    /** The same of a stream, read as fast as it is written, in bounded memory. */
    public Mono<Long> bulkInsert(org.reactivestreams.Publisher<? extends Map<String, ?>> rows) {
        return writer().bulkInsert(Flux.from(rows));
    }

    /**
     * Sets each row's own values in the row that has its keys; gives the number of rows found.
     *
     * @param rows all with the same columns, the keys among them
     */
    public Mono<Long> bulkUpdate(Collection<? extends Map<String, ?>> rows, Collection<String> keys) {
        return writer().bulkUpdate(rows, keys);
    }

    /** Removes the rows whose column is one of the values, by as few statements as the database takes; gives their number. */
    public Mono<Long> bulkDelete(String column, Collection<?> values) {
        return writer().bulkDelete(column, values);
    }

    /**
     * Sets columns of the rows that fit; gives their number. A value may be an {@link Expr}.
     *
     * @throws UnconditionalWriteException when there is no condition and {@link #everything()} was not said
     */
    public Mono<Long> update(Map<String, ?> values) {
        return writer().update(values);
    }

    /** Adds 1 to the column of the rows that fit; gives their number. */
    public Mono<Long> increment(String column) {
        return increment(column, 1);
    }

    public Mono<Long> increment(String column, Number by) {
        return update(Map.of(column, Expr.column(column).plus(by)));
    }

    /** Takes 1 from the column of the rows that fit; gives their number. */
    public Mono<Long> decrement(String column) {
        return decrement(column, 1);
    }

    public Mono<Long> decrement(String column, Number by) {
        return update(Map.of(column, Expr.column(column).minus(by)));
    }

    /**
     * Removes the rows that fit; gives their number.
     *
     * @throws UnconditionalWriteException when there is no condition and {@link #everything()} was not said
     */
    public Mono<Long> delete() {
        return writer().delete();
    }

    /**
     * Removes every row at once, and lets generated keys begin anew.
     *
     * @throws InvalidUsageException as an error, inside a transaction that the database could not roll back after it
     */
    public Mono<Void> truncate() {
        return truncated(new Truncate(writer().table()));
    }

    // What the builder asks

    private RowWriter writer() {
        return new RowWriter(this);
    }

    private Mono<List<Row>> list(Select statement) {
        return list(statement, db -> Row.reader(db.dialect()));
    }

    private <T> Mono<T> notFound(String sought) {
        return Mono.error(() -> new ModelNotFoundException(select().source().name(), sought));
    }

    @Override
    protected Query with(Select newSelect, Settings newSettings) {
        return new Query(newSelect, newSettings);
    }

    @Override
    protected Query group() {
        return new Query(Select.from(select().source()), Settings.DEFAULT);
    }

    @Override
    protected Expression plainColumn(String name) {
        return ColumnRef.parse(name);
    }

    @Override
    protected Value value(String column, Object value) {
        return Value.of(value);
    }

    @Override
    protected @Nullable SqlType plainType(String name) {
        return null;
    }

    @Override
    protected Select statement() {
        return select();
    }
}
