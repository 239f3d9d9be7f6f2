package dev.ilana.connection;

import dev.ilana.dialect.Dialect;
import io.r2dbc.spi.Connection;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Cancels by the driver's own word for it, where the connection is of such a driver. */
record DriverCancel(Dialect dialect) implements ServerCancel {

    @Override
    public @Nullable Mono<Void> request(Connection connection) {
        Publisher<Void> request = dialect.cancelRequest(connection);
        return request == null ? null : Mono.from(request);
    }

    /** What was asked has come before the request completed. */
    @Override
    public Mono<Void> settle(Connection connection) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> evict(Connection connection) {
        return Connections.discard(connection);
    }
}
