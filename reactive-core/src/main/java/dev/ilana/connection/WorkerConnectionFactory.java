package dev.ilana.connection;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Gives each connection of a driver that blocks a thread of its own, and does everything with it there: the caller's
 * thread never blocks, and the connection never sees two threads.
 */
final class WorkerConnectionFactory implements ConnectionFactory {

    private static final AtomicInteger THREADS = new AtomicInteger();

    private final ConnectionFactory delegate;

    WorkerConnectionFactory(ConnectionFactory delegate) {
        this.delegate = delegate;
    }

    @Override
    public Mono<Connection> create() {
        return Mono.defer(() -> {
            // An executor, not one of Reactor's own workers: those interrupt on cancel, which closes H2's files.
            ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
                Thread created = new Thread(work, "ilana-worker-" + THREADS.incrementAndGet());
                created.setDaemon(true);
                return created;
            });
            WorkerThread worker = new WorkerThread(thread, Schedulers.fromExecutor(thread));
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
