package dev.ilana.examples.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Curves as an SVG, one below the other: a line for each contestant, both axes logarithmic. */
final class LineChart {

    private static final int LEFT = 70;
    private static final int PLOT = 640;
    private static final int RIGHT = 110;
    private static final int TOP = 60;
    private static final int HEIGHT = 240;
    private static final int TITLE = 26;
    private static final int BELOW = 40;
    private static final int PANEL = TITLE + HEIGHT + BELOW;

    private final String title;
    private final List<Grown> curves;
    private final Svg svg;

    private LineChart(String title, List<Grown> curves) {
        this.title = title;
        this.curves = curves;
        this.svg = new Svg(LEFT + PLOT + RIGHT, TOP + curves.size() * PANEL);
    }

    /** The SVG, in a file of its own. */
    static String of(String title, List<Grown> curves) {
        return new LineChart(title, curves).draw();
    }

    private String draw() {
        svg.text(14, 24, "font-size=\"16\" font-weight=\"bold\"", title);
        svg.text(
                14,
                42,
                "fill=\"#495057\"",
                "Milliseconds an operation, median of the rounds; both axes are logarithmic.");
        for (int i = 0; i < curves.size(); i++) {
            panel(curves.get(i), TOP + i * PANEL + TITLE);
        }
        return svg.toString();
    }

    private void panel(Grown grown, int top) {
        svg.text(LEFT, top - 10, "font-weight=\"bold\"", grown.curve().title());
        List<Integer> sizes = grown.curve().sizes();
        LogAxis across = LogAxis.of(sizes.stream().mapToDouble(Integer::doubleValue), LEFT, LEFT + PLOT);
        LogAxis up = LogAxis.ofDecades(grown.millis(), top + HEIGHT, top);
        for (int size : sizes) {
            double x = across.place(size);
            svg.line(x, top, x, top + HEIGHT, "stroke=\"#e9ecef\"");
            svg.text(x, top + HEIGHT + 16, "text-anchor=\"middle\"", String.format(Locale.ROOT, "%,d", size));
        }
        up.decades().forEach(millis -> {
            double y = up.place(millis);
            svg.line(LEFT, y, LEFT + PLOT, y, "stroke=\"#e9ecef\"");
            svg.text(LEFT - 8, y + 4, "text-anchor=\"end\"", label(millis));
        });
        List<String> contestants = grown.contestants();
        for (int i = 0; i < contestants.size(); i++) {
            line(grown, contestants.get(i), across, up);
            legend(contestants.get(i), top + 18 * i);
        }
    }

    private static String label(double millis) {
        return String.format(Locale.ROOT, millis < 1 ? "%.4g" : "%,.0f", millis).replaceAll("(\\.\\d*?)0+$", "$1");
    }

    private void line(Grown grown, String contestant, LogAxis across, LogAxis up) {
        String color = Colors.of(contestant);
        List<Integer> sizes = grown.curve().sizes();
        List<Svg.Point> points = IntStream.range(0, sizes.size())
                .boxed()
                .flatMap(place -> grown.millis(contestant, place).stream()
                        .mapToObj(millis -> new Svg.Point(across.place(sizes.get(place)), up.place(millis))))
                .toList();
        svg.path(points, color);
        points.forEach(point -> svg.circle(point.x(), point.y(), 3, color));
    }

    private void legend(String contestant, int y) {
        svg.rectangle(LEFT + PLOT + 14, y, 10, 10, Colors.of(contestant));
        svg.text(LEFT + PLOT + 30, y + 9, "", contestant);
    }
}
