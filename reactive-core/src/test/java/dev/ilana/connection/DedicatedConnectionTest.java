package dev.ilana.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.error.ConnectionLostException;
import dev.ilana.query.Query;
import dev.ilana.sql.Sql;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

/** A connection of one's own: another than the pool's, the same throughout, and gone afterwards. */
class DedicatedConnectionTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final Database database = Database.connect("h2:mem:" + UUID.randomUUID());
    private final List<Connection> opened = new CopyOnWriteArrayList<>();

    @AfterEach
    void close() {
        database.close().block(LONG);
    }

    @Test
    void everyStatementHasTheSameSession() {
        Flux<Long> sessions = database.onDedicatedConnection(
                UnaryOperator.identity(),
                own -> session(own).concatWith(session(own)).concatWith(own.transaction(() -> session(own))));
        List<Long> ids = sessions.collectList().block(LONG);
        assertThat(ids).hasSize(3).containsOnly(ids == null ? 0L : ids.get(0));
        assertThat(session(database).block(LONG)).isNotIn(ids);
    }

    @Test
    void itIsInNoTransactionOfTheContext() {
        run("create table people (name varchar(200))");
        Mono<Void> work = database.transaction(() -> database.onDedicatedConnection(
                        UnaryOperator.identity(),
                        own -> Query.table("people").on(own).insert(Map.of("name", "Ada")))
                .then(Mono.error(new IllegalStateException("rolled back"))));
        StepVerifier.create(work).expectError(IllegalStateException.class).verify(LONG);
        assertThat(Query.table("people").on(database).count().block(LONG)).isEqualTo(1);
    }

    @Test
    void itIsClosedWhenTheWorkHasEndedHowever() {
        StepVerifier.create(database.onDedicatedConnection(this::watched, DedicatedConnectionTest::session))
                .expectNextCount(1)
                .expectComplete()
                .verify(LONG);
        StepVerifier.create(database.onDedicatedConnection(
                        this::watched, own -> session(own).then(Mono.error(new IllegalStateException("on purpose")))))
                .expectError(IllegalStateException.class)
                .verify(LONG);
        StepVerifier.create(database.onDedicatedConnection(
                        this::watched, own -> session(own).concatWith(Mono.never())))
                .expectNextCount(1)
                .thenCancel()
                .verify(LONG);
        assertThat(opened).hasSize(3);
        for (Connection connection : opened) {
            StepVerifier.create(Mono.defer(() ->
                            Mono.from(connection.createStatement("select 1").execute())))
                    .expectError()
                    .verify(LONG);
        }
        assertThat(database.acquiredConnections()).isZero();
    }

    @Test
    void itIsOpenUntilWhatMustNotBeLeftHalfDoneHasEnded() throws InterruptedException {
        CountDownLatch begun = new CountDownLatch(1);
        Sinks.Empty<Void> go = Sinks.empty();
        List<Long> ended = new CopyOnWriteArrayList<>();
        Disposable work = database.onDedicatedConnection(
                        this::watched,
                        own -> own.toItsEnd(session(own)
                                .doOnNext(id -> begun.countDown())
                                .then(go.asMono())
                                .then(session(own))
                                .doOnNext(ended::add)))
                .subscribe();
        assertThat(begun.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();

        work.dispose();
        assertThat(ended).isEmpty();

        go.tryEmitEmpty().orThrow();

        Mono<Void> closed = Mono.defer(() ->
                        Mono.from(opened.get(0).createStatement("select 1").execute()))
                .then();
        StepVerifier.create(closed.repeatWhen(tried -> tried.delayElements(Duration.ofMillis(5))))
                .expectError()
                .verify(LONG);
        assertThat(ended).hasSize(1);
    }

    @Test
    void oneThatDiesIsNotReplaced() {
        Flux<Long> work = database.onDedicatedConnection(
                this::watched,
                own -> session(own)
                        .then(Mono.defer(() -> Mono.from(opened.get(0).close())))
                        .then(session(own)));
        StepVerifier.create(work)
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(ConnectionLostException.class)
                        .hasMessageContaining("the dedicated connection to H2"))
                .verify(LONG);
        assertThat(opened).hasSize(1);
    }

    private ConnectionFactory watched(ConnectionFactory factory) {
        return new ConnectionFactory() {
            @Override
            public Publisher<? extends Connection> create() {
                return Mono.<Connection>from(factory.create()).doOnNext(opened::add);
            }

            @Override
            public ConnectionFactoryMetadata getMetadata() {
                return factory.getMetadata();
            }
        };
    }

    private static Mono<Long> session(Database on) {
        return on.executor()
                .list(Sql.of("select session_id()"), (row, metadata) ->
                        (long) Objects.requireNonNull(row.get(0, Integer.class)))
                .map(rows -> rows.get(0));
    }

    private void run(String sql) {
        StepVerifier.create(database.executor().update(Sql.of(sql)))
                .expectNextCount(1)
                .expectComplete()
                .verify(LONG);
    }
}
