package dev.ilana.examples.benchmark;

import java.util.List;
import java.util.Locale;

/** Rounds of two, side by side. */
final class Report {

    private final String base;
    private final String compared;
    private final List<Rounds> workloads;

    Report(String base, String compared, List<Rounds> workloads) {
        this.base = base;
        this.compared = compared;
        this.workloads = workloads;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(line("", "", base, compared, "ratio"));
        for (Rounds rounds : workloads) {
            for (Measure measure : Measure.ALL) {
                text.append(line(
                        rounds.workload(),
                        measure.title(),
                        measure.cell(rounds.base()),
                        measure.cell(rounds.compared()),
                        String.format(
                                Locale.ROOT,
                                "%.3f",
                                measure.ratios(rounds.base(), rounds.compared()).median())));
            }
        }
        return text.toString();
    }

    private static String line(String workload, String measure, String base, String compared, String ratio) {
        return String.format(Locale.ROOT, "%-26s %-10s %18s %18s %7s%n", workload, measure, base, compared, ratio);
    }
}
