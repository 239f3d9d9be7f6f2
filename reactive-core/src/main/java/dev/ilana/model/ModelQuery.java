package dev.ilana.model;

import dev.ilana.connection.Database;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.ModelNotFoundException;
import dev.ilana.error.UnconditionalWriteException;
import dev.ilana.query.Page;
import dev.ilana.query.QueryBuilder;
import dev.ilana.sql.Aggregate;
import dev.ilana.sql.Aggregate.Function;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Criterion.IsNull;
import dev.ilana.sql.Delete;
import dev.ilana.sql.Expression;
import dev.ilana.sql.Join;
import dev.ilana.sql.Select;
import dev.ilana.sql.Selection;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.Statement;
import dev.ilana.sql.SubSelect;
import dev.ilana.sql.Update;
import dev.ilana.sql.Value;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A query that answers with models. It has the words of {@link QueryBuilder} by column name, checked against the table at
 * once, and typed ones beside them.
 *
 * @param <M> the model
 */
public final class ModelQuery<M extends Model<M>> extends ModelConditions<M> {

    private final ModelTable<M> table;
    private final QueryParts<M> parts;

    private ModelQuery(ModelTable<M> table, Select select, @Nullable Database database, QueryParts<M> parts) {
        super(select, database);
        this.table = table;
        this.parts = parts;
    }

    static <M extends Model<M>> ModelQuery<M> of(ModelTable<M> table) {
        return new ModelQuery<>(table, Select.from(table.name()), null, QueryParts.none());
    }

    @Override
    public ModelTable<M> table() {
        return table;
    }

    // Relations to load

    /** Loads the relation for all models found, by one query more. */
    public ModelQuery<M> with(Relation<M, ?, ?> relation) {
        return load(relation, query -> query);
    }

    /** Loads the relation's rows that fit; a limit counts for each parent. */
    public <R extends Model<R>> ModelQuery<M> with(Relation<M, R, ?> relation, UnaryOperator<ModelQuery<R>> fitting) {
        return load(relation, fitting);
    }

    /**
     * Loads relations by name, nested ones by a path: {@code with("posts.comments", "roles")}.
     *
     * @throws dev.ilana.error.UnknownRelationException when there is none of that name
     */
    public ModelQuery<M> with(String... relations) {
        ModelQuery<M> query = this;
        for (String path : relations) {
            int dot = path.indexOf('.');
            query = dot < 0
                    ? query.with(table.relation(path))
                    : query.nested(table.relation(path.substring(0, dot)), path.substring(dot + 1));
        }
        return query;
    }

    private <R extends Model<R>> ModelQuery<M> nested(Relation<M, R, ?> relation, String rest) {
        return load(relation, query -> query.with(rest));
    }

    private <R extends Model<R>> ModelQuery<M> load(Relation<M, R, ?> relation, UnaryOperator<ModelQuery<R>> fitting) {
        // Tried out on an empty query, so that a wrong name fails here and not when the rows are there.
        var unused = fitting.apply(relation.related().query());
        return withParts(parts.withLoad(new EagerLoad<>(relation, fitting)));
    }

    /** Counts the relation's rows of each model, to be read by {@link Model#countOf}. */
    public ModelQuery<M> withCount(Relation<M, ?, ?> relation) {
        return counted(relation, counting(relation));
    }

    /** Counts the relation's rows that fit. */
    public <R extends Model<R>> ModelQuery<M> withCount(
            Relation<M, R, ?> relation, UnaryOperator<ModelQuery<R>> fitting) {
        return counted(relation, counting(relation, fitting));
    }

    private ModelQuery<M> counted(Relation<M, ?, ?> relation, Select count) {
        return extra(new Extra(relation.countName(), new SubSelect(count), SqlType.BIGINT));
    }

    // What relations are made with

    /** With a value more for each row. */
    public ModelQuery<M> extra(Extra extra) {
        return withParts(parts.withExtra(extra));
    }

    /** With a limit that counts for each value of this expression. */
    public ModelQuery<M> limitedPer(Expression partition) {
        return with(select().withPartition(partition), explicitDatabase());
    }

    /** Joined to another table. */
    public ModelQuery<M> joined(Join join) {
        return with(select().withJoin(join), explicitDatabase());
    }

    // Terminals

    /** The models; none when no row fits. The result is read in full before the first is given. */
    public Flux<M> get() {
        return list(statement()).flatMapIterable(models -> models);
    }

    /** The first model; empty when no row fits. */
    public Mono<M> first() {
        return list(statement().withLimit(1L))
                .flatMap(models -> models.isEmpty() ? Mono.empty() : Mono.just(models.get(0)));
    }

    /** The first model; a {@link ModelNotFoundException} when no row fits. */
    public Mono<M> firstOrFail() {
        return first().switchIfEmpty(notFound("the query"));
    }

    /** The model of this key; empty when there is none. */
    public Mono<M> find(Object key) {
        return list(whereKey(key).statement())
                .flatMap(models -> models.isEmpty() ? Mono.empty() : Mono.just(models.get(0)));
    }

    /** The model of this key; a {@link ModelNotFoundException} when there is none. */
    public Mono<M> findOrFail(Object key) {
        return find(key).switchIfEmpty(notFound("key " + key));
    }

    /** The models of these keys that are there, in no certain order. */
    public Flux<M> findMany(Collection<?> keys) {
        return constrained(table.key().isOneOf(keys)).get();
    }

    /** One column of every row; nulls are left out, as a Flux can't hold them. */
    public <T> Flux<T> pluck(Column<M, T> column) {
        Select one = statement().withColumns(List.of(Selection.of(column.reference())));
        return database()
                .flatMap(db -> db.executor()
                        .list(
                                db.dialect().grammar().compile(one),
                                (row, metadata) -> Optional.ofNullable(db.dialect()
                                                .codec(column.type())
                                                .read(row, 0))
                                        .map(column::fromStored)))
                .flatMapIterable(values -> values)
                .mapNotNull(value -> value.orElse(null));
    }

    /** The page of that number, counted from 1, and the number of all rows: two statements. */
    public Mono<Page<M>> paginate(long page, int perPage) {
        if (page < 1 || perPage < 1) {
            throw new InvalidUsageException("pages and their sizes count from 1: page " + page + " of " + perPage);
        }
        ModelQuery<M> ordered =
                select().orders().isEmpty() ? orderBy(table.key().asc()) : this;
        return count().flatMap(total -> ordered.forPage(page, perPage)
                .get()
                .collectList()
                .map(models -> new Page<>(models, total, perPage, page)));
    }

    /**
     * Every model, by windows of the key: any number in bounded memory, their relations included. No connection is held
     * between two windows, so a slow subscriber keeps none and may query as it likes.
     *
     * @throws InvalidUsageException when the query has an order, limit or offset of its own
     */
    public Flux<M> lazyById(int windowSize) {
        if (windowSize < 1 || !select().orders().isEmpty() || select().limit() != null || select().offset() != null) {
            throw new InvalidUsageException(
                    "lazyById goes by the key, in windows of at least 1: take the order, limit and"
                            + " offset off the query");
        }
        return Flux.defer(() -> {
            KeyWindow<M> window = new KeyWindow<>(this, windowSize);
            return Mono.defer(window::next).repeat(window::hasMore).concatMapIterable(models -> models, 1);
        });
    }

    /** The sum of the column over the rows that fit; 0 when none does. */
    public Mono<BigDecimal> sum(Column<M, ? extends Number> column) {
        return aggregate(new Aggregate(Function.SUM, column.reference()), BigDecimal.class)
                .defaultIfEmpty(BigDecimal.ZERO);
    }

    /** The average of the column, with the scale the database gives; empty when no row fits. */
    public Mono<BigDecimal> avg(Column<M, ? extends Number> column) {
        return aggregate(new Aggregate(Function.AVG, column.reference()), BigDecimal.class);
    }

    /** The least value of the column; empty when no row fits. */
    public <T> Mono<T> min(Column<M, T> column) {
        return extreme(Function.MIN, column);
    }

    /** The greatest value of the column; empty when no row fits. */
    public <T> Mono<T> max(Column<M, T> column) {
        return extreme(Function.MAX, column);
    }

    private <T> Mono<T> extreme(Function function, Column<M, T> column) {
        return aggregate(
                new Aggregate(function, column.reference()),
                db -> (row, metadata) -> Optional.ofNullable(
                                db.dialect().codec(column.type()).read(row, 0))
                        .map(column::fromStored));
    }

    /** Says that every row is meant, for {@link #update} and {@link #delete()} without a condition. */
    public ModelQuery<M> everything() {
        return withParts(parts.withEverything());
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

    private Mono<Long> update(List<Assignment<M>> values) {
        requireCondition("UPDATE");
        if (values.isEmpty()) {
            return Mono.just(0L);
        }
        return Mono.defer(() -> write(new Update(
                table.name(), ModelWriter.touched(table, values), statement().where())));
    }

    /**
     * Removes the rows that fit, softly where the table has soft deletes; gives their number.
     *
     * @throws UnconditionalWriteException when there is no condition and {@link #everything()} was not said
     */
    public Mono<Long> delete() {
        requireCondition("DELETE");
        Criterion where = statement().where();
        return Mono.defer(() -> write(
                table.hasSoftDeletes()
                        ? ModelWriter.softDelete(table, where, ModelWriter.now())
                        : new Delete(table.name(), where)));
    }

    private void requireCondition(String verb) {
        requireWritable(verb);
        if (select().where() == null && parts.constraints().isEmpty() && !parts.everything()) {
            throw new UnconditionalWriteException(verb, table.name());
        }
    }

    private Mono<Long> write(Statement statement) {
        return database()
                .flatMap(db -> db.executor().update(db.dialect().grammar().compile(statement)));
    }

    private Mono<List<M>> list(Select statement) {
        return database()
                .flatMap(db -> db.executor()
                        .list(
                                db.dialect().grammar().compile(statement),
                                new Hydrator<>(table, db.dialect(), parts.extras(), explicitDatabase())))
                .flatMap(this::withRelations);
    }

    private Mono<List<M>> withRelations(List<M> models) {
        if (models.isEmpty() || parts.loads().isEmpty()) {
            return Mono.just(models);
        }
        return Flux.fromIterable(parts.loads())
                .concatMap(load -> load.into(models, explicitDatabase()))
                .then(Mono.just(models));
    }

    /** Runs a query for each part of the values that one statement may hold. */
    Flux<M> inChunks(Collection<Object> values, java.util.function.Function<List<Object>, Flux<M>> query) {
        if (values.isEmpty()) {
            return Flux.empty();
        }
        return database()
                .flatMapMany(db -> Flux.fromIterable(values)
                        .buffer(db.dialect().grammar().maxListSize())
                        .concatMap(query));
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
        return new ModelQuery<>(table, select(), explicitDatabase(), newParts);
    }

    @Override
    protected ModelQuery<M> with(Select newSelect, @Nullable Database newDatabase) {
        return new ModelQuery<>(table, newSelect, newDatabase, parts);
    }

    @Override
    protected boolean hasOnlyConditions() {
        return super.hasOnlyConditions() && parts.equals(QueryParts.none());
    }

    @Override
    protected ModelQuery<M> group() {
        return of(table);
    }

    @Override
    protected Expression column(String name) {
        return table.column(name).reference();
    }

    @Override
    protected Value value(String column, Object value) {
        return acceptedBy(table.column(column), value);
    }

    private static <T> Value acceptedBy(Column<?, T> column, Object value) {
        return column.stored(column.accept(value));
    }

    @Override
    protected Select statement() {
        List<Criterion> all = new ArrayList<>(parts.constraints());
        if (table.hasSoftDeletes() && parts.trashed() != Trashed.INCLUDED) {
            all.add(new IsNull(table.deletedAt().reference(), parts.trashed() == Trashed.ONLY));
        }
        if (select().where() != null) {
            all.add(select().where());
        }
        List<Selection> columns = table.shape().selections();
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
