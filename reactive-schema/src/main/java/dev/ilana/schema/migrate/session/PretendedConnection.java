package dev.ilana.schema.migrate.session;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import io.r2dbc.spi.Batch;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionMetadata;
import io.r2dbc.spi.IsolationLevel;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import io.r2dbc.spi.TransactionDefinition;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A connection that only tells what it would send. Transactions are no statements, and pass in silence. */
record PretendedConnection(PretendedConnectionFactory factory) implements Connection, ConnectionMetadata {

    @Override
    public Statement createStatement(String sql) {
        return new PretendedStatement(sql, factory.statements());
    }

    @Override
    public Batch createBatch() {
        List<String> added = new ArrayList<>();
        return new Batch() {
            @Override
            @CanIgnoreReturnValue
            public Batch add(String sql) {
                added.add(sql);
                return this;
            }

            @Override
            public Flux<? extends Result> execute() {
                return Flux.fromIterable(added)
                        .concatMap(sql -> createStatement(sql).execute());
            }
        };
    }

    @Override
    public Mono<Void> beginTransaction() {
        return Mono.empty();
    }

    @Override
    public Mono<Void> beginTransaction(TransactionDefinition definition) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> close() {
        return Mono.empty();
    }

    @Override
    public Mono<Void> commitTransaction() {
        return Mono.empty();
    }

    @Override
    public Mono<Void> createSavepoint(String name) {
        return Mono.empty();
    }

    @Override
    public boolean isAutoCommit() {
        return true;
    }

    @Override
    public ConnectionMetadata getMetadata() {
        return this;
    }

    @Override
    public String getDatabaseProductName() {
        return factory.name();
    }

    @Override
    public String getDatabaseVersion() {
        return "";
    }

    @Override
    public IsolationLevel getTransactionIsolationLevel() {
        return IsolationLevel.READ_COMMITTED;
    }

    @Override
    public Mono<Void> releaseSavepoint(String name) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> rollbackTransaction() {
        return Mono.empty();
    }

    @Override
    public Mono<Void> rollbackTransactionToSavepoint(String name) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> setAutoCommit(boolean autoCommit) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> setLockWaitTimeout(Duration timeout) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> setStatementTimeout(Duration timeout) {
        return Mono.empty();
    }

    @Override
    public Mono<Void> setTransactionIsolationLevel(IsolationLevel level) {
        return Mono.empty();
    }

    @Override
    public Mono<Boolean> validate(ValidationDepth depth) {
        return Mono.just(true);
    }
}
