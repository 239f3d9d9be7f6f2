package dev.ilana.examples.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What goes wrong in the JVM of a contestant is told in that of the race. */
class LaneTest {

    /** Where nobody answers. */
    private static final String NOWHERE = "postgresql://nobody:nothing@127.0.0.1:1/none";

    @Test
    void aTurnThatFailsSaysWhy() {
        Workload find = Workloads.all(Scale.QUICK).get(0);
        try (Lane lane = Lane.open(new LaneWorker.Entry(Entrants.BASE, NOWHERE, Scale.QUICK))) {
            assertThat(lane.can(find)).isTrue();
            LaneWorker.Turned turned = lane.turn(find, 0, Duration.ofMillis(10));
            assertThat(turned.sample()).isNull();
            assertThat(turned.failure()).contains("127.0.0.1");
        }
    }

    @Test
    void oneThatCannotBeOpenedIsAnError() {
        assertThatThrownBy(() -> Lane.open(new LaneWorker.Entry("Nobody", NOWHERE, Scale.QUICK)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the JVM of Nobody does not answer");
    }
}
