package dev.ilana.examples.benchmark;

import java.util.List;
import java.util.Optional;

/**
 * What the contestants that can do a workload gave at it.
 *
 * @param outcomes the base's first
 */
record Result(Workload workload, List<Outcome> outcomes) {

    /** Those of whom there are results, the base first. */
    static List<String> contestants(List<Result> results) {
        return results.stream()
                .flatMap(result -> result.outcomes().stream())
                .map(Outcome::contestant)
                .distinct()
                .toList();
    }

    /** What the contestant gave; empty for one that can't do this. */
    Optional<Outcome> of(String contestant) {
        return outcomes.stream()
                .filter(outcome -> outcome.contestant().equals(contestant))
                .findFirst();
    }

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
