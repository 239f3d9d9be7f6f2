package dev.ilana.model;

import dev.ilana.connection.Database;
import dev.ilana.connection.QueryWatch;
import dev.ilana.connection.RowReader;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.ModelNotFoundException;
import dev.ilana.query.Page;
import dev.ilana.query.QueryBuilder;
import dev.ilana.query.Reader;
import dev.ilana.query.Settings;
import dev.ilana.sql.Aggregate;
import dev.ilana.sql.Aggregate.Function;
import dev.ilana.sql.ColumnRef;
import dev.ilana.sql.Conversion;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Criterion.IsNull;
import dev.ilana.sql.Expression;
import dev.ilana.sql.Select;
import dev.ilana.sql.Selection;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
public final class ModelQuery<M extends Model<M>> extends ModelWrites<M> {

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
        return list(statement().withLimit(1L), this::hydrator).flatMap(completion()::first);
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
        Select statement = keyed(table.primaryKey().key().is(key));
        Completion<M> completion = completion();
        return onDatabase((db, context) -> {
            if (db.batchesFinds(context) && isOfWholeTable()) {
                Mono<M> alone = firstOf(list(statement, this::hydrator));
                return table.findBatches()
                        .find(key, alone, db, context)
                        .flatMap(model -> completion.first(List.of(model)));
            }
            return list(statement, this::hydrator, db).flatMap(completion::first);
        });
    }

    /** Whether it says nothing that the table does not say by itself, and all that it says is read with the row. */
    private boolean isOfWholeTable() {
        return table.primaryKey().columns().size() == 1
                && table.defaultLoads().all().isEmpty()
                && settings().equals(Settings.DEFAULT)
                && parts.equals(QueryParts.none())
                && select().equals(Select.from(table.source()));
    }

    /** The models of these keys as they are read, of which nobody knows yet. */
    Mono<List<M>> read(List<?> keys) {
        KeyColumns<M> key = table.primaryKey().key();
        return list(keyed(keys.size() == 1 ? key.is(keys.get(0)) : key.isOneOf(keys)), this::hydrator);
    }

    /** The model of this key; a {@link ModelNotFoundException} when there is none. */
    public Mono<M> findOrFail(Object key) {
        return find(key).switchIfEmpty(Mono.error(() -> ModelNotFoundException.ofKey(table.name(), "key", key)));
    }

    /** The models of these keys that are there, in no certain order. */
    public Flux<M> findMany(Collection<?> keys) {
        PrimaryKey<M> primary = table.primaryKey();
        int columns = primary.columns().size();
        // Keys of one column are one list, which may be of any length.
        Flux<List<M>> found = columns == 1
                ? list(keyed(primary.key().isOneOf(keys))).flux()
                : inChunks(keys, columns, some -> list(keyed(primary.key().isOneOf(some))));
        return found.flatMapIterable(models -> models);
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

    /** The rows of one page, in the order of the query or else by these. */
    ModelQuery<M> page(List<? extends Field<M, ?>> otherwise, long page, int perPage) {
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
    ModelQuery<M> unlocked() {
        return withSelect(select().withLock(null));
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

    /** Whether its rows stand for others: distinct ones, or groups. */
    boolean isShaped() {
        return select().distinct() != null || !select().groups().isEmpty();
    }

    /** This query's statement with these columns in place of its own. */
    Select choosing(List<Selection> columns) {
        return choosing(statement(), columns);
    }

    <T> Mono<List<T>> rows(Select statement, java.util.function.Function<Database, RowReader<T>> reader) {
        return list(statement, reader);
    }

    /** How many rows the statement has. */
    Mono<Long> counted(Select statement) {
        return count(statement);
    }

    /** The models in one list. */
    Mono<List<M>> list() {
        return list(statement());
    }

    private Mono<List<M>> list(Select statement) {
        Reader<M, M> reader = reader();
        return list(statement, this::hydrator).flatMap(reader.finished());
    }

    @Override
    Reader<M, M> reader() {
        return new Reader<>(this::list, (db, hidden) -> hydrator(db), completion()::of);
    }

    private Hydrator<M> hydrator(Database db) {
        Database explicit = explicitDatabase();
        return new Hydrator<>(
                table, db.dialect(), columnsRead(), parts.extras(), explicit == null ? null : explicit.itself());
    }

    private Completion<M> completion() {
        return new Completion<>(table, parts, explicitDatabase());
    }

    /** Without what the table loads by itself: for models that are in hand, and have it or don't want it. */
    ModelQuery<M> withoutDefaults() {
        return withParts(parts.without(
                table.defaultLoads().all().stream().map(EagerLoad::what).toList()));
    }

    /** Loads the relations of this query into the models, wherever they are from. */
    Mono<Void> loadInto(List<M> models) {
        return completion().load(models);
    }

    /** The work for each part of the keys, of so many columns, that one statement may hold. */
    <T> Flux<T> inChunks(
            Collection<?> keys, int columns, java.util.function.Function<List<Object>, ? extends Mono<T>> work) {
        if (keys.isEmpty()) {
            return Flux.empty();
        }
        return database()
                .flatMapMany(db -> Flux.<Object>fromIterable(keys)
                        .buffer(db.dialect().grammar().maxListSize(columns))
                        .concatMap(work))
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

    private QueryNames<M> names() {
        return new QueryNames<>(table, select().joins(), parts.extras());
    }

    @Override
    protected Expression plainColumn(String name) {
        return names().column(name);
    }

    @Override
    protected Value value(String column, Object value) {
        return names().value(column, value);
    }

    @Override
    protected @Nullable SqlType plainType(String name) {
        return names().type(name);
    }

    @Override
    protected Expression columnAround(String name) {
        return names().isElsewhere(name) ? ColumnRef.parse(name) : column(name);
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
                : columnsRead().stream().map(Column::selection).toList();
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
