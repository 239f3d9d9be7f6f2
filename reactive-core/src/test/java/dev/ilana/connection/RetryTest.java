package dev.ilana.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.error.DatabaseException.Failure;
import dev.ilana.error.DeadlockException;
import dev.ilana.error.LockTimeoutException;
import dev.ilana.error.SerializationFailureException;
import dev.ilana.error.UniqueViolationException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

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

    private static DeadlockException deadlock() {
        return new DeadlockException(failure());
    }

    private static Failure failure() {
        return new Failure("update t", "40001", 40001, "deadlock", null, new IllegalStateException("driver"));
    }
}
