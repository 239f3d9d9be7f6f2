package dev.ilana.examples.streaming;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Values as RFC 4180 has them. */
final class Csv {

    private Csv() {}

    static String line(Object... values) {
        return Arrays.stream(values).map(Csv::field).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String field(Object value) {
        String text = value.toString();
        boolean plain = text.chars().noneMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
