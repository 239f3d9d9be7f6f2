package dev.ilana.cast;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.TypeMismatchException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** A date, stored as text in a pattern: for tables that keep dates so. Their order is that of the text. */
public final class DateCast implements Cast<LocalDate, String> {

    private final String pattern;
    private final DateTimeFormatter format;

    private DateCast(String pattern) {
        this.pattern = pattern;
        try {
            // Strict, or a 31st of February would be read as some other day; the era is for those who write yyyy.
            format = new DateTimeFormatterBuilder()
                    .appendPattern(pattern)
                    .parseDefaulting(ChronoField.ERA, 1)
                    .toFormatter(Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);
            var unused = set(LocalDate.of(2003, 2, 1));
        } catch (DateTimeException | IllegalArgumentException | TypeMismatchException e) {
            throw new InvalidUsageException(
                    "\"" + pattern + "\" is no pattern that a date can be read back from; an example is dd.MM.uuuu");
        }
    }

    /**
     * Dates in that pattern of {@link DateTimeFormatter}.
     *
     * @throws InvalidUsageException when it is none, or doesn't say the whole date
     */
    public static DateCast pattern(String pattern) {
        return new DateCast(pattern);
    }

    @Override
    public Stored<String> stored() {
        return Stored.STRING;
    }

    @Override
    public Class<LocalDate> javaType() {
        return LocalDate.class;
    }

    @Override
    public LocalDate get(String text) {
        try {
            return LocalDate.parse(text, format);
        } catch (DateTimeException e) {
            // Its message quotes the text.
            throw new TypeMismatchException("a date kept as text", "text like " + pattern, text);
        }
    }

    @Override
    public String set(LocalDate date) {
        String text = format.format(date);
        if (!get(text).equals(date)) {
            throw new TypeMismatchException("a date kept as text", "a date that " + pattern + " holds", date);
        }
        return text;
    }
}
