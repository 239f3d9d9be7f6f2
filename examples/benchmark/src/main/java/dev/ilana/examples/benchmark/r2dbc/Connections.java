package dev.ilana.examples.benchmark.r2dbc;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Work with a connection of the pool. */
final class Connections {

    private final ConnectionPool pool;

    Connections(ConnectionPool pool) {
        this.pool = pool;
    }

    <T> Mono<T> with(Function<Connection, Mono<T>> work) {
        return Mono.usingWhen(pool.create(), work, Connection::close);
    }

    <T> Mono<T> inTransaction(Function<Connection, Mono<T>> work) {
        return with(connection -> Mono.usingWhen(
                Mono.from(connection.beginTransaction()).thenReturn(connection),
                work,
                Connection::commitTransaction,
                (begun, error) -> begun.rollbackTransaction(),
                Connection::rollbackTransaction));
    }

    /** Blocks. */
    void close() {
        pool.disposeLater().block();
    }
}
