package dev.ilana.dialect;

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
                path.append(".\"");
                for (int i = 0; i < step.length(); i++) {
                    char c = step.charAt(i);
                    if (c == '"' || c == '\\') {
                        path.append('\\');
                    }
                    path.append(c);
                }
                path.append('"');
            }
        }
        return path.toString();
    }
}
