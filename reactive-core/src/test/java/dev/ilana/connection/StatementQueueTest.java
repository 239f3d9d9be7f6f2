package dev.ilana.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;
import reactor.test.publisher.PublisherProbe;

class StatementQueueTest {

    private static final Duration LONG = Duration.ofSeconds(20);

    private final StatementQueue queue = new StatementQueue();
    private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

    @Test
    void workRunsInTheOrderOfSubscription() {
        Sinks.One<String> first = Sinks.one();
        Sinks.One<String> second = Sinks.one();
        Disposable a = run("a", first.asMono());
        Disposable b = run("b", second.asMono());
        Disposable c = run("c", Mono.just("c"));
        assertThat(seen).containsExactly("a starts");
        first.tryEmitValue("a").orThrow();
        assertThat(seen).containsExactly("a starts", "a ends", "b starts");
        second.tryEmitValue("b").orThrow();
        assertThat(seen).containsExactly("a starts", "a ends", "b starts", "b ends", "c starts", "c ends");
        assertThat(List.of(a, b, c)).allMatch(Disposable::isDisposed);
    }

    @Test
    void workThatNobodySubscribesToTakesNoTurn() {
        Mono<String> never = queue.inTurn(() -> Mono.just("never"));
        StepVerifier.create(queue.inTurn(() -> Mono.just("x"))).expectNext("x").verifyComplete();
        assertThat(never).isNotNull();
    }

    @Test
    void theSameWorkSubscribedTwiceRunsTwice() {
        AtomicInteger runs = new AtomicInteger();
        Mono<Integer> work = queue.inTurn(() -> Mono.fromSupplier(runs::incrementAndGet));
        StepVerifier.create(work).expectNext(1).verifyComplete();
        StepVerifier.create(work).expectNext(2).verifyComplete();
    }

    @Test
    void anErrorEndsItsTurnAndOnlyItsOwn() {
        Sinks.One<String> first = Sinks.one();
        StepVerifier failing = StepVerifier.create(queue.inTurn(first::asMono))
                .expectErrorMessage("first")
                .verifyLater();
        StepVerifier next = StepVerifier.create(queue.inTurn(() -> Mono.just("next")))
                .expectNext("next")
                .expectComplete()
                .verifyLater();
        first.tryEmitError(new IllegalStateException("first")).orThrow();
        failing.verify(LONG);
        next.verify(LONG);
    }

    @Test
    void workThatFailsToStartEndsItsTurnToo() {
        StepVerifier.create(queue.inTurn(() -> {
                    throw new IllegalStateException("at once");
                }))
                .verifyErrorMessage("at once");
        StepVerifier.create(queue.inTurn(() -> Mono.just("next")))
                .expectNext("next")
                .expectComplete()
                .verify(LONG);
    }

    @Test
    void aCancelWhileWaitingGivesThePlaceUpAndRunsNothing() {
        Sinks.One<String> first = Sinks.one();
        PublisherProbe<String> cancelled = PublisherProbe.of(Mono.just("cancelled"));
        Disposable a = run("a", first.asMono());
        Disposable b = run("b", cancelled.mono());
        Disposable c = run("c", Mono.just("c"));
        b.dispose();
        assertThat(seen).containsExactly("a starts");
        first.tryEmitValue("a").orThrow();
        cancelled.assertWasNotSubscribed();
        assertThat(seen).containsExactly("a starts", "a ends", "c starts", "c ends");
        assertThat(List.of(a, c)).allMatch(Disposable::isDisposed);
    }

    @Test
    void aCancelWhileRunningLetsGoOfTheWorkButTheNextWaitsForItsEnd() {
        Sinks.One<String> running = Sinks.one();
        Disposable a = run("a", running.asMono());
        Disposable b = run("b", Mono.just("b"));
        a.dispose();
        assertThat(seen).containsExactly("a starts");
        running.tryEmitValue("a").orThrow();
        assertThat(seen).contains("b starts", "b ends");
        assertThat(b.isDisposed()).isTrue();
    }

    @Test
    void theNextWaitsForTheEndOfTheStopTooThatTheWorkBeforeItWasEndedBy() {
        Sinks.One<String> running = Sinks.one();
        Sinks.Empty<Void> stop = Sinks.empty();
        Disposable a = run("a", running.asMono());
        Disposable b = run("b", Mono.just("b"));
        a.dispose();
        Disposable stopping = queue.stopAbandoned(end -> end.then(stop.asMono()))
                .subscribe(nothing -> {}, error -> {}, () -> seen.add("stopped"));

        running.tryEmitValue("a").orThrow();
        assertThat(seen).containsExactly("a starts");
        stop.tryEmitEmpty().orThrow();
        assertThat(seen).containsExactly("a starts", "stopped", "b starts", "b ends");
        assertThat(List.of(b, stopping)).allMatch(Disposable::isDisposed);
    }

    @Test
    void whatIsWaitedForIsNotStoppedNorWhatIsToEndByItself() {
        PublisherProbe<Void> stop = PublisherProbe.empty();
        Sinks.One<String> first = Sinks.one();
        Disposable a = run("a", first.asMono());
        StepVerifier.create(queue.stopAbandoned(end -> stop.mono())).verifyComplete();
        first.tryEmitValue("a").orThrow();

        Sinks.One<String> last = Sinks.one();
        queue.toItsEnd(last::asMono).subscribe().dispose();
        StepVerifier.create(queue.stopAbandoned(end -> stop.mono())).verifyComplete();
        Disposable b = run("b", Mono.just("b"));
        assertThat(b.isDisposed()).isFalse();
        last.tryEmitEmpty().orThrow();

        StepVerifier.create(queue.stopAbandoned(end -> stop.mono())).verifyComplete();
        stop.assertWasNotSubscribed();
        assertThat(List.of(a, b)).allMatch(Disposable::isDisposed);
    }

    @Test
    void leavingTwiceGivesTheTurnOnOnce() {
        StatementQueue.Turn first = queue.join();
        StatementQueue.Turn second = queue.join();
        StatementQueue.Turn third = queue.join();
        assertThat(first.hasCome()).isTrue();
        first.leave();
        first.leave();
        assertThat(second.hasCome()).isTrue();
        assertThat(third.hasCome()).isFalse();
    }

    @Test
    void aTurnTellsWhenItHasCome() {
        StatementQueue.Turn first = queue.join();
        StatementQueue.Turn second = queue.join();
        StepVerifier coming =
                StepVerifier.create(second.come()).expectComplete().verifyLater();
        StepVerifier.create(first.come()).verifyComplete();
        first.leave();
        coming.verify(LONG);
        StepVerifier.create(second.come()).verifyComplete();
    }

    @Test
    void aThousandFromSeveralThreadsRunOneAtATime() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Flux<Integer> all = Flux.range(0, 1_000)
                .flatMap(
                        n -> queue.inTurn(() -> Mono.just(n)
                                        .doOnSubscribe(s -> most.accumulateAndGet(running.incrementAndGet(), Math::max))
                                        .publishOn(Schedulers.parallel())
                                        .doOnNext(value -> running.decrementAndGet()))
                                .subscribeOn(Schedulers.parallel()),
                        1_000);
        StepVerifier.create(all.collectList())
                .assertNext(values -> assertThat(values).hasSize(1_000).doesNotHaveDuplicates())
                .expectComplete()
                .verify(LONG);
        assertThat(most).hasValue(1);
    }

    @Test
    void aThousandOfWhichManyAreCancelledLeaveTheQueueFree() {
        Flux<Integer> all = Flux.range(0, 1_000)
                .flatMap(
                        n -> {
                            Mono<Integer> work = queue.inTurn(() -> Mono.just(n).publishOn(Schedulers.parallel()))
                                    .subscribeOn(Schedulers.parallel());
                            return n % 3 == 0 ? work.timeout(Duration.ofNanos(1), Mono.empty()) : work;
                        },
                        1_000);
        StepVerifier.create(all.count())
                .assertNext(count -> assertThat(count).isGreaterThanOrEqualTo(666))
                .expectComplete()
                .verify(LONG);
        StepVerifier.create(queue.inTurn(() -> Mono.just("free")))
                .expectNext("free")
                .expectComplete()
                .verify(LONG);
    }

    @Test
    void workThatEndsAtOnceDoesNotDeepenTheStackOfTheWorkAfterIt() {
        Sinks.One<Integer> first = Sinks.one();
        StepVerifier depths = StepVerifier.create(Flux.range(0, 300)
                        .flatMap(
                                n -> queue.inTurn(() -> n == 0
                                        ? first.asMono()
                                        : Mono.fromSupplier(() -> new Throwable().getStackTrace().length)),
                                300)
                        .reduce(0, Math::max))
                .assertNext(deepest -> assertThat(deepest).isLessThan(500))
                .expectComplete()
                .verifyLater();
        first.tryEmitValue(0).orThrow();
        depths.verify(LONG);
    }

    private Disposable run(String name, Mono<String> work) {
        return queue.inTurn(() -> {
                    seen.add(name + " starts");
                    return work;
                })
                .subscribe(value -> seen.add(value + " ends"));
    }
}
