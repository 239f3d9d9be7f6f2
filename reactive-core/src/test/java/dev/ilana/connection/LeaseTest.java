package dev.ilana.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.dialect.Dialects;
import dev.ilana.sql.Sql;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Whoever lets go while a connection is handed over never uses it beside its next borrower. */
class LeaseTest {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final RecordingFactory driver = new RecordingFactory("r2dbc:h2:mem:///lease");
    private final ConnectionPool pool = new ConnectionPool(
            ConnectionPoolConfiguration.builder(driver).maxSize(1).build());
    private final HandingOver handing = new HandingOver();
    private final Database database = Database.of(handing, Dialects.H2);

    @AfterEach
    void close() {
        pool.disposeLater().block(PATIENCE);
    }

    @Test
    void aTransactionDoesNotBegin() {
        assertNothingIsDone(database.transaction(() -> Mono.just(1)), "beginTransaction");
    }

    @Test
    void aReadingDoesNotBegin() {
        assertNothingIsDone(database.reading(() -> Flux.just(1)), "beginTransaction");
    }

    @Test
    void aStatementIsNotSent() {
        assertNothingIsDone(database.executor().update(Sql.of("create table people (id int)")), "createStatement");
    }

    @Test
    void whoStillWaitsGetsTheConnection() {
        AtomicInteger begun = new AtomicInteger();
        Sinks.Empty<Void> held = Sinks.empty();
        Disposable holder = database.transaction(held::asMono).subscribe();
        Disposable first = database.transaction(() -> Mono.fromSupplier(begun::incrementAndGet))
                .subscribe();
        Mono<Integer> second = database.transaction(() -> Mono.just(2)).cache();
        Disposable waiting = second.subscribe();

        first.dispose();
        held.tryEmitEmpty().orThrow();

        assertThat(second.block(PATIENCE)).isEqualTo(2);
        assertThat(begun).as("of who did not wait any more").hasValue(0);
        assertThat(holder.isDisposed() && waiting.isDisposed()).isTrue();
        assertAllIsBack();
    }

    /** The cancel comes when the pool has given the connection away, and before it has come. */
    private void assertNothingIsDone(Publisher<?> work, String call) {
        Sinks.Empty<Void> start = Sinks.empty();
        Disposable waiting = start.asMono().thenMany(work).subscribe();
        handing.handedOver = waiting::dispose;
        driver.calls.clear();
        start.tryEmitEmpty().orThrow();

        Mono.delay(Duration.ofMillis(50)).block(PATIENCE);
        assertThat(driver.calledInOrder()).doesNotContain(call);
        handing.handedOver = () -> {};
        assertThat(database.transaction(() -> Mono.just(3)).block(PATIENCE)).isEqualTo(3);
        assertAllIsBack();
    }

    private void assertAllIsBack() {
        Mono.delay(Duration.ofMillis(50)).block(PATIENCE);
        assertThat(pool.getMetrics().orElseThrow().acquiredSize()).isZero();
    }

    /** The pool, and what happens between its giving a connection and the connection's coming. */
    private final class HandingOver implements ConnectionFactory {

        private volatile Runnable handedOver = () -> {};

        @Override
        public Publisher<? extends Connection> create() {
            return pool.create().doOnNext(connection -> handedOver.run());
        }

        @Override
        public ConnectionFactoryMetadata getMetadata() {
            return pool.getMetadata();
        }
    }
}
