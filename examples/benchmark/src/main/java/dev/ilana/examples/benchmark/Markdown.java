package dev.ilana.examples.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** The results as tables of Markdown, a column for each contestant. */
final class Markdown {

    private final String heading;
    private final List<Result> results;

    Markdown(String heading, List<Result> results) {
        this.heading = heading;
        this.results = results;
    }

    @Override
    public String toString() {
        return heading
                + "\n\n"
                + table("ratio to " + Entrants.BASE + " of ops/s", Markdown::ratio)
                + table("ops/s", (result, outcome) -> Measure.OPERATIONS.cell(outcome.samples()))
                + table("CPU µs an operation", (result, outcome) -> Measure.CPU.cell(outcome.samples()))
                + table("bytes an operation", (result, outcome) -> Measure.ALLOCATION.cell(outcome.samples()))
                + table("bytes a row", (result, outcome) -> number("%,.0f", result.bytesARow(outcome)))
                + failures();
    }

    private String table(String title, BiFunction<Result, Outcome, String> cell) {
        StringBuilder text = new StringBuilder("| ").append(title).append(" |");
        StringBuilder line = new StringBuilder("|---|");
        List<String> contestants = Result.contestants(results);
        for (String contestant : contestants) {
            text.append(' ').append(contestant).append(" |");
            line.append("---|");
        }
        text.append('\n').append(line).append('\n');
        for (Result result : results) {
            text.append("| ").append(result.workload().name()).append(" |");
            for (String contestant : contestants) {
                String content = result.of(contestant)
                        .map(outcome -> outcome.failed() ? "failed" : cell.apply(result, outcome))
                        .orElse("-");
                text.append(' ').append(content).append(" |");
            }
            text.append('\n');
        }
        return text.append('\n').toString();
    }

    private static String ratio(Result result, Outcome outcome) {
        if (!result.comparable(outcome)) {
            return "";
        }
        Numbers ratios = result.ratios(Measure.OPERATIONS, outcome);
        return number("%.2f", ratios.median()) + number(" ±%.0f %%", ratios.spread());
    }

    private static String number(String format, double number) {
        return String.format(Locale.ROOT, format, number);
    }

    private String failures() {
        StringBuilder text = new StringBuilder();
        for (Result result : results) {
            for (Outcome outcome : result.outcomes()) {
                if (outcome.failed()) {
                    text.append("- ").append(outcome.contestant()).append(", ");
                    text.append(result.workload().name())
                            .append(": ")
                            .append(outcome.failure())
                            .append('\n');
                }
            }
        }
        return text.toString();
    }
}
