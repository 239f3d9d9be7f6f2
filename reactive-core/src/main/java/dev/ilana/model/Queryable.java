package dev.ilana.model;

import dev.ilana.connection.Database;
import dev.ilana.connection.ManualTransaction;
import dev.ilana.query.CursorPage;
import dev.ilana.query.On;
import dev.ilana.query.Page;
import dev.ilana.query.Selectable;
import dev.ilana.query.SimplePage;
import dev.ilana.query.Subquery;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a query can start from: a table, or a relation of one model. It has the words that a query begins with; every
 * method here is that of {@link ModelQuery} by the same name, on {@link #query()}, which has all of them.
 *
 * @param <M> the model
 */
public interface Queryable<M extends Model<M>> extends Selecting<M> {

    // Conditions

    default ModelQuery<M> where(Condition<M> condition) {
        return query().where(condition);
    }

    default ModelQuery<M> where(String column, @Nullable Object value) {
        return query().where(column, value);
    }

    default ModelQuery<M> where(String column, String operator, @Nullable Object value) {
        return query().where(column, operator, value);
    }

    default ModelQuery<M> where(UnaryOperator<ModelQuery<M>> group) {
        return query().where(group);
    }

    default ModelQuery<M> whereNot(Condition<M> condition) {
        return query().whereNot(condition);
    }

    default ModelQuery<M> whereKey(Object key) {
        return query().whereKey(key);
    }

    default ModelQuery<M> whereColumn(String first, String second) {
        return query().whereColumn(first, second);
    }

    default ModelQuery<M> whereIn(String column, Collection<?> values) {
        return query().whereIn(column, values);
    }

    default ModelQuery<M> whereIn(String column, Subquery query) {
        return query().whereIn(column, query);
    }

    default ModelQuery<M> whereNotIn(String column, Collection<?> values) {
        return query().whereNotIn(column, values);
    }

    default ModelQuery<M> whereNotIn(String column, Subquery query) {
        return query().whereNotIn(column, query);
    }

    default ModelQuery<M> whereNull(String column) {
        return query().whereNull(column);
    }

    default ModelQuery<M> whereNotNull(String column) {
        return query().whereNotNull(column);
    }

    default ModelQuery<M> whereBetween(String column, Object low, Object high) {
        return query().whereBetween(column, low, high);
    }

    default ModelQuery<M> whereLike(String column, String pattern) {
        return query().whereLike(column, pattern);
    }

    default ModelQuery<M> whereExists(Subquery query) {
        return query().whereExists(query);
    }

    default ModelQuery<M> whereRaw(String sql, @Nullable Object... values) {
        return query().whereRaw(sql, values);
    }

    default ModelQuery<M> has(Relation<M, ?, ?> relation) {
        return query().has(relation);
    }

    default ModelQuery<M> has(Relation<M, ?, ?> relation, String operator, long count) {
        return query().has(relation, operator, count);
    }

    default ModelQuery<M> doesntHave(Relation<M, ?, ?> relation) {
        return query().doesntHave(relation);
    }

    default <R extends Model<R>> ModelQuery<M> whereHas(
            Relation<M, R, ?> relation, UnaryOperator<ModelQuery<R>> fitting) {
        return query().whereHas(relation, fitting);
    }

    default <R extends Model<R>> ModelQuery<M> whereDoesntHave(
            Relation<M, R, ?> relation, UnaryOperator<ModelQuery<R>> fitting) {
        return query().whereDoesntHave(relation, fitting);
    }

    default ModelQuery<M> withTrashed() {
        return query().withTrashed();
    }

    default ModelQuery<M> onlyTrashed() {
        return query().onlyTrashed();
    }

    default ModelQuery<M> scope(Scope<M> scope) {
        return query().scope(scope);
    }

    default ModelQuery<M> when(boolean condition, UnaryOperator<ModelQuery<M>> then) {
        return query().when(condition, then);
    }

    default <V> ModelQuery<M> when(@Nullable V value, BiFunction<ModelQuery<M>, V, ModelQuery<M>> then) {
        return query().when(value, then);
    }

    default ModelQuery<M> unless(boolean condition, UnaryOperator<ModelQuery<M>> then) {
        return query().unless(condition, then);
    }

    // What is read

    default ModelQuery<M> select(String... columns) {
        return query().select(columns);
    }

    default ModelQuery<M> addSelect(Selectable... values) {
        return query().addSelect(values);
    }

    default ModelQuery<M> addSelect(String alias, Subquery value) {
        return query().addSelect(alias, value);
    }

    default ModelQuery<M> distinct() {
        return query().distinct();
    }

    default ModelQuery<M> with(Loadable<M, ?> relation) {
        return query().with(relation);
    }

    default <R extends Model<R>> ModelQuery<M> with(Relation<M, R, ?> relation, UnaryOperator<ModelQuery<R>> fitting) {
        return query().with(relation, fitting);
    }

    default ModelQuery<M> with(String... relations) {
        return query().with(relations);
    }

    default ModelQuery<M> withCount(Relation<M, ?, ?> relation) {
        return query().withCount(relation);
    }

    default <R extends Model<R>> ModelQuery<M> withCount(
            Relation<M, R, ?> relation, UnaryOperator<ModelQuery<R>> fitting) {
        return query().withCount(relation, fitting);
    }

    // Joins and groups

    default ModelQuery<M> join(String table, String first, String second) {
        return query().join(table, first, second);
    }

    default ModelQuery<M> join(String table, UnaryOperator<On> on) {
        return query().join(table, on);
    }

    default ModelQuery<M> leftJoin(String table, String first, String second) {
        return query().leftJoin(table, first, second);
    }

    default ModelQuery<M> leftJoin(String table, UnaryOperator<On> on) {
        return query().leftJoin(table, on);
    }

    default ModelQuery<M> joinSub(Subquery other, String alias, UnaryOperator<On> on) {
        return query().joinSub(other, alias, on);
    }

    default ModelQuery<M> groupBy(String... columns) {
        return query().groupBy(columns);
    }

    default ModelQuery<M> groupBy(Selectable... keys) {
        return query().groupBy(keys);
    }

    // Order and range

    default ModelQuery<M> orderBy(Sort<M> sort) {
        return query().orderBy(sort);
    }

    default ModelQuery<M> orderBy(Field<M, ?> field) {
        return query().orderBy(field);
    }

    default ModelQuery<M> orderBy(String column) {
        return query().orderBy(column);
    }

    default ModelQuery<M> orderBy(String column, String direction) {
        return query().orderBy(column, direction);
    }

    default ModelQuery<M> orderByDesc(Field<M, ?> field) {
        return query().orderByDesc(field);
    }

    default ModelQuery<M> orderByDesc(String column) {
        return query().orderByDesc(column);
    }

    default ModelQuery<M> latest() {
        return query().latest();
    }

    default ModelQuery<M> oldest() {
        return query().oldest();
    }

    default ModelQuery<M> inRandomOrder() {
        return query().inRandomOrder();
    }

    default ModelQuery<M> limit(long rows) {
        return query().limit(rows);
    }

    default ModelQuery<M> take(long rows) {
        return query().take(rows);
    }

    default ModelQuery<M> offset(long rows) {
        return query().offset(rows);
    }

    default ModelQuery<M> skip(long rows) {
        return query().skip(rows);
    }

    default ModelQuery<M> forPage(long page, int perPage) {
        return query().forPage(page, perPage);
    }

    // How it is run

    default ModelQuery<M> on(Database database) {
        return query().on(database);
    }

    default ModelQuery<M> on(ManualTransaction transaction) {
        return query().on(transaction);
    }

    default ModelQuery<M> lockForUpdate() {
        return query().lockForUpdate();
    }

    default ModelQuery<M> sharedLock() {
        return query().sharedLock();
    }

    // Models

    default Flux<M> all() {
        return query().get();
    }

    default Mono<dev.ilana.model.Collection<M>> collection() {
        return query().collection();
    }

    default Mono<M> first() {
        return query().first();
    }

    default Mono<M> firstOrFail() {
        return query().firstOrFail();
    }

    default Mono<M> sole() {
        return query().sole();
    }

    default Mono<M> find(Object key) {
        return query().find(key);
    }

    /** The first model whose column has the value; empty when there is none. */
    default <T> Mono<M> findBy(Column<M, T> column, T value) {
        return query().where(column.eq(value)).first();
    }

    /** The first model whose column of that name has the value; empty when there is none. */
    default Mono<M> findBy(String column, @Nullable Object value) {
        return query().where(column, value).first();
    }

    default ModelQuery<M> withoutGlobalScope(String name) {
        return query().withoutGlobalScope(name);
    }

    default ModelQuery<M> withoutTrashed() {
        return query().withoutTrashed();
    }

    default Mono<M> findOrFail(Object key) {
        return query().findOrFail(key);
    }

    default Flux<M> findMany(Collection<?> keys) {
        return query().findMany(keys);
    }

    default Mono<Page<M>> paginate(long page, int perPage) {
        return query().paginate(page, perPage);
    }

    default Mono<SimplePage<M>> simplePaginate(long page, int perPage) {
        return query().simplePaginate(page, perPage);
    }

    default Mono<CursorPage<M>> cursorPaginate(int perPage) {
        return query().cursorPaginate(perPage);
    }

    default Mono<CursorPage<M>> cursorPaginate(int perPage, @Nullable String cursor) {
        return query().cursorPaginate(perPage, cursor);
    }

    default Flux<M> cursor(int windowSize) {
        return query().cursor(windowSize);
    }

    default Flux<M> lazy(int windowSize) {
        return query().lazy(windowSize);
    }

    default Flux<M> lazyById(int windowSize) {
        return query().lazyById(windowSize);
    }

    default Mono<Boolean> chunk(
            int size, Function<? super dev.ilana.model.Collection<M>, ? extends Publisher<?>> work) {
        return query().chunk(size, work);
    }

    default Mono<Boolean> chunkById(
            int size, Function<? super dev.ilana.model.Collection<M>, ? extends Publisher<?>> work) {
        return query().chunkById(size, work);
    }

    default Mono<Boolean> each(int size, Function<? super M, ? extends Publisher<?>> work) {
        return query().each(size, work);
    }

    // Values

    default <T> Mono<T> value(Field<M, T> field) {
        return query().value(field);
    }

    default <T> Flux<T> pluck(Field<M, T> field) {
        return query().pluck(field);
    }

    default Mono<Long> count() {
        return query().count();
    }

    default Mono<Boolean> exists() {
        return query().exists();
    }

    default Mono<Boolean> doesntExist() {
        return query().doesntExist();
    }

    default Mono<BigDecimal> sum(Field<M, ? extends Number> field) {
        return query().sum(field);
    }

    default <N extends Number> Mono<N> sum(Field<M, ? extends Number> field, Class<N> type) {
        return query().sum(field, type);
    }

    default Mono<BigDecimal> avg(Field<M, ? extends Number> field) {
        return query().avg(field);
    }

    default <T> Mono<T> min(Field<M, T> field) {
        return query().min(field);
    }

    default <T> Mono<T> max(Field<M, T> field) {
        return query().max(field);
    }
}
