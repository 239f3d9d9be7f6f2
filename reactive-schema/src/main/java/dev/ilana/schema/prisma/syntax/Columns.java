package dev.ilana.schema.prisma.syntax;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lines whose words stand below each other; what stands behind the words does not count. */
final class Columns {

    private record Row(List<String> words, String behind) {}

    private final List<Row> rows = new ArrayList<>();

    /** Adds a line; empty words at its end are as if they were not there. */
    void add(List<String> words, Line.@Nullable Comment behind) {
        int length = words.size();
        while (length > 0 && words.get(length - 1).isEmpty()) {
            length--;
        }
        rows.add(new Row(words.subList(0, length), behind == null ? "" : behind.written()));
    }

    List<String> lines() {
        List<Integer> widths = widths();
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private static String line(Row row, List<Integer> widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.words.size(); i++) {
            String word = row.words.get(i);
            boolean last = i == row.words.size() - 1;
            line.append(word).append(" ".repeat(last ? 0 : widths.get(i) - word.length() + 1));
        }
        boolean between = line.length() > 0 && !row.behind.isEmpty();
        return line + (between ? " " : "") + row.behind;
    }

    private List<Integer> widths() {
        List<Integer> widths = new ArrayList<>();
        for (Row row : rows) {
            for (int i = 0; i < row.words.size(); i++) {
                int width = row.words.get(i).length();
                if (i == widths.size()) {
                    widths.add(width);
                } else {
                    widths.set(i, Math.max(width, widths.get(i)));
                }
            }
        }
        return widths;
    }
}
