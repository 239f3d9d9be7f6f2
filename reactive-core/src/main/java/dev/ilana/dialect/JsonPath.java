package dev.ilana.dialect;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.List;
import java.util.function.UnaryOperator;

/** Paths into JSON, for the databases that take one as text: {@code $."theme"[0]}. */
final class JsonPath {

    private JsonPath() {}

    /** Whether the step is a position in an array; more digits than that are a key. */
    static boolean isPosition(String step) {
        return !step.isEmpty() && step.length() <= 9 && step.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The path in the syntax that MySQL and MariaDB share, each key as {@code key} writes it. */
    static String of(List<String> steps, UnaryOperator<String> key) {
        StringBuilder path = new StringBuilder("$");
        for (String step : steps) {
            if (isPosition(step)) {
                path.append('[').append(step).append(']');
            } else {
                path.append('.').append(key.apply(step));
            }
        }
        return path.toString();
    }

    /** A key in quotes, so that none can be anything but a key. */
    static String quoted(String key) {
        return '"' + escaped(key) + '"';
    }

    /** A key as JSON writes it: MariaDB finds one with a tab only where the path has the tab as the document has it. */
    static String escaped(String key) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(key));
    }
}
