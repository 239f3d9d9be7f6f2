package dev.ilana.examples.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What is asked of models, and whether it was reached. */
final class Goals {

    /** The most that reading a user of many may allocate, in bytes. */
    static final double BYTES_A_ROW = 1_500;

    private static final String READ = "W2";

    private final List<Result> results;

    Goals(List<Result> results) {
        this.results = results;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Result result : results) {
            result.workload()
                    .goal()
                    .ifPresent(goal -> models(result)
                            .forEach(models -> text.append(line(
                                    result.workload().name() + ", ops/s to " + Entrants.BASE,
                                    result.ratios(Measure.OPERATIONS, models).median(),
                                    "at least",
                                    goal,
                                    1))));
        }
        for (Result result : results) {
            if (result.workload().code().equals(READ)
                    && result.workload().goal().isPresent()) {
                models(result)
                        .forEach(models -> text.append(line(
                                result.workload().name() + ", bytes a row",
                                result.bytesARow(models),
                                "at most",
                                BYTES_A_ROW,
                                -1)));
            }
        }
        return text.toString();
    }

    private static Stream<Outcome> models(Result result) {
        return result.outcomes().stream()
                .filter(outcome -> outcome.contestant().equals(Entrants.MODELS) && result.comparable(outcome));
    }

    /**
     * One goal.
     *
     * @param direction 1 where more is better, else -1
     */
    private static String line(String what, double measured, String bound, double goal, int direction) {
        double missing = (goal - measured) * direction;
        String verdict = missing <= 0 ? "reached" : "missed by " + number(missing);
        return String.format(
                Locale.ROOT, "%-52s %8s, goal: %s %s: %s%n", what, number(measured), bound, number(goal), verdict);
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, number >= 100 ? "%,.0f" : "%.2f", number);
    }
}
