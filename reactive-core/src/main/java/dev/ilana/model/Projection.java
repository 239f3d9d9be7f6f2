package dev.ilana.model;

import dev.ilana.error.ModelNotFoundException;
import dev.ilana.query.CursorPage;
import dev.ilana.query.Page;
import dev.ilana.query.SimplePage;
import dev.ilana.query.Subquery;
import dev.ilana.sql.Select;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Values that a query finds instead of models: one field, or what a function makes of several.
 *
 * @param <R> what each row is made into
 */
public final class Projection<R> implements Subquery {

    private final FieldRows<?> rows;

    <M extends Model<M>> Projection(
            ModelQuery<M> query,
            List<? extends Field<M, ?>> fields,
            Function<@Nullable Object[], @Nullable Object> maker) {
        this.rows = new FieldRows<>(query, fields, maker);
    }

    /** All of them; a row whose one field is null is left out, as a Flux can't hold a null. */
    public Flux<R> get() {
        return rows.<R>list().flatMapIterable(found -> found);
    }

    /** That of the first row; empty when no row fits, or its one field is null. */
    public Mono<R> first() {
        return rows.limited(1).<R>list().flatMap(found -> found.isEmpty() ? Mono.empty() : Mono.just(found.get(0)));
    }

    /** That of the first row; a {@link ModelNotFoundException} when no row fits, or its one field is null. */
    public Mono<R> firstOrFail() {
        return first().switchIfEmpty(Mono.error(
                () -> new ModelNotFoundException(rows.query().table().name(), "the query")));
    }

    /**
     * That of the only row; a row whose one field is null does not count.
     *
     * @throws ModelNotFoundException as an error, when no row fits
     * @throws dev.ilana.error.NotOneRowException as an error, when more than one does
     */
    public Mono<R> sole() {
        return ModelQuery.onlyOne(rows.limited(2).list(), rows.query().table().name());
    }

    /** The page of that number, counted from 1, and the number of all rows: two statements. */
    public Mono<Page<R>> paginate(long page, int perPage) {
        return rows.page(page, perPage);
    }

    /** The page of that number, counted from 1, and whether there is another: one statement. */
    public Mono<SimplePage<R>> simplePaginate(long page, int perPage) {
        return rows.<R>windows().simplePage(page, perPage);
    }

    /** The page that the cursor stands for, as {@link ModelQuery#cursorPaginate} has it; the first for null. */
    public Mono<CursorPage<R>> cursorPaginate(int perPage, @Nullable String cursor) {
        return rows.<R>windows().cursorPage(perPage, cursor);
    }

    /** All of them, as {@link ModelQuery#cursor} gives its models. */
    public Flux<R> cursor(int windowSize) {
        return rows.<R>windows().cursor(windowSize);
    }

    /** All of them, as {@link ModelQuery#lazy} gives its models; distinct ones are counted, so their order must tell them apart. */
    public Flux<R> lazy(int windowSize) {
        return rows.<R>windows().lazy(windowSize);
    }

    @Override
    public Select asSelect() {
        return rows.statement();
    }
}
