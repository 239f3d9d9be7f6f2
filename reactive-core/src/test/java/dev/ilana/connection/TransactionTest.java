package dev.ilana.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.dialect.Dialects;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.TransactionTimeoutException;
import dev.ilana.query.Query;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.util.context.Context;

/** A transaction does all of its work or none, whatever ends it. */
class TransactionTest extends PeopleDatabase {

    @Test
    void aTransactionCommitsWhatItsWorkWrote() {
        StepVerifier.create(database.transaction(() -> insert("Ada").then(insert("Bob"))))
                .expectNext(1L)
                .expectComplete()
                .verify(LONG);
        assertThat(names()).containsExactly("Ada", "Bob");
        assertThat(database.acquiredConnections()).isZero();
    }

    @Test
    void aTransactionWhoseWorkIsEmptyCommitsAndIsEmpty() {
        StepVerifier.create(database.transaction(() -> insert("Ada").then()))
                .expectComplete()
                .verify(LONG);
        assertThat(names()).containsExactly("Ada");
    }

    @Test
    void anErrorOfTheWorkRollsBackAndComesOutAsItIs() {
        IllegalStateException failure = new IllegalStateException("no");
        StepVerifier.create(database.transaction(() -> insert("Ada").then(Mono.error(failure))))
                .expectErrorSatisfies(error -> assertThat(error).isSameAs(failure))
                .verify(LONG);
        assertThat(names()).isEmpty();
        assertThat(database.acquiredConnections()).isZero();
    }

    @Test
    void aWorkThatThrowsWhileItIsMadeRollsBackToo() {
        StepVerifier.create(database.transaction(() -> {
                    throw new IllegalStateException("no");
                }))
                .expectErrorMessage("no")
                .verify(LONG);
        assertThat(database.acquiredConnections()).isZero();
        StepVerifier.create(database.transaction(() -> insert("Ada")))
                .expectNext(1L)
                .expectComplete()
                .verify(LONG);
    }

    @Test
    void aCancelRollsBackAndGivesTheConnectionBack() throws InterruptedException {
        Sinks.Empty<Void> written = Sinks.empty();
        Disposable running = database.transaction(() ->
                        insert("Ada").doOnSuccess(n -> written.tryEmitEmpty()).then(Mono.never()))
                .subscribe();
        StepVerifier.create(written.asMono()).expectComplete().verify(LONG);
        running.dispose();
        awaitFreePool();
        assertThat(names()).isEmpty();
    }

    @Test
    void theValueComesOnlyAfterTheCommit() {
        RecordingFactory driver = new RecordingFactory("r2dbc:h2:mem:///" + name);
        Database recorded = Database.of(driver, Dialects.H2);
        AtomicReference<List<String>> before = new AtomicReference<>();
        Mono<Integer> work =
                recorded.transaction(() -> Mono.just(1)).doOnNext(value -> before.set(driver.calledInOrder()));
        StepVerifier.create(work).expectNext(1).expectComplete().verify(LONG);
        assertThat(before.get()).contains("beginTransaction", "commitTransaction");
        assertThat(driver.calledInOrder()).endsWith("close").doesNotContain("rollbackTransaction");
    }

    @Test
    void nothingIsSentBesideBeginAndCommitWhereNoOptionAsksForIt() {
        RecordingFactory driver = new RecordingFactory("r2dbc:h2:mem:///" + name);
        Database recorded = Database.of(driver, Dialects.H2);
        StepVerifier.create(recorded.transaction(() -> Mono.just(1)))
                .expectNext(1)
                .expectComplete()
                .verify(LONG);
        assertThat(driver.calledInOrder()).containsExactly("beginTransaction", "commitTransaction", "close");

        driver.calls.clear();
        StepVerifier.create(recorded.transaction(
                        () -> Mono.just(1), TransactionOptions.DEFAULT.isolation(Isolation.SERIALIZABLE)))
                .expectNext(1)
                .expectComplete()
                .verify(LONG);
        // The session is set to it, and set back.
        assertThat(driver.calledInOrder())
                .filteredOn(call -> !call.startsWith("execute") && !call.startsWith("getTransaction"))
                .containsExactly(
                        "createStatement", "beginTransaction", "commitTransaction", "createStatement", "close");
    }

    @Test
    void aConnectionThatCantBeSetBackIsClosed() {
        Database one = Database.builder("h2:mem:" + name)
                .withPool(PoolSettings.DEFAULT.withMaxSize(1))
                .build();
        StepVerifier.create(one.transaction(
                        () -> one.executor().update(dev.ilana.sql.Sql.of("shutdown")),
                        TransactionOptions.DEFAULT.isolation(Isolation.SERIALIZABLE)))
                .expectError()
                .verify(LONG);
        assertThat(one.acquiredConnections()).isZero();
        StepVerifier.create(one.close()).expectComplete().verify(LONG);
    }

    @Test
    void aCommitThatIsOnItsWayIsWaitedForHoweverLateItIs() {
        Deadline deadline = new Deadline(Duration.ofMillis(50));
        Mono<String> commit = Mono.defer(() -> {
            assertThat(deadline.isMet()).isTrue();
            return Mono.delay(Duration.ofMillis(150)).thenReturn("committed");
        });
        StepVerifier.create(deadline.around(commit))
                .expectNext("committed")
                .expectComplete()
                .verify(LONG);
    }

    @Test
    void workThatFailsInTimeKeepsItsErrorHoweverLateItsRollbackIs() {
        Deadline deadline = new Deadline(Duration.ofMillis(50));
        Mono<String> rolledBack = deadline.failing(Mono.<String>error(new IllegalStateException("mine")))
                .onErrorResume(error -> Mono.delay(Duration.ofMillis(150)).then(Mono.error(error)));
        StepVerifier.create(deadline.around(rolledBack))
                .expectErrorMessage("mine")
                .verify(LONG);
    }

    @Test
    void anEndIsTooLateWhenTimeIsUp() {
        Deadline deadline = new Deadline(Duration.ofMillis(50));
        StepVerifier.create(deadline.around(Mono.never()))
                .expectError(TransactionTimeoutException.class)
                .verify(LONG);
        assertThat(deadline.isMet()).isFalse();
        StepVerifier.create(deadline.failing(Mono.error(new IllegalStateException("too late"))))
                .expectSubscription()
                .expectNoEvent(Duration.ofMillis(20))
                .thenCancel()
                .verify();
    }

    @Test
    void whatATransactionWroteIsSeenByItselfAndNotByOthersBeforeTheCommit() {
        Mono<Long> countOutside = count().contextWrite(context -> database.use().apply(Context.empty()));
        StepVerifier.create(
                        database.transaction(() -> insert("Ada").then(count()).zipWith(countOutside)))
                .assertNext(counts -> {
                    assertThat(counts.getT1()).isEqualTo(1);
                    assertThat(counts.getT2()).isZero();
                })
                .expectComplete()
                .verify(LONG);
    }

    @Test
    void aNestedTransactionIsASavepointThatMayFailByItself() {
        StepVerifier.create(database.transaction(() -> insert("Ada")
                        .then(database.transaction(
                                        () -> insert("Bob").then(Mono.error(new IllegalStateException("no"))))
                                .onErrorResume(IllegalStateException.class, e -> Mono.empty()))
                        .then(database.transaction(() -> insert("Cy")))
                        .then(insert("Dee"))))
                .expectNext(1L)
                .expectComplete()
                .verify(LONG);
        assertThat(names()).containsExactly("Ada", "Cy", "Dee");
    }

    @Test
    void savepointsNestInEachOther() {
        StepVerifier.create(database.transaction(() -> insert("Ada")
                        .then(database.transaction(() -> insert("Bob")
                                .then(database.transaction(() ->
                                                insert("Cy").then(Mono.<Long>error(new IllegalStateException("no"))))
                                        .onErrorReturn(0L))
                                .then(insert("Dee"))))))
                .expectNext(1L)
                .expectComplete()
                .verify(LONG);
        assertThat(names()).containsExactly("Ada", "Bob", "Dee");
    }

    @Test
    void anOuterRollbackTakesItsNestedTransactionsWithIt() {
        StepVerifier.create(database.transaction(() ->
                        database.transaction(() -> insert("Ada")).then(Mono.error(new IllegalStateException("no")))))
                .expectErrorMessage("no")
                .verify(LONG);
        assertThat(names()).isEmpty();
    }

    @Test
    void aCancelledNestedTransactionRollsBackAloneAndLetsTheOuterGoOn() {
        StepVerifier.create(database.transaction(() -> insert("Ada")
                        .then(database.transaction(() -> insert("Bob").then(Mono.<Long>never()))
                                .timeout(Duration.ofMillis(200), Mono.just(0L)))
                        .then(insert("Cy"))))
                .expectNext(1L)
                .expectComplete()
                .verify(LONG);
        assertThat(names()).containsExactly("Ada", "Cy");
    }

    @Test
    void nestedTransactionsInParallelTakeTurns() {
        StepVerifier.create(database.transaction(() -> Flux.range(0, 50)
                        .flatMap(
                                n -> database.transaction(() -> insert("p" + n)
                                                .then(
                                                        n % 2 == 0
                                                                ? Mono.<Long>error(new IllegalStateException("no"))
                                                                : Mono.just(1L)))
                                        .onErrorReturn(IllegalStateException.class, 0L),
                                50)
                        .reduce(0L, Long::sum)))
                .expectNext(25L)
                .expectComplete()
                .verify(LONG);
        assertThat(names()).hasSize(25);
    }

    @Test
    void statementsSubscribedInParallelInATransactionRunOneAfterAnother() {
        StepVerifier.create(database.transaction(() ->
                        Flux.range(0, 200).flatMap(n -> insert("p" + n), 200).reduce(0L, Long::sum)))
                .expectNext(200L)
                .expectComplete()
                .verify(LONG);
        assertThat(names()).hasSize(200);
    }

    @Test
    void aStatementThatComesAfterTheEndOfItsTransactionIsRefused() {
        AtomicReference<Mono<Long>> late = new AtomicReference<>(Mono.empty());
        StepVerifier.create(database.transaction(() -> Mono.deferContextual(context -> {
                    late.set(insert("Late").contextWrite(context));
                    return insert("Ada");
                })))
                .expectNext(1L)
                .expectComplete()
                .verify(LONG);
        StepVerifier.create(Objects.requireNonNull(late.get()))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(InvalidUsageException.class)
                        .hasMessageContaining("after its transaction had ended"))
                .verify(LONG);
        assertThat(names()).containsExactly("Ada");
    }

    @Test
    void aTransactionOfOneConnectionNeedsNoSecond() {
        Database one = Database.builder("h2:mem:" + name)
                .withPool(PoolSettings.DEFAULT.withMaxSize(1).withAcquireTimeout(Duration.ofSeconds(2)))
                .build();
        StepVerifier.create(one.transaction(() -> insert("Ada")
                        .thenMany(Query.table("people").get())
                        .flatMap(row -> one.transaction(() -> count()))
                        .single()))
                .expectNext(1L)
                .expectComplete()
                .verify(LONG);
        StepVerifier.create(one.close()).expectComplete().verify(LONG);
    }

    @Test
    void aTransactionSubscribedTwiceRunsTwice() {
        AtomicInteger runs = new AtomicInteger();
        Mono<Integer> work = database.transaction(() -> Mono.fromSupplier(runs::incrementAndGet));
        StepVerifier.create(work).expectNext(1).expectComplete().verify(LONG);
        StepVerifier.create(work).expectNext(2).expectComplete().verify(LONG);
    }
}
