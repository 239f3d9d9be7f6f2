package dev.ilana.examples.benchmark;

import com.google.errorprone.annotations.FormatMethod;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A drawing on white. */
final class Svg {

    private final StringBuilder svg = new StringBuilder();

    Svg(int width, int height) {
        add(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%1$d\" height=\"%2$d\" viewBox=\"0 0 %1$d %2$d\""
                        + " font-family=\"sans-serif\" font-size=\"11\">",
                width, height);
        add("<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>");
    }

    void rectangle(double x, double y, double width, double height, String color) {
        add("<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"/>", x, y, width, height, color);
    }

    void line(double fromX, double fromY, double toX, double toY, String style) {
        add("<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" %s/>", fromX, fromY, toX, toY, style);
    }

    void circle(double x, double y, double radius, String color) {
        add("<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\" fill=\"%s\"/>", x, y, radius, color);
    }

    /** Through all the points. */
    void path(List<Point> points, String color) {
        String places = points.stream()
                .map(point -> String.format(Locale.ROOT, "%.1f,%.1f", point.x(), point.y()))
                .collect(Collectors.joining(" "));
        add("<polyline points=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>", places, color);
    }

    void text(double x, double y, String style, String text) {
        add(
                "<text x=\"%.1f\" y=\"%.1f\" %s>%s</text>",
                x, y, style, text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
    }

    /** A place in a drawing. */
    record Point(double x, double y) {}

    @FormatMethod
    private void add(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    /** The SVG, in a file of its own. */
    @Override
    public String toString() {
        return svg + "</svg>\n";
    }
}
