package dev.ilana.cli.console;

import java.util.ArrayList;
import java.util.List;

/** Rows of text in columns as wide as their widest cell. */
public record TextTable(List<String> heading, List<List<String>> rows) {

    public List<String> lines() {
        List<List<String>> all = new ArrayList<>();
        all.add(heading);
        all.addAll(rows);
        return all.stream().map(this::line).toList();
    }

    private String line(List<String> row) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < row.size(); i++) {
            String cell = row.get(i);
            line.append(cell).append(" ".repeat(width(i) - cell.length() + 2));
        }
        return line.toString().stripTrailing();
    }

    private int width(int column) {
        int width = heading.get(column).length();
        for (List<String> row : rows) {
            width = Math.max(width, row.get(column).length());
        }
        return width;
    }
}
