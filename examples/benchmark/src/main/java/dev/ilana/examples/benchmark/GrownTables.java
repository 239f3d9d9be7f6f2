package dev.ilana.examples.benchmark;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Curves as tables, a line for each size and a column for each contestant. */
final class GrownTables {

    private final List<Grown> curves;

    GrownTables(List<Grown> curves) {
        this.curves = curves;
    }

    String text() {
        return curves.stream().map(GrownTables::text).collect(Collectors.joining(System.lineSeparator()));
    }

    private static String text(Grown curve) {
        return lines(curve)
                .map(cells -> cells.stream().skip(1).reduce(String.format("%-36s", cells.get(0)), GrownTables::padded))
                .map(line -> line + System.lineSeparator())
                .collect(Collectors.joining());
    }

    private static String padded(String line, String cell) {
        return line + String.format("%12s", cell);
    }

    String markdown() {
        return curves.stream().map(GrownTables::markdown).collect(Collectors.joining("\n"));
    }

    private static String markdown(Grown curve) {
        List<String> rows = lines(curve)
                .map(cells -> "| " + String.join(" | ", cells) + " |\n")
                .toList();
        String rule = "|---".repeat(curve.contestants().size() + 1) + "|\n";
        return rows.get(0) + rule + String.join("", rows.subList(1, rows.size()));
    }

    /** The first says what the columns are. */
    private static Stream<List<String>> lines(Grown curve) {
        Stream<String> heading = Stream.of("ms, " + curve.curve().title());
        return Stream.concat(
                Stream.of(Stream.concat(heading, curve.contestants().stream()).toList()),
                IntStream.range(0, curve.results().size()).mapToObj(place -> line(curve, place)));
    }

    private static List<String> line(Grown curve, int place) {
        Stream<String> size = Stream.of(
                String.format(Locale.ROOT, "%,d", curve.curve().sizes().get(place)));
        return Stream.concat(
                        size, curve.contestants().stream().map(contestant -> cell(curve.millis(contestant, place))))
                .toList();
    }

    private static String cell(OptionalDouble millis) {
        return millis.isEmpty()
                ? "failed"
                : String.format(Locale.ROOT, millis.getAsDouble() < 10 ? "%.3f" : "%,.1f", millis.getAsDouble());
    }
}
