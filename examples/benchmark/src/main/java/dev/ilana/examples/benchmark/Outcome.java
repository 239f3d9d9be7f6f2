package dev.ilana.examples.benchmark;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a contestant gave at a workload.
 *
 * @param samples one of each round; none where it failed
 * @param failure why it could not
 */
record Outcome(
        String contestant, List<Sample> samples, @Nullable String failure) {

    boolean failed() {
        return failure != null;
    }
}
