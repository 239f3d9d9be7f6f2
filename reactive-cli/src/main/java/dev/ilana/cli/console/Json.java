package dev.ilana.cli.console;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Objects of text, numbers and booleans as JSON, one to a line. */
public final class Json {

    private Json() {}

    /** In the order of the map. */
    static String line(Map<String, ? extends @Nullable Object> object) {
        return object.entrySet().stream()
                .map(entry -> quoted(entry.getKey()) + ":" + value(entry.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String value(@Nullable Object value) {
        if (value instanceof Collection<?> several) {
            return several.stream().map(Json::value).collect(Collectors.joining(",", "[", "]"));
        }
        return value == null || value instanceof Number || value instanceof Boolean
                ? String.valueOf(value)
                : quoted(value.toString());
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> {
                    if (c < ' ') {
                        out.append(String.format("\\u%04x", (int) c));
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        return out.append('"').toString();
    }

    /** An object with these keys, in this order: {@code Map.of} has another one in each process. */
    public static Map<String, Object> object(String first, Object its, String second, Object other) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put(first, its);
        object.put(second, other);
        return object;
    }

    /** The same, with a third. */
    public static Map<String, Object> object(
            String first, Object its, String second, Object other, String third, Object last) {
        Map<String, Object> object = object(first, its, second, other);
        object.put(third, last);
        return object;
    }
}
