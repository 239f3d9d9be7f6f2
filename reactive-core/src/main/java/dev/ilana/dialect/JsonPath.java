package dev.ilana.dialect;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;

/** Paths into JSON, for the databases that take one as text: {@code $."theme"[0]}. */
final class JsonPath {

    private JsonPath() {}

    /** Whether the step is a position in an array; more digits than that are a key. */
    static boolean isPosition(String step) {
        return !step.isEmpty() && step.length() <= 9 && step.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The path in the syntax that MySQL and MariaDB share; every key is quoted, so none can be anything but a key. */
    static String of(List<String> steps) {
        StringBuilder path = new StringBuilder("$");
        for (String step : steps) {
            if (isPosition(step)) {
                path.append('[').append(step).append(']');
            } else {
                key(path.append('.'), step);
            }
        }
        return path.toString();
    }

    /** A key as JSON writes it: MariaDB finds one with a tab only where the path has the tab as the document has it. */
    private static void key(StringBuilder path, String key) {
        path.append('"');
        // In front, MariaDB takes a minus for a position from the end, be it in quotes.
        boolean minus = key.startsWith("-");
        path.append(minus ? "\\u002d" : "");
        path.append(JsonStringEncoder.getInstance().quoteAsString(minus ? key.substring(1) : key));
        path.append('"');
    }
}
