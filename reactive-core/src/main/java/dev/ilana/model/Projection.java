package dev.ilana.model;

import dev.ilana.error.ModelNotFoundException;
import dev.ilana.query.Page;
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

    private final ModelQuery<?> query;
    private final List<? extends Field<?, ?>> fields;
    private final Function<@Nullable Object[], @Nullable Object> maker;

    Projection(
            ModelQuery<?> query,
            List<? extends Field<?, ?>> fields,
            Function<@Nullable Object[], @Nullable Object> maker) {
        this.query = query;
        this.fields = fields;
        this.maker = maker;
    }

    /** All of them; a row whose one field is null is left out, as a Flux can't hold a null. */
    public Flux<R> get() {
        return query.<R>project(fields, maker).flatMapIterable(found -> found);
    }

    /** That of the first row; empty when no row fits, or its one field is null. */
    public Mono<R> first() {
        return query.limit(1)
                .<R>project(fields, maker)
                .flatMap(found -> found.isEmpty() ? Mono.empty() : Mono.just(found.get(0)));
    }

    /** That of the first row; a {@link ModelNotFoundException} when no row fits. */
    public Mono<R> firstOrFail() {
        return first().switchIfEmpty(Mono.error(
                () -> new ModelNotFoundException(query.table().name(), "the query")));
    }

    /** The page of that number, counted from 1, and the number of all rows: two statements. */
    public Mono<Page<R>> paginate(long page, int perPage) {
        ModelQuery<?> paged = query.page(page, perPage);
        return query.count()
                .flatMap(
                        total -> paged.<R>project(fields, maker).map(found -> new Page<>(found, total, perPage, page)));
    }

    @Override
    public Select asSelect() {
        return query.projected(fields);
    }
}
