package dev.ilana.connection;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.DatabaseException;
import dev.ilana.error.PoolTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.util.retry.Retry;

/** A wait ends when it has lasted too long, each for itself. */
class PatienceTest {

    private static final Duration LIMIT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(10);

    private final Patience patience = new Patience(LIMIT, () -> new IllegalStateException("too late"));

    @Test
    void aWaitEndsWhenItsTimeHasPassed() {
        AtomicInteger givenUp = new AtomicInteger();
        assertThatThrownBy(() -> end(() -> givenUp.incrementAndGet() > 0).block(LONG))
                .hasMessage("too late");
        assertThat(givenUp).hasValue(1);
    }

    @Test
    void aWaitThatIsOverDoesNotEnd() {
        assertThat(end(() -> false)
                        .timeout(LIMIT.multipliedBy(2), Mono.just("over"))
                        .block(LONG))
                .isEqualTo("over");
    }

    private Mono<String> end(BooleanSupplier giveUp) {
        return Mono.defer(() -> patience.end(giveUp));
    }

    @Test
    void eachWaitsItsOwnTime() {
        List<Duration> lasted = Flux.range(0, 6)
                .delayElements(Duration.ofMillis(70))
                .flatMap(i -> end(() -> true)
                        .onErrorResume(error -> Mono.empty())
                        .thenReturn(i)
                        .elapsed()
                        .map(timed -> Duration.ofMillis(timed.getT1())))
                .collectList()
                .blockOptional(LONG)
                .orElseThrow();
        assertThat(lasted)
                .hasSize(6)
                .allSatisfy(time -> assertThat(time).isBetween(LIMIT.minusMillis(5), LIMIT.plusMillis(150)));
    }

    @Test
    void aWaitThatIsLetGoOfDoesNotEndALaterOne() {
        assertThat(Mono.firstWithSignal(end(() -> true), Mono.just("come")).block(LONG))
                .isEqualTo("come");
        assertThat(Mono.delay(LIMIT.minusMillis(50))
                        .then(Mono.firstWithSignal(
                                end(() -> true),
                                Mono.delay(LIMIT.minusMillis(50)).thenReturn("come")))
                        .block(LONG))
                .isEqualTo("come");
    }

    /** Those who have waited too long keep their places in the pool's queue, so there is a limit to them; one connection serves them all. */
    @Test
    void whoHasGivenUpDoesNotTakeAllMemory() {
        Database database = database(Duration.ofMillis(20));
        Sinks.Empty<Void> held = Sinks.empty();
        Mono<Integer> work = database.transaction(() -> Mono.just(1));
        Mono<Integer> workInTheEnd = work.retryWhen(Retry.fixedDelay(100, Duration.ofMillis(20)));
        workInTheEnd.block(LONG);
        var holder = database.transaction(held::asMono).subscribe();
        try {
            Flux.range(0, 10_000)
                    .flatMap(i -> work.onErrorResume(PoolTimeoutException.class, error -> Mono.empty()), 1_000)
                    .blockLast(Duration.ofSeconds(60));
            assertThat(database.healthCheck(Duration.ofMillis(50)).block(LONG))
                    .satisfies(health ->
                            assertThat(requireNonNull(health.pool()).pending()).isZero());
            assertThatThrownBy(() -> work.block(LONG))
                    .isInstanceOf(PoolTimeoutException.class)
                    .hasMessageContaining("10000 who have given up wait before");
            held.tryEmitEmpty().orThrow();
            assertThat(workInTheEnd.block(LONG)).isEqualTo(1);
            assertThat(database.acquiredConnections()).isZero();
        } finally {
            holder.dispose();
            database.close().block(LONG);
        }
    }

    private static Database database(Duration acquireTimeout) {
        return Database.builder("h2:mem:patience")
                .withPool(PoolSettings.DEFAULT.withMaxSize(1).withAcquireTimeout(acquireTimeout))
                .build();
    }

    /** The end of the wait and the coming of the connection meet often here; whichever is first, the connection is not lost. */
    @Test
    void aConnectionThatComesInTheMomentOfTheEndIsNotLost() {
        Database database = database(Duration.ofMillis(20));
        AtomicInteger inUse = new AtomicInteger();
        AtomicInteger served = new AtomicInteger();
        AtomicInteger late = new AtomicInteger();
        Mono<Integer> work = database.transaction(() -> Mono.fromSupplier(inUse::incrementAndGet)
                        .doOnNext(count -> assertThat(count).isOne())
                        .delayElement(Duration.ofMillis(1))
                        .doOnNext(count -> inUse.decrementAndGet()))
                .doOnNext(count -> served.incrementAndGet())
                .onErrorResume(DatabaseException.class, error -> Mono.fromSupplier(late::incrementAndGet));
        try {
            Flux.range(0, 4_000)
                    .flatMap(i -> work.subscribeOn(Schedulers.parallel()), 30)
                    .blockLast(Duration.ofSeconds(60));
            assertThat(served).hasPositiveValue();
            assertThat(late).hasPositiveValue();
            assertThat(database.transaction(() -> Mono.just(1)).retry(100).block(LONG))
                    .isEqualTo(1);
            assertThat(database.acquiredConnections()).isZero();
        } finally {
            database.close().block(LONG);
        }
    }
}
