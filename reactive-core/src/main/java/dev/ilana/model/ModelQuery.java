package dev.ilana.model;

import dev.ilana.connection.Database;
import dev.ilana.connection.QueryWatch;
import dev.ilana.connection.RowReader;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.ModelNotFoundException;
import dev.ilana.error.UnconditionalWriteException;
import dev.ilana.query.Page;
import dev.ilana.query.QueryBuilder;
import dev.ilana.query.Reader;
import dev.ilana.query.Settings;
import dev.ilana.query.Windows;
import dev.ilana.sql.Aggregate;
import dev.ilana.sql.Aggregate.Function;
import dev.ilana.sql.ColumnRef;
import dev.ilana.sql.Conversion;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Criterion.IsNull;
import dev.ilana.sql.Delete;
import dev.ilana.sql.Expression;
import dev.ilana.sql.Select;
import dev.ilana.sql.Selection;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.Update;
import dev.ilana.sql.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.ContextView;

/**
 * A query that answers with models. It has the words of {@link QueryBuilder} by column name, checked against the table at
 * once, and typed ones beside them.
 *
 * @param <M> the model
 */
public final class ModelQuery<M extends Model<M>> extends ModelStreams<M> {

    private final ModelTable<M> table;
    private final QueryParts<M> parts;

    private ModelQuery(ModelTable<M> table, Select select, Settings settings, QueryParts<M> parts) {
        super(select, settings);
        this.table = table;
        this.parts = parts;
    }

    static <M extends Model<M>> ModelQuery<M> of(ModelTable<M> table) {
        return new ModelQuery<>(table, Select.from(table.source()), Settings.DEFAULT, QueryParts.none());
    }

    @Override
    public ModelTable<M> table() {
        return table;
    }

    @Override
    public ModelQuery<M> query() {
        return this;
    }

    // Terminals

    /** The models; none when no row fits. The result is read in full before the first is given. */
    public Flux<M> get() {
        return list(statement()).flatMapIterable(models -> models);
    }

    /** The models in one hand; an empty collection when no row fits. */
    public Mono<dev.ilana.model.Collection<M>> collection() {
        return list(statement()).map(dev.ilana.model.Collection::make);
    }

    /** The first model; empty when no row fits. */
    public Mono<M> first() {
        return firstOf(list(statement().withLimit(1L)));
    }

    /** The first model; a {@link ModelNotFoundException} when no row fits. */
    public Mono<M> firstOrFail() {
        return first().switchIfEmpty(notFound("the query"));
    }

    /**
     * The only model.
     *
     * @throws ModelNotFoundException as an error, when no row fits
     * @throws dev.ilana.error.NotOneRowException as an error, when more than one does
     */
    public Mono<M> sole() {
        return soleOf(list(statement().withLimit(2L)), table.name());
    }

    static <T> Mono<T> onlyOne(Mono<List<T>> atMostTwo, String table) {
        return soleOf(atMostTwo, table);
    }

    /** The model of this key; empty when there is none. */
    public Mono<M> find(Object key) {
        return firstOf(list(keyed(table.primaryKey().key().is(key))));
    }

    /** The model of this key; a {@link ModelNotFoundException} when there is none. */
    public Mono<M> findOrFail(Object key) {
        return find(key).switchIfEmpty(notFound("key " + key));
    }

    /** The models of these keys that are there, in no certain order. */
    public Flux<M> findMany(Collection<?> keys) {
        return list(keyed(table.primaryKey().key().isOneOf(keys))).flatMapIterable(models -> models);
    }

    private Select keyed(Criterion key) {
        return select().unions().isEmpty() ? constrained(key).statement() : only(statement(), key);
    }

    /** One field of the first row; empty when no row fits or the value is null. */
    public <T> Mono<T> value(Field<M, T> field) {
        return select(field).first();
    }

    /** One field of every row; nulls are left out, as a Flux can't hold them. */
    public <T> Flux<T> pluck(Field<M, T> field) {
        return select(field).get();
    }

    /** The page of that number, counted from 1, and the number of all rows: two statements. */
    public Mono<Page<M>> paginate(long page, int perPage) {
        ModelQuery<M> paged = page(table.primaryKey().columns(), page, perPage);
        return unlocked()
                .count()
                .flatMap(total -> paged.get().collectList().map(models -> new Page<>(models, total, perPage, page)));
    }

    /** The page of these fields of the rows, made by the function. */
    <R> Mono<Page<R>> projectPage(
            List<? extends Field<M, ?>> fields,
            java.util.function.Function<@Nullable Object[], @Nullable Object> maker,
            long page,
            int perPage) {
        // Rows that stand for others have no key of their own.
        boolean shaped = select().distinct() != null || !select().groups().isEmpty();
        ModelQuery<M> paged = page(shaped ? fields : table.primaryKey().columns(), page, perPage);
        return count(unlocked().projected(fields))
                .flatMap(
                        total -> paged.<R>project(fields, maker).map(found -> new Page<>(found, total, perPage, page)));
    }

    /** The rows of one page, in the order of the query or else by these. */
    private ModelQuery<M> page(List<? extends Field<M, ?>> otherwise, long page, int perPage) {
        if (page < 1 || perPage < 1) {
            throw new InvalidUsageException("pages and their sizes count from 1: page " + page + " of " + perPage);
        }
        ModelQuery<M> sorted = select().orders().isEmpty() ? inOrderOf(otherwise) : this;
        return sorted.forPage(page, perPage);
    }

    ModelQuery<M> inOrderOf(List<? extends Field<M, ?>> fields) {
        ModelQuery<M> sorted = this;
        for (Field<M, ?> field : fields) {
            sorted = sorted.orderBy(field);
        }
        return sorted;
    }

    /** The rows of a page may be locked, but not their number. */
    private ModelQuery<M> unlocked() {
        return withSelect(select().withLock(null));
    }

    /** The statement of this query with these fields only; what is computed has a name, for whatever is built around it. */
    Select projected(List<? extends Field<?, ?>> fields) {
        List<Selection> columns = new ArrayList<>();
        for (Field<?, ?> field : fields) {
            boolean named = field.expression() instanceof ColumnRef;
            columns.add(new Selection(field.expression(), named ? null : "field_" + (columns.size() + 1)));
        }
        return choosing(statement(), columns);
    }

    /** What the function makes of these fields of each row; a null that it makes is left out. */
    <R> Mono<List<R>> project(
            List<? extends Field<?, ?>> fields,
            java.util.function.Function<@Nullable Object[], @Nullable Object> maker) {
        return this.<@Nullable Object[]>list(projected(fields), db -> values(fields, db))
                // Not while the rows are read: an error of the maker is no error of the database.
                .map(rows -> made(rows, maker));
    }

    /** What the function makes of these fields of each row, a part at a time. */
    <R> Windows<R> projectedWindows(
            List<? extends Field<?, ?>> fields,
            java.util.function.Function<@Nullable Object[], @Nullable Object> maker) {
        Reader<@Nullable Object[], R> reader =
                new Reader<>(this::list, (db, hidden) -> values(fields, db), rows -> Mono.just(made(rows, maker)));
        return windows(reader, projected(fields));
    }

    private static RowReader<@Nullable Object[]> values(List<? extends Field<?, ?>> fields, Database db) {
        return (row, metadata) -> {
            @Nullable Object[] values = new Object[fields.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = fields.get(i).read(db.dialect(), row, i, metadata.getColumnMetadata(i));
            }
            return values;
        };
    }

    @SuppressWarnings("unchecked") // what the maker makes
    private static <R> List<R> made(
            List<@Nullable Object[]> rows, java.util.function.Function<@Nullable Object[], @Nullable Object> maker) {
        List<R> made = new ArrayList<>(rows.size());
        for (@Nullable Object[] row : rows) {
            Object each = maker.apply(row);
            if (each != null) {
                made.add((R) each);
            }
        }
        return made;
    }

    /** The sum of the column over the rows that fit; 0 when none does. */
    public Mono<BigDecimal> sum(Field<M, ? extends Number> column) {
        return aggregate(new Aggregate(Function.SUM, column.expression()), BigDecimal.class)
                .defaultIfEmpty(BigDecimal.ZERO);
    }

    /**
     * The sum as that class: {@code sum(VIEWS, Long.class)}; 0 when no row fits. A {@code Double} is the nearest there is.
     *
     * @throws dev.ilana.error.TypeMismatchException as an error, when another can't hold the sum without loss
     */
    public <N extends Number> Mono<N> sum(Field<M, ? extends Number> column, Class<N> type) {
        return sum(column).map(sum -> Conversion.computed(type, sum, "a sum"));
    }

    /** The average of the column, with the scale the database gives; empty when no row fits. */
    public Mono<BigDecimal> avg(Field<M, ? extends Number> column) {
        return aggregate(new Aggregate(Function.AVG, column.expression()), BigDecimal.class);
    }

    /** The least value of the column; empty when no row fits. */
    public <T> Mono<T> min(Field<M, T> column) {
        return extreme(Function.MIN, column);
    }

    /** The greatest value of the column; empty when no row fits. */
    public <T> Mono<T> max(Field<M, T> column) {
        return extreme(Function.MAX, column);
    }

    private <T> Mono<T> extreme(Function function, Field<M, T> field) {
        return aggregate(
                statement(),
                new Aggregate(function, field.expression(), field.type()),
                db -> (row, metadata) ->
                        Optional.ofNullable(field.read(db.dialect(), row, 0, metadata.getColumnMetadata(0))));
    }

    /**
     * Sets columns of the rows that fit, and {@code updated_at} where the table keeps it; gives their number.
     *
     * @throws UnconditionalWriteException when there is no condition and {@link #everything()} was not said
     */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Mono<Long> update(Assignment<M>... values) {
        return update(List.of(values));
    }

    /** {@link #update(Assignment[])} by name. */
    public Mono<Long> update(Map<String, ?> values) {
        return update(values.entrySet().stream()
                .map(entry -> Model.accepted(table.column(entry.getKey()), entry.getValue()))
                .toList());
    }

    /** {@link #update(Assignment[])} with those of a {@link Composed}, or gathered otherwise. */
    public Mono<Long> update(List<Assignment<M>> values) {
        Select written = writable("UPDATE");
        if (values.isEmpty() || isNever(written)) {
            return Mono.just(0L);
        }
        return database()
                .flatMap(db -> write(new Update(
                        table.tableName(),
                        written.joins(),
                        ModelWriter.touched(table, values, db.now()),
                        written.where(),
                        written.orders(),
                        written.limit())));
    }

    /** Adds to the column of the rows that fit, and writes {@code updated_at} where the table keeps it; gives their number. */
    public <N extends Number> Mono<Long> increment(Column<M, N> column, N by) {
        return update(List.of(column.to(column.plus(by))));
    }

    /** Takes from the column of the rows that fit, and writes {@code updated_at} where the table keeps it; gives their number. */
    public <N extends Number> Mono<Long> decrement(Column<M, N> column, N by) {
        return update(List.of(column.to(column.minus(by))));
    }

    /**
     * Removes the rows that fit, softly where the table has soft deletes; gives their number.
     *
     * @throws UnconditionalWriteException when there is no condition and {@link #everything()} was not said
     */
    public Mono<Long> delete() {
        Select written = writable("DELETE");
        if (isNever(written)) {
            return Mono.just(0L);
        }
        return database()
                .flatMap(db -> write(
                        table.hasSoftDeletes()
                                ? ModelWriter.softDelete(table, written, db.now())
                                : new Delete(
                                        table.tableName(),
                                        written.joins(),
                                        written.where(),
                                        written.orders(),
                                        written.limit())));
    }

    /** Removes the rows that fit, also where the table has soft deletes; gives their number. */
    public Mono<Long> forceDelete() {
        Select written = writable("DELETE");
        return isNever(written)
                ? Mono.just(0L)
                : write(new Delete(
                        table.tableName(), written.joins(), written.where(), written.orders(), written.limit()));
    }

    private Select writable(String verb) {
        requireWritable(verb, select().where() != null || !parts.constraints().isEmpty());
        return statement();
    }

    private static boolean isNever(Select select) {
        return select.where() != null && select.where().isNever();
    }

    private Mono<List<M>> list() {
        return list(statement());
    }

    private Mono<List<M>> list(Select statement) {
        Reader<M, M> reader = reader();
        return list(statement, this::hydrator).flatMap(reader.finished());
    }

    @Override
    Reader<M, M> reader() {
        // A wrong name among what the table loads by itself fails here, and not when the rows are there.
        List<EagerLoad<M>> loads = loads();
        return new Reader<>(this::list, (db, hidden) -> hydrator(db), models -> withWhatFollows(models, loads));
    }

    private Hydrator<M> hydrator(Database db) {
        return new Hydrator<>(table, db.dialect(), columnsRead(), parts.extras(), explicitDatabase());
    }

    /** The models with their relations, when the hooks have seen them. */
    private Mono<List<M>> withWhatFollows(List<M> models, List<EagerLoad<M>> loads) {
        Mono<List<M>> read = Mono.just(models);
        if (!table.hooks().isEmpty()) {
            read = Flux.fromIterable(models)
                    .concatMap(model -> table.hooks().fire(ModelEvent.RETRIEVED, model))
                    .then(read);
        }
        Mono<List<M>> completed =
                loads.isEmpty() ? read : loadInto(models, loads).then(read);
        return models.size() < 2
                ? completed
                : Mono.deferContextual(context -> {
                    boolean areBatched =
                            parts.batchesLoads() || databaseIn(context).batchesLoads();
                    if (areBatched || QueryWatch.isOn(context)) {
                        Mates.acquaint(models, areBatched);
                    }
                    return completed;
                });
    }

    /** Without what the table loads by itself: for models that are in hand, and have it or don't want it. */
    ModelQuery<M> withoutDefaults() {
        return withParts(parts.without(
                table.defaultLoads().all().stream().map(EagerLoad::what).toList()));
    }

    /** Loads the relations of this query into the models, wherever they are from. */
    Mono<Void> loadInto(List<M> models) {
        return loadInto(models, loads());
    }

    private Mono<Void> loadInto(List<M> models, List<EagerLoad<M>> loads) {
        return models.isEmpty()
                ? Mono.empty()
                : Flux.fromIterable(loads)
                        .concatMap(load -> load.into(models, explicitDatabase()))
                        .then()
                        .contextWrite(QueryWatch::expected);
    }

    private List<EagerLoad<M>> loads() {
        List<EagerLoad<M>> defaults = table.defaultLoads().all();
        return defaults.isEmpty() ? parts.loads() : parts.loadsBeside(defaults);
    }

    /** Runs a query for each part of the keys, of so many columns, that one statement may hold. */
    Flux<List<M>> inChunks(
            Collection<Object> values, int columns, java.util.function.Function<List<Object>, ModelQuery<M>> query) {
        if (values.isEmpty()) {
            return Flux.empty();
        }
        return database()
                .flatMapMany(db -> Flux.fromIterable(values)
                        .buffer(db.dialect().grammar().maxListSize(columns))
                        .concatMap(chunk -> query.apply(chunk).list()))
                .contextWrite(QueryWatch::expected);
    }

    /** The query of the relation of that one model. */
    ModelQuery<M> ofOne(QueryWatch.Cause cause) {
        return with(select(), settings().withCause(cause));
    }

    private Mono<M> notFound(String sought) {
        return Mono.error(() -> new ModelNotFoundException(table.name(), sought));
    }

    // What the builder asks

    @Override
    QueryParts<M> parts() {
        return parts;
    }

    @Override
    ModelQuery<M> withParts(QueryParts<M> newParts) {
        return new ModelQuery<>(table, select(), settings(), newParts);
    }

    @Override
    protected ModelQuery<M> with(Select newSelect, Settings newSettings) {
        return new ModelQuery<>(table, newSelect, newSettings, parts);
    }

    @Override
    protected boolean hasOnlyConditions() {
        return super.hasOnlyConditions() && parts.equals(QueryParts.none());
    }

    @Override
    protected ModelQuery<M> group() {
        return of(table);
    }

    /**
     * A column of this table, checked; one of a source that was joined, which only the database knows; or what the query
     * has added under that name.
     */
    @Override
    protected Expression plainColumn(String name) {
        if (isOfJoined(name)) {
            return ColumnRef.parse(name);
        }
        Expression added = added(name);
        return added != null ? added : table.column(name).reference();
    }

    /** What JSON has at a path is compared with a value of any type. */
    @Override
    protected Value value(String column, Object value) {
        return column.contains("->") || isOfJoined(column) || added(column) != null
                ? Value.of(value)
                : acceptedBy(table.column(column), value);
    }

    private @Nullable Expression added(String name) {
        // The table's own columns are what they are, whatever was added.
        return table.hasColumn(name)
                ? null
                : parts.extras().stream()
                        .filter(extra -> extra.name().equals(name))
                        .findFirst()
                        .map(Extra::expression)
                        .orElse(null);
    }

    @Override
    protected @Nullable SqlType plainType(String name) {
        return isOfJoined(name) || added(name) != null
                ? null
                : table.column(name).type();
    }

    @Override
    protected Expression columnAround(String name) {
        int dot = name.indexOf('.');
        boolean elsewhere =
                dot > 0 && !name.contains("->") && !name.substring(0, dot).equals(table.name());
        return elsewhere ? ColumnRef.parse(name) : column(name);
    }

    private boolean isOfJoined(String name) {
        int dot = name.indexOf('.');
        return dot > 0
                && select().joins().stream()
                        .anyMatch(join -> join.source().name().equals(name.substring(0, dot)));
    }

    private static <T> Value acceptedBy(Column<?, T> column, Object value) {
        return column.bound(Objects.requireNonNull(column.accept(value), "only a null is accepted as one"));
    }

    /** As it is read; where columns were chosen, with those only, for the query around it to have no more than it asked for. */
    @Override
    public Select asSelect() {
        Select statement = statement();
        int chosen = parts.columns().size();
        if (chosen == 0 || !statement.unions().isEmpty()) {
            return statement;
        }
        List<Selection> columns = new ArrayList<>(statement.columns());
        columns.subList(chosen, columnsRead().size()).clear(); // the key, which is read after them
        return statement.withColumns(columns);
    }

    @Override
    protected Database databaseIn(ContextView context) {
        Database explicit = explicitDatabase();
        return explicit == null ? table.databaseIn(context) : explicit;
    }

    /** This query under the global scopes of its table. */
    private ModelQuery<M> scoped() {
        ModelQuery<M> query = this;
        for (Map.Entry<String, Scope<M>> scope : table.globalScopes().entrySet()) {
            if (parts.scopes().has(scope.getKey())) {
                query = query.scope(scope.getValue());
            }
        }
        return parts.scopes().onlyTrashed()
                ? query.constrained(new IsNull(table.deletedAt().reference(), true))
                : query;
    }

    @Override
    protected Select statement() {
        return scoped().unscoped();
    }

    private Select unscoped() {
        List<Criterion> all = new ArrayList<>(parts.constraints());
        if (select().where() != null) {
            all.add(select().where());
        }
        List<Selection> columns = parts.columns().isEmpty()
                ? table.shape().selections()
                : columnsRead().stream()
                        .map(column -> Selection.of(column.reference()))
                        .toList();
        if (!parts.extras().isEmpty()) {
            columns = new ArrayList<>(columns);
            for (Extra extra : parts.extras()) {
                columns.add(extra.selection());
            }
        }
        Criterion where = all.isEmpty() ? null : all.size() == 1 ? all.get(0) : new Criterion.And(all);
        return select().withColumns(columns).withWhere(where);
    }
}
