package dev.ilana.connection.worker;

import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A result whose rows are read on its connection's own thread, large objects included. */
record WorkerResult(Result delegate, WorkerThread thread) implements Result {

    @Override
    public Mono<Long> getRowsUpdated() {
        return thread.mono(delegate::getRowsUpdated);
    }

    @Override
    public <T> Flux<T> map(BiFunction<Row, RowMetadata, ? extends T> mapper) {
        return thread.flux(() -> delegate.map(mapper));
    }

    @Override
    public <T> Flux<T> map(Function<? super Readable, ? extends T> mapper) {
        return thread.flux(() -> delegate.map(mapper));
    }

    @Override
    public Result filter(Predicate<Segment> filter) {
        return new WorkerResult(delegate.filter(filter), thread);
    }

    @Override
    public <T> Flux<T> flatMap(Function<Segment, ? extends Publisher<? extends T>> mapper) {
        return thread.flux(() -> delegate.flatMap(mapper));
    }
}
