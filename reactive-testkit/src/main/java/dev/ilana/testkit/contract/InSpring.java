package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.USERS;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.connection.Database;
import dev.ilana.spring.SpringTransactions;
import dev.ilana.testkit.database.Runner;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.pool.PoolMetrics;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.connection.R2dbcTransactionManager;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.reactive.TransactionalOperator;
import org.springframework.transaction.support.DefaultTransactionDefinition;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A database whose transactions Spring may begin, over a pool of two connections. */
record InSpring(Runner run, ConnectionPool factory, Database database) {

    static InSpring of(Runner run) {
        ConnectionPool pool = new ConnectionPool(ConnectionPoolConfiguration.builder(OwnFactory.of(run))
                .maxSize(2)
                .maxAcquireTime(Duration.ofSeconds(5))
                .build());
        Database database = Database.builder(pool, run.database().dialect())
                .withOuterTransactions(SpringTransactions.of(pool))
                .build();
        return new InSpring(run, pool, database);
    }

    /** As Spring's operator runs it, which its annotation does too. */
    <T> Mono<T> transaction(Supplier<Mono<T>> work) {
        return operator(TransactionDefinition.PROPAGATION_REQUIRED).transactional(Mono.defer(work));
    }

    <T> Mono<T> newTransaction(Supplier<Mono<T>> work) {
        return operator(TransactionDefinition.PROPAGATION_REQUIRES_NEW).transactional(Mono.defer(work));
    }

    private TransactionalOperator operator(int propagation) {
        return TransactionalOperator.create(
                new R2dbcTransactionManager(factory), new DefaultTransactionDefinition(propagation));
    }

    DatabaseClient client() {
        return DatabaseClient.create(factory);
    }

    @CanIgnoreReturnValue
    <T> @Nullable T value(Mono<T> mono) {
        T value = run.value(mono.contextWrite(database.use()));
        assertNothingAcquired();
        return value;
    }

    /** Who is cancelled does not wait for the ROLLBACK. */
    private void assertNothingAcquired() {
        Flux.interval(Duration.ZERO, Duration.ofMillis(5))
                .map(tick -> factory.getMetrics().map(PoolMetrics::acquiredSize).orElse(0))
                .takeUntil(acquired -> acquired == 0)
                .blockLast(Duration.ofSeconds(5));
    }

    @CanIgnoreReturnValue
    <T> T get(Mono<T> mono) {
        T value = value(mono);
        if (value == null) {
            throw new AssertionError("the chain is empty");
        }
        return value;
    }

    @CanIgnoreReturnValue
    Throwable error(Mono<?> mono) {
        return get(mono.then(Mono.<Throwable>empty()).onErrorResume(Mono::just));
    }

    List<String> names() {
        return get(USERS.orderBy(NAME).pluck(NAME).collectList());
    }
}
