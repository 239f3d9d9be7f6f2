package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Work that is cancelled, and what there is once that has been undone, for which nobody is told when. */
final class CutOff {

    /** As a runner has for its connections. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final int STEP_MILLIS = 8;

    /** Work that has not ended then waits for something that nobody gives back. */
    private static final int LONGEST_MILLIS = 2_000;

    private CutOff() {}

    /** Cancels the work before it ends, each time a little later, until it has ended twice before that. */
    static void laterUntilThrough(Runner run, Mono<?> work) {
        int through = 0;
        for (int millis = 0; through < 2; millis += STEP_MILLIS) {
            assertThat(millis).as("how long the work takes").isLessThan(LONGEST_MILLIS);
            through += isThrough(run, work, millis) ? 1 : 0;
        }
    }

    /** Whether the work ends in that time; else it is cancelled. */
    static boolean isThrough(Runner run, Mono<?> work, long millis) {
        return run.get(work.take(Duration.ofMillis(millis)).hasElement());
    }

    /** There is a moment soon at which that is found. */
    static <T> void assertSoon(Runner run, Mono<T> asked, Predicate<? super T> isAsWanted) {
        T found = run.get(Flux.defer(() -> asked)
                .repeatWhen(answered -> answered.delayElements(Duration.ofMillis(20)))
                .takeUntil(isAsWanted)
                .take(PATIENCE)
                .last());
        assertThat(isAsWanted.test(found)).as(String.valueOf(found)).isTrue();
    }
}
