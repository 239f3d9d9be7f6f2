package dev.ilana.query;

import dev.ilana.connection.QueryWatch;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A walk over the rows of a query, a window at a time; one walk is for one subscriber. */
interface Walk<T> {

    /** The rows of the next window; an empty list at the end. */
    Mono<List<T>> next();

    /** Whether there may be a next window. */
    boolean hasMore();

    /** Every row, as it is asked for: a window is read when all rows of the one before are taken. */
    static <T> Flux<T> rows(Supplier<? extends Walk<T>> start) {
        return Flux.defer(() -> {
            Walk<T> walk = start.get();
            return next(walk).flatMapIterable(rows -> rows).repeat(walk::hasMore);
        });
    }

    /** Does the work on each window, which is read when that on the one before has ended; whether it came to the end. */
    static <T> Mono<Boolean> chunks(
            Supplier<? extends Walk<T>> start, Function<? super List<T>, ? extends Publisher<?>> work) {
        return Mono.defer(() -> {
            Walk<T> walk = start.get();
            AtomicBoolean stopped = new AtomicBoolean();
            return next(walk)
                    .flatMap(rows -> rows.isEmpty()
                            ? Mono.empty()
                            : isStopped(work.apply(rows)).contextWrite(QueryWatch::anew))
                    .doOnNext(stopped::set)
                    .repeat(() -> !stopped.get() && walk.hasMore())
                    .then(Mono.fromSupplier(() -> !stopped.get()));
        });
    }

    private static <T> Mono<List<T>> next(Walk<T> walk) {
        return Mono.defer(walk::next).contextWrite(QueryWatch::expected);
    }

    /** The work on one row after the other. */
    static <T> Function<List<T>, Publisher<?>> each(Function<? super T, ? extends Publisher<?>> work) {
        return rows -> Flux.fromIterable(rows)
                .concatMap(row -> isStopped(work.apply(row)), 1)
                .filter(stopped -> stopped)
                .next()
                .map(stopped -> Chunk.STOP);
    }

    private static Mono<Boolean> isStopped(Publisher<?> work) {
        return Flux.<Object>from(work).reduce(false, (stopped, value) -> stopped || value == Chunk.STOP);
    }
}
