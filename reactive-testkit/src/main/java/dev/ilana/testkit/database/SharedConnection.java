package dev.ilana.testkit.database;

import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The one connection of a test, in a transaction, which all connections of the test's database share. */
final class SharedConnection {

    /** Around one statement outside of a transaction. */
    private static final String STATEMENT = "ilana_test_statement";

    private static final String CHECK = "savepoint ilana_test_check; release savepoint ilana_test_check";

    private final Connection connection;
    private final Dialect dialect;
    private final Turns turns = new Turns();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger open = new AtomicInteger();
    private final AtomicLong writes = new AtomicLong();

    private volatile boolean sessionIsChanged;
    private volatile @Nullable String broken;

    SharedConnection(Connection connection, Dialect dialect) {
        this.connection = connection;
        this.dialect = dialect;
    }

    Connection connection() {
        return connection;
    }

    /** One more connection that shares it. */
    RollbackConnection open() {
        var unused = open.incrementAndGet();
        return new RollbackConnection(this, numbers.incrementAndGet());
    }

    void closed() {
        var unused = open.decrementAndGet();
    }

    /** How many that share it are open. */
    int acquired() {
        return open.get();
    }

    /** Notes a statement that may write. */
    void writes() {
        var unused = writes.incrementAndGet();
    }

    /** How many statements that may write there were. */
    long written() {
        return writes.get();
    }

    void sent(String sql) {
        sessionIsChanged |= dialect.changesSession(sql);
    }

    /** Whether the next test would find its session other than this one did. */
    boolean isSessionChanged() {
        return sessionIsChanged;
    }

    /** Notes that the test is not what it would be without rollback. */
    void breakWith(String reason) {
        broken = reason;
    }

    /** Why the test proves nothing; null where it does. */
    @Nullable String broken() {
        return broken;
    }

    /** Work in its turn. */
    <T> Flux<T> inTurn(Publisher<T> work) {
        return turns.inTurn(work, Mono.empty());
    }

    /** A statement outside of a transaction, which leaves nothing behind when it fails. */
    Flux<Result> alone(Flux<Result> execution) {
        return failsAlone()
                ? inTurn(execution)
                : Flux.defer(() -> {
                    AtomicBoolean made = new AtomicBoolean();
                    Mono<Void> savepoint =
                            Mono.from(connection.createSavepoint(STATEMENT)).doOnSuccess(nothing -> made.set(true));
                    return turns.inTurn(
                            savepoint.thenMany(execution), Mono.defer(() -> made.get() ? settle() : Mono.empty()));
                });
    }

    private Mono<Void> settle() {
        return Mono.from(connection.releaseSavepoint(STATEMENT))
                .onErrorResume(failed -> Mono.from(connection.rollbackTransactionToSavepoint(STATEMENT))
                        .then(Mono.defer(() -> Mono.from(connection.releaseSavepoint(STATEMENT)))));
    }

    /** Nothing, unless the transaction takes nothing more, after an error. */
    Mono<Void> check() {
        return failsAlone()
                ? Mono.empty()
                : Flux.from(connection.createStatement(CHECK).execute())
                        .concatMap(Result::getRowsUpdated)
                        .then();
    }

    /** Whether a transaction goes on after a statement of it that fails. */
    private boolean failsAlone() {
        return dialect != Dialects.POSTGRESQL;
    }
}
