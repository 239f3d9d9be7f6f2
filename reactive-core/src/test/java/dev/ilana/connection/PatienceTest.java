package dev.ilana.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.DatabaseException;
import io.r2dbc.spi.R2dbcTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/** A wait ends when it has lasted too long, each for itself. */
class PatienceTest {

    private static final Duration LIMIT = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(10);

    private final Patience patience = new Patience(LIMIT, "a bus");

    @Test
    void whatComesInTimeIsGiven() {
        assertThat(within(Mono.just(1)).block(LONG)).isEqualTo(1);
        assertThat(within(Mono.delay(Duration.ofMillis(20)).thenReturn(2)).block(LONG))
                .isEqualTo(2);
        assertThatThrownBy(() -> within(Mono.error(new IllegalStateException("none today")))
                        .block(LONG))
                .hasMessage("none today");
    }

    @Test
    void whatComesTooLateIsGivenBack() {
        Sinks.One<Integer> late = Sinks.one();
        List<Integer> back = new CopyOnWriteArrayList<>();
        Mono<Integer> waiting = patience.within(late.asMono(), value -> Mono.fromRunnable(() -> back.add(value)));
        assertThatThrownBy(() -> waiting.block(LONG))
                .isInstanceOf(R2dbcTimeoutException.class)
                .hasMessage("a bus did not come within 200 ms");
        assertThat(back).isEmpty();
        late.tryEmitValue(7).orThrow();
        assertThat(back).containsExactly(7);
    }

    private <T> Mono<T> within(Mono<T> waiting) {
        return patience.within(waiting, value -> Mono.error(new AssertionError("given back: " + value)));
    }

    @Test
    void eachWaitsItsOwnTime() {
        List<Duration> lasted = Flux.range(0, 6)
                .delayElements(Duration.ofMillis(70))
                .flatMap(i -> within(Mono.never())
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
    void aWaitThatIsOverDoesNotEndALaterOne() {
        Sinks.One<Integer> first = Sinks.one();
        Mono<Integer> waiting = within(first.asMono()).cache();
        var unused = waiting.subscribe();
        first.tryEmitValue(1).orThrow();
        assertThat(Mono.delay(LIMIT.minusMillis(50))
                        .then(within(Mono.delay(LIMIT.minusMillis(50)).thenReturn(2)))
                        .block(LONG))
                .isEqualTo(2);
    }

    /** The end of the wait and the coming of the connection meet often here; whichever is first, the connection is not lost. */
    @Test
    void aConnectionThatComesInTheMomentOfTheEndIsNotLost() {
        Database database = Database.builder("h2:mem:patience")
                .withPool(PoolSettings.DEFAULT.withMaxSize(1).withAcquireTimeout(Duration.ofMillis(20)))
                .build();
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
