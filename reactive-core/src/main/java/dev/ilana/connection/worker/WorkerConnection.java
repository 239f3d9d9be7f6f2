package dev.ilana.connection.worker;

import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionMetadata;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.TransactionDefinition;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import reactor.core.publisher.Mono;

/** A connection whose every call runs on the connection's own thread. */
record WorkerConnection(Connection delegate, WorkerThread thread) implements Connection {

    @Override
    public Mono<Void> beginTransaction() {
        return thread.mono(delegate::beginTransaction);
    }

    @Override
    public Mono<Void> beginTransaction(TransactionDefinition definition) {
        return thread.mono(() -> delegate.beginTransaction(definition));
    }

    @Override
    public Mono<Void> close() {
        return Mono.defer(() -> thread.isStopped()
                ? Mono.empty()
                : thread.<Void>mono(delegate::close).doFinally(signal -> thread.stop()));
    }

    @Override
    public Mono<Void> commitTransaction() {
        return thread.mono(delegate::commitTransaction);
    }

    @Override
    public Batch createBatch() {
        return new WorkerBatch(delegate.createBatch(), thread);
    }

    @Override
    public Mono<Void> createSavepoint(String name) {
        return thread.mono(() -> delegate.createSavepoint(name));
    }

    @Override
    public Statement createStatement(String sql) {
        return new WorkerStatement(WorkerUncutStatement.of(delegate, sql), thread);
    }

    @Override
    public boolean isAutoCommit() {
        return delegate.isAutoCommit();
    }

    @Override
    public ConnectionMetadata getMetadata() {
        return delegate.getMetadata();
    }

    @Override
    public IsolationLevel getTransactionIsolationLevel() {
        return delegate.getTransactionIsolationLevel();
    }

    @Override
    public Mono<Void> releaseSavepoint(String name) {
        return thread.mono(() -> delegate.releaseSavepoint(name));
    }

    @Override
    public Mono<Void> rollbackTransaction() {
        return thread.mono(delegate::rollbackTransaction);
    }

    @Override
    public Mono<Void> rollbackTransactionToSavepoint(String name) {
        return thread.mono(() -> delegate.rollbackTransactionToSavepoint(name));
    }

    @Override
    public Mono<Void> setAutoCommit(boolean autoCommit) {
        return thread.mono(() -> delegate.setAutoCommit(autoCommit));
    }

    @Override
    public Mono<Void> setLockWaitTimeout(Duration timeout) {
        return thread.mono(() -> delegate.setLockWaitTimeout(timeout));
    }

    @Override
    public Mono<Void> setStatementTimeout(Duration timeout) {
        return thread.mono(() -> delegate.setStatementTimeout(timeout));
    }

    @Override
    public Mono<Void> setTransactionIsolationLevel(IsolationLevel level) {
        return thread.mono(() -> delegate.setTransactionIsolationLevel(level));
    }

    @Override
    public Mono<Boolean> validate(ValidationDepth depth) {
        return thread.mono(() -> delegate.validate(depth));
    }
}
