package dev.ilana.schema.migrate;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a migration is known by, such as {@code M20261121_093000_CreateUsersTable}: its class's simple name. Names are
 * in the order in which migrations run: by their time.
 */
public record MigrationName(String value) implements Comparable<MigrationName> {

    private static final Pattern PATTERN = Pattern.compile("M(\\d{8}_\\d{6})_(\\w+)");
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'_'HHmmss", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

    /**
     * The name, once it is one.
     *
     * @throws InvalidMigrationNameException when it is not of the form, or its time is none
     */
    public MigrationName {
        if (!isName(value)) {
            throw new InvalidMigrationNameException(value);
        }
    }

    /**
     * The name of that migration.
     *
     * @throws InvalidMigrationNameException when it is not of the form
     */
    public static MigrationName of(Migration migration) {
        return new MigrationName(migration.name());
    }

    /**
     * The name of a migration that is made now, after those that are there: {@code AddPosts} and {@code add_posts} become {@code
     * M20261121_093000_AddPosts}, of that time in UTC, or of a second after the last of the others where that comes later.
     *
     * @param title what it does, in letters, digits and {@code _}
     * @throws InvalidMigrationNameException when the title is something else
     */
    public static MigrationName next(String title, Instant now, Collection<MigrationName> others) {
        LocalDateTime time = LocalDateTime.ofInstant(now, ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        LocalDateTime free = others.stream()
                .map(other -> LocalDateTime.parse(other.time(), TIME).plusSeconds(1))
                .filter(after -> after.isAfter(time))
                .max(Comparator.naturalOrder())
                .orElse(time);
        StringBuilder words = new StringBuilder();
        for (String word : title.split("_", -1)) {
            words.append(word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return new MigrationName("M" + TIME.format(free) + "_" + words);
    }

    /** Whether a text has the form of a migration's name. */
    public static boolean isName(String text) {
        Matcher matcher = PATTERN.matcher(text);
        return matcher.matches() && isTime(matcher.group(1));
    }

    private static boolean isTime(String text) {
        try {
            return LocalDateTime.parse(text, TIME) != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** When it comes, as it is written. */
    String time() {
        return value.substring(1, 1 + "yyyyMMdd_HHmmss".length());
    }

    /** The time is of one width everywhere, so the order of the letters is the order of the times. */
    @Override
    public int compareTo(MigrationName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
