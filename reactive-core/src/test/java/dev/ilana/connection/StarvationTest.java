package dev.ilana.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.PoolStarvedException;
import org.junit.jupiter.api.Test;

/** A wait that nobody could end is refused; any other one is not. */
class StarvationTest {

    private final Starvation starvation = new Starvation(2, "a place");
    private final Held first = new Held(null);
    private final Held second = new Held(null);

    @Test
    void theLastOfThoseWhoWouldWaitForEachOtherIsRefused() {
        Runnable waited = starvation.waiting(first);

        assertThatThrownBy(() -> starvation.waiting(second))
                .isInstanceOf(PoolStarvedException.class)
                .hasMessageContaining("all 2 connections to a place");
        assertThat(starvation.stuck()).isOne();

        waited.run();
        assertThat(starvation.stuck()).isZero();
    }

    @Test
    void oneWhoWaitsTwiceHoldsOneConnectionAllTheSame() {
        Runnable one = starvation.waiting(first);
        Runnable other = starvation.waiting(first);
        assertThatThrownBy(() -> starvation.waiting(new Held(new Held(first))))
                .isInstanceOf(PoolStarvedException.class);
        assertThat(starvation.stuck()).isOne();

        one.run();
        assertThat(starvation.stuck()).as("the other waits still").isOne();
        other.run();
        assertThat(starvation.stuck()).isZero();
    }

    @Test
    void whoWaitsNoMoreStandsInNobodysWay() {
        starvation.waiting(first).run();
        starvation.waiting(second).run();
        assertThat(starvation.stuck()).isZero();
    }

    @Test
    void theEndOfAWaitCountsOnce() {
        Runnable waited = starvation.waiting(first);
        Runnable another = starvation.waiting(first);
        waited.run();
        waited.run();
        assertThat(starvation.stuck()).isOne();
        another.run();
        assertThat(starvation.stuck()).isZero();
    }

    @Test
    void whatHasBeenGivenBackIsNotHeld() {
        Held inner = new Held(first);
        first.giveBack();
        Runnable waited = starvation.waiting(inner);
        assertThat(starvation.stuck()).isOne();
        waited.run();
        assertThat(starvation.stuck()).isZero();
    }
}
