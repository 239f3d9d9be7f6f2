package dev.ilana.cli.console;

import java.util.Collection;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a value, and the key that it is under, are shown to people. */
final class Cell {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}+");
    private static final Pattern CAPITAL = Pattern.compile("(?=\\p{Lu})");

    private Cell() {}

    /** False for null, no and none. */
    static boolean isSaid(@Nullable Object value) {
        return value != null && !value.equals(false) && !(value instanceof Collection<?> several && several.isEmpty());
    }

    /** The value in one line; what a database says of its own can't move the cursor. */
    static String text(@Nullable Object value) {
        if (value instanceof Boolean yes) {
            return yes ? "yes" : "no";
        } else if (value == null || !isSaid(value)) {
            return "-";
        } else if (value instanceof Collection<?> several) {
            return several.stream().map(Cell::text).collect(Collectors.joining(", "));
        }
        return CONTROL.matcher(value.toString()).replaceAll(" ");
    }

    /** {@code foreignKeys} as {@code Foreign keys}. */
    static String heading(String key) {
        String words = CAPITAL.matcher(key).replaceAll(" ").toLowerCase(Locale.ROOT);
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
