package dev.ilana.connection.worker;

import dev.ilana.connection.around.ConnectionAround;
import dev.ilana.connection.around.StatementAround;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.TransactionDefinition;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A connection whose every call runs on the connection's own thread. */
final class WorkerConnection extends ConnectionAround {

    private final WorkerThread thread;

    WorkerConnection(Connection delegate, WorkerThread thread) {
        super(delegate);
        this.thread = thread;
    }

    @Override
    public Mono<Void> beginTransaction() {
        return thread.mono(delegate()::beginTransaction);
    }

    @Override
    public Mono<Void> beginTransaction(TransactionDefinition definition) {
        return thread.mono(() -> delegate().beginTransaction(definition));
    }

    @Override
    public Mono<Void> close() {
        return Mono.defer(() -> thread.isStopped()
                ? Mono.empty()
                : thread.<Void>mono(delegate()::close).doFinally(signal -> thread.stop()));
    }

    @Override
    public Mono<Void> commitTransaction() {
        return thread.mono(delegate()::commitTransaction);
    }

    @Override
    public Mono<Void> createSavepoint(String name) {
        return thread.mono(() -> delegate().createSavepoint(name));
    }

    @Override
    public Statement createStatement(String sql) {
        return new StatementAround(WorkerUncutStatement.of(delegate(), sql), execution -> around(sql, execution));
    }

    @Override
    protected Flux<Result> around(String sql, Flux<Result> execution) {
        return thread.<Result>flux(() -> execution).map(result -> new WorkerResult(result, thread));
    }

    @Override
    public Mono<Void> releaseSavepoint(String name) {
        return thread.mono(() -> delegate().releaseSavepoint(name));
    }

    @Override
    public Mono<Void> rollbackTransaction() {
        return thread.mono(delegate()::rollbackTransaction);
    }

    @Override
    public Mono<Void> rollbackTransactionToSavepoint(String name) {
        return thread.mono(() -> delegate().rollbackTransactionToSavepoint(name));
    }

    @Override
    public Mono<Void> setAutoCommit(boolean autoCommit) {
        return thread.mono(() -> delegate().setAutoCommit(autoCommit));
    }

    @Override
    public Mono<Void> setLockWaitTimeout(Duration timeout) {
        return thread.mono(() -> delegate().setLockWaitTimeout(timeout));
    }

    @Override
    public Mono<Void> setStatementTimeout(Duration timeout) {
        return thread.mono(() -> delegate().setStatementTimeout(timeout));
    }

    @Override
    public Mono<Void> setTransactionIsolationLevel(IsolationLevel level) {
        return thread.mono(() -> delegate().setTransactionIsolationLevel(level));
    }

    @Override
    public Mono<Boolean> validate(ValidationDepth depth) {
        return thread.mono(() -> delegate().validate(depth));
    }
}
