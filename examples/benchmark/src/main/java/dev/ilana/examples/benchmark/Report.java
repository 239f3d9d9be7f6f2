package dev.ilana.examples.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The rounds as a table. */
final class Report {

    /** The most CPU that finding a row may take, as a ratio to hand-written code. */
    static final double GOAL = 1.15;

    /** The least number of posts a second that a load of users with their posts must reach, as a ratio to hand-written code. */
    static final double EAGER_GOAL = 0.9;

    /** The least number of rows a second that an insert of many must reach, as a ratio to hand-written code. */
    static final double BULK_GOAL = 2.5;

    private static final List<Measure> MEASURES = List.of(
            new Measure("ops/s", "%,.0f", Sample::opsPerSecond),
            new Measure("CPU µs/op", "%,.1f", Sample::cpuMicros),
            new Measure("bytes/op", "%,.0f", Sample::allocatedBytes));

    /** The least number of users a second that a factory must create in batches, as a ratio to one after the other, each on disk. */
    static final double FACTORY_GOAL = 20;

    private final String base;
    private final String compared;
    private final List<Rounds> workloads;

    Report(String base, String compared, List<Rounds> workloads) {
        this.base = base;
        this.compared = compared;
        this.workloads = workloads;
    }

    private record Measure(String name, String format, ToDoubleFunction<Sample> value) {

        String cell(List<Sample> samples) {
            double[] sorted = samples.stream().mapToDouble(value).sorted().toArray();
            double spread = 50 * (sorted[sorted.length - 1] - sorted[0]) / median(sorted);
            return String.format(Locale.ROOT, format + " ±%.0f %%", median(sorted), spread);
        }

        double ratio(Rounds rounds) {
            return median(IntStream.range(0, rounds.base().size())
                    .mapToDouble(i -> value.applyAsDouble(rounds.compared().get(i))
                            / value.applyAsDouble(rounds.base().get(i)))
                    .sorted()
                    .toArray());
        }
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(line("", "", base, compared, "ratio"));
        for (Rounds rounds : workloads) {
            for (Measure measure : MEASURES) {
                text.append(line(
                        rounds.workload(),
                        measure.name(),
                        measure.cell(rounds.base()),
                        measure.cell(rounds.compared()),
                        String.format(Locale.ROOT, "%.3f", measure.ratio(rounds))));
            }
        }
        return text.toString();
    }

    private static String line(String workload, String measure, String base, String compared, String ratio) {
        return String.format(Locale.ROOT, "%-26s %-10s %18s %18s %7s%n", workload, measure, base, compared, ratio);
    }
}
