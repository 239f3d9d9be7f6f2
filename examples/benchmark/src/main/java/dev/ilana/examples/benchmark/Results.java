package dev.ilana.examples.benchmark;

import java.util.List;
import java.util.Locale;

/** The results as text: all numbers, then the ratios side by side, then the goals. */
final class Results {

    private final List<Result> results;

    Results(List<Result> results) {
        this.results = results;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (Result result : results) {
            text.append(result.workload().name()).append(System.lineSeparator());
            text.append(line("", "ops/s", "ratio", "from .. to", "CPU µs/op", "ratio", "bytes/op", "ratio", "a row"));
            result.outcomes().forEach(outcome -> text.append(line(result, outcome)));
            text.append(System.lineSeparator());
        }
        return text.append(sideBySide())
                .append(System.lineSeparator())
                .append(new Goals(results))
                .toString();
    }

    private static String line(Object... cells) {
        return String.format(Locale.ROOT, "%-14s %18s %6s  %-13s %17s %6s %17s %6s %9s%n", cells);
    }

    private static String line(Result result, Outcome outcome) {
        if (outcome.failed()) {
            return String.format(Locale.ROOT, "%-14s %s%n", outcome.contestant(), outcome.failure());
        }
        return line(
                outcome.contestant(),
                Measure.OPERATIONS.cell(outcome.samples()),
                ratio(result, outcome, Measure.OPERATIONS),
                range(result, outcome),
                Measure.CPU.cell(outcome.samples()),
                ratio(result, outcome, Measure.CPU),
                Measure.ALLOCATION.cell(outcome.samples()),
                ratio(result, outcome, Measure.ALLOCATION),
                result.workload().rows() == 1 ? "" : String.format(Locale.ROOT, "%,.0f", result.bytesARow(outcome)));
    }

    private static String ratio(Result result, Outcome outcome, Measure measure) {
        return result.comparable(outcome)
                ? String.format(
                        Locale.ROOT, "%.2f", result.ratios(measure, outcome).median())
                : "";
    }

    private static String range(Result result, Outcome outcome) {
        if (!result.comparable(outcome)) {
            return "";
        }
        Numbers ratios = result.ratios(Measure.OPERATIONS, outcome);
        return String.format(Locale.ROOT, "%.2f .. %.2f", ratios.least(), ratios.most());
    }

    private static String cell(Result result, Outcome outcome) {
        return outcome.failed() ? "failed" : ratio(result, outcome, Measure.OPERATIONS);
    }

    private String sideBySide() {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%-46s", "ops/s, ratio to " + Entrants.BASE));
        List<String> contestants = Result.contestants(results);
        contestants.forEach(name -> text.append(String.format(Locale.ROOT, " %11s", name)));
        text.append(System.lineSeparator());
        for (Result result : results) {
            text.append(String.format(Locale.ROOT, "%-46s", result.workload().name()));
            for (String contestant : contestants) {
                String cell = result.of(contestant)
                        .map(outcome -> cell(result, outcome))
                        .orElse("-");
                text.append(String.format(Locale.ROOT, " %11s", cell));
            }
            text.append(System.lineSeparator());
        }
        return text.toString();
    }
}
