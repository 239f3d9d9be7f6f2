package dev.ilana.config;

import dev.ilana.error.IlanaException;
import dev.ilana.error.InvalidConfigurationException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** One thing that was said: under which key, where, and its value, which each method reads as it is asked to. */
public final class Setting {

    /** The keys, by their last word, whose values are in no message. */
    private static final Set<String> SECRET = Set.of("password", "url", "cursor-key");

    private final String key;
    private final Origin origin;
    private final boolean isList;
    private final List<String> values;
    /** What was written, before variables were put in: those may hold what is nobody's business. */
    private final List<String> written;

    private Setting(String key, Origin origin, boolean isList, List<String> values, List<String> written) {
        this.key = key;
        this.origin = origin;
        this.isList = isList;
        this.values = values;
        this.written = written;
    }

    static Setting of(String key, Origin origin, String value) {
        return new Setting(key, origin, false, List.of(value), List.of(value));
    }

    static Setting list(String key, Origin origin, List<String> values) {
        return new Setting(key, origin, true, List.copyOf(values), List.copyOf(values));
    }

    /** The same with its values made of those that were written. */
    Setting resolved(UnaryOperator<String> resolve) {
        return new Setting(key, origin, isList, written.stream().map(resolve).toList(), written);
    }

    /** The key, as it was said. */
    public String key() {
        return key;
    }

    /** Where it was said, as messages have it: {@code ilana.yml:7}, {@code $DB_URL}, {@code .env:3} or {@code code}. */
    public String place() {
        return origin.place();
    }

    String source() {
        return origin.source();
    }

    /** Whether it was said where it counts before the other. */
    public boolean isAbove(Setting other) {
        return origin.layer().compareTo(other.origin.layer()) < 0;
    }

    /**
     * The value, without the blanks around it.
     *
     * @throws InvalidConfigurationException when it is a list, or empty
     */
    public String text() {
        String text = anyText().strip();
        if (text.isEmpty()) {
            throw invalid("a value; leave the key out where there is none");
        }
        return text;
    }

    /**
     * The value as it is, which may be empty: for passwords.
     *
     * @throws InvalidConfigurationException when it is a list
     */
    public String anyText() {
        if (isList) {
            throw new InvalidConfigurationException(origin.place(), key, null, "one value, not a list");
        }
        return values.get(0);
    }

    /**
     * The value as a whole number.
     *
     * @throws InvalidConfigurationException when it is none
     */
    public int number() {
        return as(Integer::parseInt, "a whole number");
    }

    /**
     * The value as a time, such as {@code 500ms}, {@code 10s}, {@code 5m}, {@code 1h} or {@code PT10S}.
     *
     * @throws InvalidConfigurationException when it is none, or not above zero
     */
    public Duration duration() {
        return as(Durations::parse, "a time above zero with its unit, such as 500ms, 10s, 5m, 1h or PT10S");
    }

    /**
     * The value as a truth.
     *
     * @throws InvalidConfigurationException when it is neither {@code true} nor {@code false}
     */
    public boolean flag() {
        return as(
                text -> switch (text.toLowerCase(Locale.ROOT)) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw new IllegalArgumentException();
                },
                "true or false");
    }

    /** The values: those of a list, or the words between the commas of a text. None where it is empty. */
    public List<String> list() {
        return (isList ? values.stream() : Arrays.stream(values.get(0).split(",", -1)))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .toList();
    }

    /**
     * What the function makes of the value.
     *
     * @param expected what it makes something of: it follows "must be"
     * @throws InvalidConfigurationException when the function refuses it
     */
    public <T> T as(Function<? super String, ? extends T> parse, String expected) {
        String text = text();
        try {
            return parse.apply(text);
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException | IlanaException e) {
            throw invalid(expected);
        }
    }

    /** The error for this value; it shows the value where that can't be a secret. */
    public InvalidConfigurationException invalid(String expected) {
        return new InvalidConfigurationException(origin.place(), key, shown(), expected);
    }

    private @Nullable String shown() {
        String text = String.join(", ", written);
        boolean secret = SECRET.contains(key.substring(key.lastIndexOf('.') + 1));
        return secret || text.isBlank() || text.contains("@") || text.contains("//") ? null : text;
    }

    /** Without the value. */
    @Override
    public String toString() {
        return key + " (" + origin.place() + ")";
    }
}
