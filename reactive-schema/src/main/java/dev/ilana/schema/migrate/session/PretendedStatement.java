package dev.ilana.schema.migrate.session;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import io.r2dbc.spi.Statement;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A statement that is told of in place of being sent. */
record PretendedStatement(String sql, Consumer<String> statements) implements Statement, Result {

    @Override
    @CanIgnoreReturnValue
    public Statement add() {
        return this;
    }

    @Override
    @CanIgnoreReturnValue
    public Statement bind(int index, Object value) {
        return this;
    }

    @Override
    @CanIgnoreReturnValue
    public Statement bind(String name, Object value) {
        return this;
    }

    @Override
    @CanIgnoreReturnValue
    public Statement bindNull(int index, Class<?> type) {
        return this;
    }

    @Override
    @CanIgnoreReturnValue
    public Statement bindNull(String name, Class<?> type) {
        return this;
    }

    @Override
    @CanIgnoreReturnValue
    public Statement returnGeneratedValues(String... columns) {
        return this;
    }

    @Override
    public Mono<? extends Result> execute() {
        return Mono.fromSupplier(() -> {
            statements.accept(sql);
            return this;
        });
    }

    @Override
    public Mono<Long> getRowsUpdated() {
        return Mono.just(0L);
    }

    @Override
    public <T> Flux<T> map(BiFunction<Row, RowMetadata, ? extends T> mapper) {
        return Flux.empty();
    }

    @Override
    public <T> Flux<T> map(Function<? super Readable, ? extends T> mapper) {
        return Flux.empty();
    }

    @Override
    @CanIgnoreReturnValue
    public Result filter(Predicate<Segment> filter) {
        return this;
    }

    @Override
    public <T> Flux<T> flatMap(Function<Segment, ? extends Publisher<? extends T>> mapper) {
        return Flux.empty();
    }
}
