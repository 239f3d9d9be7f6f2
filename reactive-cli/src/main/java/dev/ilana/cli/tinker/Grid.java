package dev.ilana.cli.tinker;

import dev.ilana.cli.console.TextTable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Rows as a table by the names of their columns.
 *
 * @param width of the terminal, to which long values are cut; 0 where there is none
 */
record Grid(List<Map<String, @Nullable Object>> rows, int width) {

    private static final int GAP = 2;
    private static final int LEAST = 4;

    List<String> lines() {
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.addAll(row.keySet()));
        List<String> heading = List.copyOf(names);
        List<List<String>> cells = new ArrayList<>();
        rows.forEach(row -> cells.add(heading.stream()
                .map(name -> row.containsKey(name) ? Values.text(row.get(name)) : "")
                .toList()));
        List<Integer> widths = widths(heading, cells);
        return new TextTable(
                        cut(heading, widths),
                        cells.stream().map(row -> cut(row, widths)).toList())
                .lines();
    }

    /** Of the columns; the widest are made narrower until all fit, as far as that goes. */
    private List<Integer> widths(List<String> heading, List<List<String>> cells) {
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < heading.size(); i++) {
            int column = i;
            int widest = cells.stream()
                    .mapToInt(row -> row.get(column).length())
                    .max()
                    .orElse(0);
            widths.add(Math.max(heading.get(i).length(), widest));
        }
        int excess = width == 0 ? 0 : widths.stream().mapToInt(one -> one + GAP).sum() - GAP - width;
        while (excess > 0) {
            int widest = widest(widths);
            if (widths.get(widest) <= LEAST) {
                break;
            }
            widths.set(widest, widths.get(widest) - 1);
            excess--;
        }
        return widths;
    }

    private static int widest(List<Integer> widths) {
        int widest = 0;
        for (int i = 1; i < widths.size(); i++) {
            widest = widths.get(i) > widths.get(widest) ? i : widest;
        }
        return widest;
    }

    private static List<String> cut(List<String> row, List<Integer> widths) {
        List<String> cut = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            cut.add(cut(row.get(i), widths.get(i)));
        }
        return cut;
    }

    private static String cut(String text, int width) {
        if (text.length() <= width) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(width - 2)) ? width - 2 : width - 1;
        return text.substring(0, end) + "…";
    }
}
