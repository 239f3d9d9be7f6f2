package dev.ilana.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.error.DatabaseException.Failure;
import dev.ilana.error.DeadlockException;
import dev.ilana.error.LockTimeoutException;
import dev.ilana.error.SerializationFailureException;
import dev.ilana.error.UniqueViolationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

/** What may succeed when it is tried again is tried again, and only as a whole. */
class RetryTest extends PeopleDatabase {

    @Test
    void aDeadlockedWorkIsTriedAsOftenAsSaidAndEachTryIsATransactionOfItsOwn() {
        AtomicInteger tries = new AtomicInteger();
        StepVerifier.create(database.transaction(
                        () -> insert("try" + tries.get())
                                .then(tries.incrementAndGet() < 3 ? Mono.error(deadlock()) : Mono.just("done")),
                        TransactionOptions.attempts(3)))
                .expectNext("done")
                .expectComplete()
                .verify(LONG);
        assertThat(tries).hasValue(3);
        assertThat(names()).containsExactly("try2");
    }

    @Test
    void aDeadlockThatStaysComesOutAfterTheLastTry() {
        AtomicInteger tries = new AtomicInteger();
        DeadlockException deadlock = deadlock();
        StepVerifier.create(database.transaction(
                        () -> {
                            tries.incrementAndGet();
                            return Mono.error(deadlock);
                        },
                        TransactionOptions.attempts(4)))
                .expectErrorSatisfies(error -> assertThat(error).isSameAs(deadlock))
                .verify(LONG);
        assertThat(tries).hasValue(4);
        assertThat(database.acquiredConnections()).isZero();
    }

    @Test
    void aSerializationFailureIsTriedAgainToo() {
        AtomicInteger tries = new AtomicInteger();
        StepVerifier.create(database.transaction(
                        () -> tries.incrementAndGet() < 2
                                ? Mono.error(new SerializationFailureException(failure()))
                                : Mono.just("done"),
                        TransactionOptions.attempts(2)))
                .expectNext("done")
                .expectComplete()
                .verify(LONG);
    }

    @Test
    void otherErrorsAreNotTriedAgain() {
        for (RuntimeException other : List.of(
                new IllegalStateException("no"),
                new LockTimeoutException(failure()),
                new UniqueViolationException(failure()))) {
            AtomicInteger tries = new AtomicInteger();
            StepVerifier.create(database.transaction(
                            () -> {
                                tries.incrementAndGet();
                                return Mono.error(other);
                            },
                            TransactionOptions.attempts(5)))
                    .expectErrorSatisfies(error -> assertThat(error).isSameAs(other))
                    .verify(LONG);
            assertThat(tries).hasValue(1);
        }
    }

    @Test
    void withoutOptionsAWorkIsTriedOnce() {
        AtomicInteger tries = new AtomicInteger();
        StepVerifier.create(database.transaction(() -> {
                    tries.incrementAndGet();
                    return Mono.error(deadlock());
                }))
                .expectError(DeadlockException.class)
                .verify(LONG);
        assertThat(tries).hasValue(1);
    }

    @Test
    void aNestedTransactionIsNeverTriedAgainByItself() {
        AtomicInteger inner = new AtomicInteger();
        StepVerifier.create(database.transaction(() -> database.transaction(
                        () -> {
                            inner.incrementAndGet();
                            return Mono.error(deadlock());
                        },
                        TransactionOptions.attempts(5))))
                .expectError(DeadlockException.class)
                .verify(LONG);
        assertThat(inner).hasValue(1);
    }

    @Test
    void retryDeadlocksTriesAWholeTransactionAgain() {
        AtomicInteger tries = new AtomicInteger();
        StepVerifier.create(database.transaction(
                                () -> tries.incrementAndGet() < 3 ? Mono.<String>error(deadlock()) : Mono.just("done"))
                        .retryWhen(Database.retryDeadlocks(2)))
                .expectNext("done")
                .expectComplete()
                .verify(LONG);
        assertThat(tries).hasValue(3);
    }

    @Test
    void retryDeadlocksNeverTriesAgainInsideATransaction() {
        AtomicInteger tries = new AtomicInteger();
        StepVerifier.create(database.transaction(() -> Mono.defer(() -> {
                            tries.incrementAndGet();
                            return Mono.<String>error(deadlock());
                        })
                        .retryWhen(Database.retryDeadlocks(5))))
                .expectError(DeadlockException.class)
                .verify(LONG);
        assertThat(tries).hasValue(1);
    }

    /** In the time of a clock that is turned by hand: 10 ms, twice as much each time, half of it up to chance, 1 s at most. */
    @Test
    void theWaitsGrowToASecondAndAreUpToChance() {
        Set<List<Long>> different = new HashSet<>();
        for (int run = 0; run < 5; run++) {
            List<Long> waits = waits(12);
            assertThat(waits).hasSize(12);
            for (int i = 0; i < waits.size(); i++) {
                long expected = Math.min(10L << i, 1_000);
                assertThat(waits.get(i)).isBetween(Math.max(10, expected / 2), Math.min(expected * 3 / 2, 1_000));
            }
            different.add(waits);
        }
        assertThat(different).hasSizeGreaterThan(1);
    }

    private static List<Long> waits(int retries) {
        VirtualTimeScheduler clock = VirtualTimeScheduler.create();
        List<Long> tries = new ArrayList<>();
        Disposable running = Mono.defer(() -> {
                    tries.add(clock.now(TimeUnit.MILLISECONDS));
                    return Mono.error(deadlock());
                })
                .retryWhen(Retries.whole(retries, clock))
                .subscribe(value -> {}, error -> assertThat(error).isInstanceOf(DeadlockException.class));
        for (int millisecond = 0; millisecond < 20_000 && !running.isDisposed(); millisecond++) {
            clock.advanceTimeBy(Duration.ofMillis(1));
        }
        return IntStream.range(1, tries.size())
                .mapToObj(i -> tries.get(i) - tries.get(i - 1))
                .toList();
    }

    private static DeadlockException deadlock() {
        return new DeadlockException(failure());
    }

    private static Failure failure() {
        return new Failure("update t", "40001", 40001, "deadlock", null, new IllegalStateException("driver"));
    }
}
