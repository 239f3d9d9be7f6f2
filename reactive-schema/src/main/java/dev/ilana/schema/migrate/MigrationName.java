package dev.ilana.schema.migrate;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
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
