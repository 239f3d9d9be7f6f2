package dev.ilana.cli.tinker;

import dev.ilana.cli.console.Console;
import dev.ilana.cli.tinker.Answer.One;
import dev.ilana.cli.tinker.Answer.Several;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Shows answers: rows as a table, anything else as its text; or all as JSON.
 *
 * @param limit how many rows are shown of what is one value, such as a list
 * @param width of the terminal; 0 where there is none
 */
record Printer(Console console, int limit, IntSupplier width, Documents documents) {

    void print(Answer answer) {
        if (console.json()) {
            console.out().println(documents.text(answer));
        } else if (answer instanceof One one) {
            one(one.value());
        } else if (answer instanceof Several several) {
            several(several.values());
        } else {
            console.remark("(empty)");
        }
        console.out().flush();
        if (answer instanceof Several several && several.more()) {
            more();
        }
    }

    private void one(@Nullable Object value) {
        List<@Nullable Object> several = Values.several(value);
        Map<String, @Nullable Object> row = Values.row(value);
        if (several != null) {
            several(several.subList(0, Math.min(limit, several.size())));
            if (several.size() > limit) {
                more();
            }
        } else if (row != null) {
            table(List.of(row));
        } else {
            console.out().println(value instanceof byte[] ? Values.text(value) : String.valueOf(value));
        }
    }

    /** A table where they are rows; else a line each. */
    private void several(List<@Nullable Object> values) {
        List<Map<String, @Nullable Object>> rows = new ArrayList<>();
        for (Object value : values) {
            Map<String, @Nullable Object> row = Values.row(value);
            if (row != null) {
                rows.add(row);
            }
        }
        if (values.isEmpty()) {
            console.remark("(none)");
        } else if (rows.size() == values.size()) {
            table(rows);
        } else {
            values.forEach(value -> console.out().println(Values.text(value)));
        }
    }

    private void table(List<Map<String, @Nullable Object>> rows) {
        new Grid(rows, width.getAsInt()).lines().forEach(console.out()::println);
    }

    private void more() {
        console.out().flush();
        console.remark("… more than " + limit + "; --limit says how many are shown");
    }
}
