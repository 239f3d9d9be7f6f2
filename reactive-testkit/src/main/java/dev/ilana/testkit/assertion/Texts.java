package dev.ilana.testkit.assertion;

import java.util.List;
import java.util.stream.Collectors;

/** Parts of messages. */
final class Texts {

    private Texts() {}

    static String rows(long count) {
        return count == 1 ? "1 row" : count + " rows";
    }

    static String statements(int count) {
        return count == 1 ? "1 statement" : count + " statements";
    }

    /** Each on a line of its own, after the text before. */
    static String lines(List<?> lines) {
        return lines.isEmpty()
                ? ""
                : lines.stream().map(line -> "\n  " + line).collect(Collectors.joining("", ":", ""));
    }
}
