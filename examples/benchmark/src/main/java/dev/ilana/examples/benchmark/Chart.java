package dev.ilana.examples.benchmark;

import java.util.List;
import java.util.Locale;

/** The ratios to the base as an SVG: a bar for each contestant at each workload, with the range of the rounds. */
final class Chart {

    private static final int LEFT = 110;
    private static final int PLOT = 700;
    private static final int RIGHT = 130;
    private static final int TOP = 74;
    private static final int BAR = 13;
    private static final int TITLE = 22;
    private static final int GAP = 14;

    private final String title;
    private final List<Result> results;
    private final double scale;
    private final int height;
    private final Svg svg;

    private Chart(String title, List<Result> results) {
        this.title = title;
        this.results = results;
        this.scale = PLOT / Math.max(1.5, 1.1 * greatest(results));
        this.height = TOP + results.stream().mapToInt(Chart::height).sum() + GAP;
        this.svg = new Svg(LEFT + PLOT + RIGHT, height);
    }

    private static double greatest(List<Result> results) {
        return results.stream()
                .flatMapToDouble(result -> result.outcomes().stream()
                        .filter(result::comparable)
                        .mapToDouble(outcome ->
                                result.ratios(Measure.OPERATIONS, outcome).median()))
                .max()
                .orElse(1);
    }

    /** The SVG, in a file of its own. */
    static String of(String title, List<Result> results) {
        return new Chart(title, results).draw();
    }

    private String draw() {
        svg.text(GAP, 24, "font-size=\"16\" font-weight=\"bold\"", title);
        svg.text(
                GAP,
                42,
                "fill=\"#495057\"",
                "Operations a second as a ratio to " + Entrants.BASE
                        + ", median of the rounds, the line from the least to the greatest; the dashed mark is the goal, where there is one.");
        grid();
        int y = TOP;
        for (Result result : results) {
            group(result, y);
            y += height(result);
        }
        return svg.toString();
    }

    private static int height(Result result) {
        return TITLE + result.outcomes().size() * BAR + GAP;
    }

    private void grid() {
        double step = PLOT / scale > 8 ? 2 : PLOT / scale > 3 ? 1 : 0.5;
        for (double ratio = 0; ratio * scale <= PLOT; ratio += step) {
            String color = ratio == 1 ? "#495057" : "#e9ecef";
            svg.line(x(ratio), TOP, x(ratio), height - GAP, "stroke=\"" + color + "\"");
            svg.text(x(ratio), TOP - 4, "text-anchor=\"middle\"", String.format(Locale.ROOT, "%.1f", ratio));
        }
    }

    private void group(Result result, int top) {
        svg.text(LEFT, top + 15, "font-weight=\"bold\"", result.workload().name());
        int y = top + TITLE;
        for (Outcome outcome : result.outcomes()) {
            svg.text(LEFT - 6, y + 10, "text-anchor=\"end\"", outcome.contestant());
            if (result.comparable(outcome)) {
                bar(result.ratios(Measure.OPERATIONS, outcome), y, Colors.of(outcome.contestant()));
            } else {
                svg.text(LEFT + 6, y + 10, "fill=\"#c92a2a\"", outcome.failed() ? "" + outcome.failure() : "no ratio");
            }
            if (outcome.contestant().equals(Entrants.MODELS)) {
                goal(result.workload(), y);
            }
            y += BAR;
        }
    }

    private void goal(Workload workload, int y) {
        workload.goal()
                .ifPresent(goal -> svg.line(
                        x(goal),
                        y - 1,
                        x(goal),
                        y + BAR,
                        "stroke=\"#000000\" stroke-width=\"2\" stroke-dasharray=\"3 2\""));
    }

    private void bar(Numbers ratios, int y, String color) {
        svg.rectangle(LEFT, y + 1, ratios.median() * scale, BAR - 3, color);
        int middle = y + BAR / 2;
        svg.line(x(ratios.least()), middle, x(ratios.most()), middle, "stroke=\"#212529\"");
        svg.text(
                x(ratios.most()) + 5,
                y + 10,
                "",
                String.format(Locale.ROOT, "%.2f ±%.0f %%", ratios.median(), ratios.spread()));
    }

    /** What is far beyond the medians, as a round may be, ends at the border. */
    private double x(double ratio) {
        return LEFT + Math.min(PLOT, ratio * scale);
    }
}
