package dev.ilana.examples.benchmark;

import java.util.List;

/**
 * What all contestants gave at a workload.
 *
 * @param outcomes the base's first
 */
record Result(Workload workload, List<Outcome> outcomes) {

    /** The rounds' ratios to the base; not of one that failed, and of none where the base did. */
    Numbers ratios(Measure measure, Outcome outcome) {
        return measure.ratios(outcomes.get(0).samples(), outcome.samples());
    }

    /** Whether there are ratios of it. */
    boolean comparable(Outcome outcome) {
        return !outcome.failed() && !outcomes.get(0).failed();
    }

    /** What is allocated for each row. */
    double bytesARow(Outcome outcome) {
        return Measure.ALLOCATION.of(outcome.samples()).median() / workload.rows();
    }
}
