package dev.ilana.examples.benchmark;

import com.google.errorprone.annotations.FormatMethod;
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
    private static final List<String> COLORS =
            List.of("#9aa0a6", "#5f6368", "#d9480f", "#74c0fc", "#69db7c", "#b197fc", "#ffd43b", "#f783ac");

    private final String title;
    private final List<Result> results;
    private final double scale;
    private final StringBuilder svg = new StringBuilder();

    private Chart(String title, List<Result> results) {
        this.title = title;
        this.results = results;
        this.scale = PLOT / Math.max(1.5, 1.1 * greatest(results));
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
        int height = TOP + results.stream().mapToInt(Chart::height).sum() + GAP;
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\""
                        + " font-family=\"sans-serif\" font-size=\"11\">",
                LEFT + PLOT + RIGHT, height);
        add("<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>");
        text(GAP, 24, "font-size=\"16\" font-weight=\"bold\"", title);
        text(
                GAP,
                42,
                "fill=\"#495057\"",
                "Operations a second as a ratio to " + Entrants.BASE
                        + ", median of the rounds, the line from the least to the greatest; the dashed mark is the goal, where there is one.");
        grid(height);
        int y = TOP;
        for (Result result : results) {
            group(result, y);
            y += height(result);
        }
        return svg.append("</svg>\n").toString();
    }

    private static int height(Result result) {
        return TITLE + result.outcomes().size() * BAR + GAP;
    }

    private void grid(int height) {
        double step = PLOT / scale > 8 ? 2 : PLOT / scale > 3 ? 1 : 0.5;
        for (double ratio = 0; ratio * scale <= PLOT; ratio += step) {
            String color = ratio == 1 ? "#495057" : "#e9ecef";
            vertical(x(ratio), TOP, height - GAP, "stroke=\"" + color + "\"");
            text((int) x(ratio), TOP - 4, "text-anchor=\"middle\"", String.format(Locale.ROOT, "%.1f", ratio));
        }
    }

    private void group(Result result, int top) {
        text(LEFT, top + 15, "font-weight=\"bold\"", result.workload().name());
        int y = top + TITLE;
        for (Outcome outcome : result.outcomes()) {
            text(LEFT - 6, y + 10, "text-anchor=\"end\"", outcome.contestant());
            if (result.comparable(outcome)) {
                bar(result.ratios(Measure.OPERATIONS, outcome), y, color(outcome));
            } else {
                text(LEFT + 6, y + 10, "fill=\"#c92a2a\"", outcome.failed() ? "" + outcome.failure() : "no ratio");
            }
            if (outcome.contestant().equals(Entrants.MODELS)) {
                goal(result.workload(), y);
            }
            y += BAR;
        }
    }

    private void goal(Workload workload, int y) {
        workload.goal()
                .ifPresent(goal -> vertical(
                        x(goal), y - 1, y + BAR, "stroke=\"#000000\" stroke-width=\"2\" stroke-dasharray=\"3 2\""));
    }

    private void bar(Numbers ratios, int y, String color) {
        add(
                "<rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>",
                LEFT, y + 1, ratios.median() * scale, BAR - 3, color);
        add(
                "<line x1=\"%.1f\" y1=\"%2$d\" x2=\"%3$.1f\" y2=\"%2$d\" stroke=\"#212529\"/>",
                x(ratios.least()), y + BAR / 2, x(ratios.most()));
        text(
                (int) x(ratios.most()) + 5,
                y + 10,
                "",
                String.format(Locale.ROOT, "%.2f ±%.0f %%", ratios.median(), ratios.spread()));
    }

    /** A contestant's own, also where others are left out. */
    private static String color(Outcome outcome) {
        int place = Entrants.names().indexOf(outcome.contestant());
        return COLORS.get(Math.floorMod(place, COLORS.size()));
    }

    /** What is far beyond the medians, as a round may be, ends at the border. */
    private double x(double ratio) {
        return LEFT + Math.min(PLOT, ratio * scale);
    }

    private void vertical(double x, int from, int to, String style) {
        add("<line x1=\"%1$.1f\" y1=\"%2$d\" x2=\"%1$.1f\" y2=\"%3$d\" %4$s/>", x, from, to, style);
    }

    private void text(int x, int y, String style, String text) {
        add(
                "<text x=\"%d\" y=\"%d\" %s>%s</text>",
                x, y, style, text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    @FormatMethod
    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
