package dev.ilana.config;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times as people write them. */
final class Durations {

    private static final Pattern SHORT = Pattern.compile("(\\d{1,18})\\s*(ms|s|m|h|d)");

    private Durations() {}

    /** @throws RuntimeException when it is no time above zero */
    static Duration parse(String text) {
        Matcher shortened = SHORT.matcher(text.toLowerCase(Locale.ROOT));
        Duration duration =
                shortened.matches() ? of(Long.parseLong(shortened.group(1)), shortened.group(2)) : Duration.parse(text);
        // What is longer can't be counted in milliseconds, as timers do.
        if (duration.isNegative() || duration.isZero() || duration.toMillis() < 0) {
            throw new IllegalArgumentException();
        }
        return duration;
    }

    private static Duration of(long number, String unit) {
        return switch (unit) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
