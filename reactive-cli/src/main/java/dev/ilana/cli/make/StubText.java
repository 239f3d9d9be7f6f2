package dev.ilana.cli.make;

import dev.ilana.cli.console.MalformedFileException;
import dev.ilana.error.Nearest;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text with places for values: {@code {{ class }}}.
 *
 * @param place where it is from, for messages
 */
record StubText(String place, String text) {

    /** Braces around one word. Those that Java has for itself, around a statement or a list, are none of it. */
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{\\h*([\\p{L}_][\\w.-]*)\\h*}}");

    private static final Pattern NO_CODE = Pattern.compile("(?s)/\\*.*?\\*/|//\\V*|\"[^\"\n]*\"");
    private static final Pattern WORD = Pattern.compile("[\\p{L}_$][\\p{L}\\p{Nd}_$]*");
    private static final Pattern AFTER_A_LINE = Pattern.compile("(?<=\n)");

    /** The words of Java that it has of its own, outside of comments and texts: what it imports, speaks of and declares. */
    Set<String> words() {
        String code = NO_CODE.matcher(PLACEHOLDER.matcher(text).replaceAll(" ")).replaceAll(" ");
        return WORD.matcher(code).results().map(MatchResult::group).collect(Collectors.toSet());
    }

    /**
     * The text with the values in it. A line of placeholders that have no text goes, and an empty line after it too.
     *
     * @throws MalformedFileException when there is no such value, naming the line and those that there are
     */
    String filled(Map<String, String> values) {
        StringBuilder filled = new StringBuilder();
        boolean gone = false;
        int number = 0;
        for (String line : AFTER_A_LINE.split(text, -1)) {
            number++;
            String result = filled(line, number, values);
            boolean goes = result.isBlank() && (gone || !line.isBlank());
            if (!goes) {
                filled.append(result);
            }
            gone = goes && !line.isBlank();
        }
        return filled.toString();
    }

    private String filled(String line, int number, Map<String, String> values) {
        return PLACEHOLDER.matcher(line).replaceAll(found -> Matcher.quoteReplacement(value(found, number, values)));
    }

    private String value(MatchResult found, int number, Map<String, String> values) {
        String name = found.group(1);
        if (!values.containsKey(name)) {
            throw new MalformedFileException(place + ":" + number + ": there is no {{ " + name + " }}"
                    + Nearest.of(name, values.keySet())
                            .map(nearest -> "; did you mean {{ " + nearest + " }}?")
                            .orElse("")
                    + " There are " + String.join(", ", values.keySet()));
        }
        return Objects.requireNonNull(values.get(name));
    }
}
