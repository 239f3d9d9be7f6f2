package dev.ilana.connection;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.error.PoolStarvedException;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;
import reactor.test.publisher.TestPublisher;

/** A wait that nobody could end is refused; any other one is not. */
class StarvationTest {

    private final Starvation starvation = new Starvation(2, "a place");
    private final Held first = new Held(null);
    private final Held second = new Held(null);

    @Test
    void theLastOfThoseWhoWouldWaitForEachOtherIsRefused() {
        TestPublisher<String> free = TestPublisher.create();
        StepVerifier waiting = StepVerifier.create(starvation.watched(first, free.mono()))
                .expectNext("connection")
                .expectComplete()
                .verifyLater();

        StepVerifier.create(starvation.watched(second, Mono.never()))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(PoolStarvedException.class)
                        .hasMessageContaining("all 2 connections to a place"))
                .verify();
        assertThat(starvation.stuck()).isOne();

        free.emit("connection");
        waiting.verify();
        assertThat(starvation.stuck()).isZero();
    }

    @Test
    void oneWhoWaitsTwiceHoldsOneConnectionAllTheSame() {
        StepVerifier.create(Mono.when(
                        starvation.watched(first, Mono.never()),
                        starvation.watched(first, Mono.never()),
                        starvation.watched(new Held(first), Mono.never())))
                .expectError(PoolStarvedException.class)
                .verify();
        assertThat(starvation.stuck()).as("the others are cancelled").isZero();
    }

    @Test
    void whoWaitsNoMoreStandsInNobodysWay() {
        Sinks.One<String> never = Sinks.one();
        StepVerifier.create(starvation.watched(first, never.asMono()))
                .thenCancel()
                .verify();
        StepVerifier.create(starvation.watched(first, Mono.error(new IllegalStateException("no"))))
                .expectErrorMessage("no")
                .verify();
        StepVerifier.create(starvation.watched(second, Mono.just("connection")))
                .expectNext("connection")
                .expectComplete()
                .verify();
    }

    @Test
    void whatIsDoneWithTheConnectionIsNoWaitForIt() {
        StepVerifier.create(starvation
                        .watched(first, Mono.just("connection"))
                        .flatMap(connection -> starvation.watched(second, Mono.just("another"))))
                .expectNext("another")
                .expectComplete()
                .verify();
    }

    @Test
    void whatHasBeenGivenBackIsNotHeld() {
        Held inner = new Held(first);
        first.giveBack();
        StepVerifier.create(starvation.watched(inner, Mono.just("connection")))
                .expectNext("connection")
                .expectComplete()
                .verify();
    }
}
