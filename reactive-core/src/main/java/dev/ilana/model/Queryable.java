package dev.ilana.model;

import dev.ilana.connection.Database;
import dev.ilana.query.Page;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * What a query can start from: a table, or a relation of one model. Every method here is that of {@link ModelQuery} by
 * the same name, on {@link #query()}.
 *
 * @param <M> the model
 */
public interface Queryable<M extends Model<M>> {

    /** The query over all there is here. */
    ModelQuery<M> query();

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

    default ModelQuery<M> whereIn(String column, Collection<?> values) {
        return query().whereIn(column, values);
    }

    default ModelQuery<M> whereNot(Condition<M> condition) {
        return query().whereNot(condition);
    }

    default ModelQuery<M> whereNotIn(String column, Collection<?> values) {
        return query().whereNotIn(column, values);
    }

    default ModelQuery<M> whereBetween(String column, Object low, Object high) {
        return query().whereBetween(column, low, high);
    }

    default ModelQuery<M> whereLike(String column, String pattern) {
        return query().whereLike(column, pattern);
    }

    default ModelQuery<M> whereKey(Object key) {
        return query().whereKey(key);
    }

    default ModelQuery<M> whereNull(String column) {
        return query().whereNull(column);
    }

    default ModelQuery<M> whereNotNull(String column) {
        return query().whereNotNull(column);
    }

    default <R extends Model<R>> ModelQuery<M> whereHas(
            Relation<M, R, ?> relation, UnaryOperator<ModelQuery<R>> fitting) {
        return query().whereHas(relation, fitting);
    }

    default ModelQuery<M> has(Relation<M, ?, ?> relation) {
        return query().has(relation);
    }

    default ModelQuery<M> doesntHave(Relation<M, ?, ?> relation) {
        return query().doesntHave(relation);
    }

    default ModelQuery<M> has(Relation<M, ?, ?> relation, String operator, long count) {
        return query().has(relation, operator, count);
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

    default ModelQuery<M> on(Database database) {
        return query().on(database);
    }

    default ModelQuery<M> scope(Scope<M> scope) {
        return query().scope(scope);
    }

    default ModelQuery<M> with(Relation<M, ?, ?> relation) {
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

    default ModelQuery<M> orderBy(Sort<M> sort) {
        return query().orderBy(sort);
    }

    default ModelQuery<M> orderBy(Column<M, ?> column) {
        return query().orderBy(column);
    }

    default ModelQuery<M> orderByDesc(Column<M, ?> column) {
        return query().orderByDesc(column);
    }

    default ModelQuery<M> orderByDesc(String column) {
        return query().orderByDesc(column);
    }

    default ModelQuery<M> orderBy(String column) {
        return query().orderBy(column);
    }

    default ModelQuery<M> orderBy(String column, String direction) {
        return query().orderBy(column, direction);
    }

    default ModelQuery<M> latest() {
        return query().latest();
    }

    default ModelQuery<M> oldest() {
        return query().oldest();
    }

    default ModelQuery<M> limit(long rows) {
        return query().limit(rows);
    }

    default ModelQuery<M> offset(long rows) {
        return query().offset(rows);
    }

    default ModelQuery<M> forPage(long page, int perPage) {
        return query().forPage(page, perPage);
    }

    default Flux<M> all() {
        return query().get();
    }

    default Mono<M> first() {
        return query().first();
    }

    default Mono<M> firstOrFail() {
        return query().firstOrFail();
    }

    default Mono<M> find(Object key) {
        return query().find(key);
    }

    default Mono<M> findOrFail(Object key) {
        return query().findOrFail(key);
    }

    default Flux<M> findMany(Collection<?> keys) {
        return query().findMany(keys);
    }

    default Mono<Long> count() {
        return query().count();
    }

    default <T> Flux<T> pluck(Column<M, T> column) {
        return query().pluck(column);
    }

    default Mono<BigDecimal> sum(Column<M, ? extends Number> column) {
        return query().sum(column);
    }

    default Mono<BigDecimal> avg(Column<M, ? extends Number> column) {
        return query().avg(column);
    }

    default <T> Mono<T> min(Column<M, T> column) {
        return query().min(column);
    }

    default <T> Mono<T> max(Column<M, T> column) {
        return query().max(column);
    }

    default Mono<Boolean> doesntExist() {
        return query().doesntExist();
    }

    default Flux<M> lazyById(int windowSize) {
        return query().lazyById(windowSize);
    }

    default Mono<Boolean> exists() {
        return query().exists();
    }

    default Mono<Page<M>> paginate(long page, int perPage) {
        return query().paginate(page, perPage);
    }
}
