package dev.ilana.testkit.database;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** The transaction of one test, begun when the test opens its first connection. */
final class TestTransaction implements ConnectionFactory {

    /** Where the test began. */
    private static final String BEGINNING = "ilana_test";

    private final RolledBackConnections connections;
    private final Mono<SharedConnection> begun;
    private volatile @Nullable SharedConnection shared;

    TestTransaction(RolledBackConnections connections) {
        this.connections = connections;
        this.begun = connections.take().flatMap(this::begin).cache();
    }

    private Mono<SharedConnection> begin(Connection taken) {
        SharedConnection begun = new SharedConnection(taken, connections.dialect());
        shared = begun;
        return Mono.from(taken.beginTransaction())
                .then(Mono.defer(() -> Mono.from(taken.createSavepoint(BEGINNING))))
                .thenReturn(begun);
    }

    @Override
    public Mono<Connection> create() {
        return begun.map(SharedConnection::open);
    }

    /** How many connections of the test are in use. */
    int acquired() {
        SharedConnection begun = shared;
        return begun == null ? 0 : begun.acquired();
    }

    /**
     * Undoes all of the test.
     *
     * @return an {@link AssertionError} when that can't be, or when the test proves nothing
     */
    Mono<Void> rollback() {
        return Mono.defer(() -> {
            SharedConnection begun = shared;
            return begun == null ? Mono.empty() : rollback(begun);
        });
    }

    private Mono<Void> rollback(SharedConnection begun) {
        Connection taken = begun.connection();
        return Mono.from(taken.rollbackTransactionToSavepoint(BEGINNING))
                .onErrorMap(error -> new AssertionError(
                        "this test can't be rolled back: it has committed, or lost its connection. What changes"
                                + " tables commits on H2, MariaDB and MySQL. Say @NoRollback, and the test has a database"
                                + " of its own",
                        error))
                .then(Mono.defer(() -> Mono.from(taken.rollbackTransaction())))
                .then(Mono.defer(() -> begun.isSessionChanged() ? Mono.from(taken.close()) : kept(taken)))
                .onErrorResume(
                        error -> Mono.from(taken.close()).onErrorComplete().then(Mono.error(error)))
                .then(Mono.defer(
                        () -> begun.broken() == null ? Mono.empty() : Mono.error(new AssertionError(begun.broken()))));
    }

    private Mono<Void> kept(Connection taken) {
        return Mono.fromRunnable(() -> connections.giveBack(taken));
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return connections.metadata();
    }
}
