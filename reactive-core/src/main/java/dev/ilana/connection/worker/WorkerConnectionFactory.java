package dev.ilana.connection.worker;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import reactor.core.publisher.Mono;

/**
 * Gives each connection of a driver that blocks a thread of its own, and does everything with it there: the caller's
 * thread never blocks, and the connection never sees two threads.
 */
public final class WorkerConnectionFactory implements ConnectionFactory {

    private final ConnectionFactory delegate;

    public WorkerConnectionFactory(ConnectionFactory delegate) {
        this.delegate = delegate;
    }

    @Override
    public Mono<Connection> create() {
        return Mono.defer(() -> {
            WorkerThread worker = WorkerThread.create();
            return worker.mono(() -> delegate.create())
                    .<Connection>map(connection -> new WorkerConnection(connection, worker))
                    .doOnError(error -> worker.stop());
        });
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return delegate.getMetadata();
    }
}
