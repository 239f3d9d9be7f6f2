package dev.ilana.schema.ddl;

import dev.ilana.sql.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Values as text of a statement: tables are defined without bound values. */
abstract class Literals {

    private static final DateTimeFormatter DATE_TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSSSSS", Locale.ROOT);

    final String value(Value value) {
        Object plain = value.value();
        if (plain instanceof BigDecimal number) {
            return number.toPlainString();
        } else if (plain instanceof Number || plain instanceof Boolean) {
            return String.valueOf(plain);
        } else if (plain instanceof Instant instant) {
            return string(instant(DATE_TIME.format(LocalDateTime.ofInstant(instant, ZoneOffset.UTC))));
        } else if (plain instanceof LocalDateTime time) {
            return string(DATE_TIME.format(time));
        } else if (plain instanceof LocalTime time) {
            return string(TIME.format(time));
        }
        return string(String.valueOf(plain));
    }

    /** A point in time, given as the date and time it is in UTC. */
    String instant(String utc) {
        return utc + "+00:00";
    }

    /** The text as a string literal. */
    String string(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** SQL that is written as it stands. */
    String raw(String sql) {
        return sql;
    }

    final String strings(List<String> values) {
        return "(" + list(values) + ")";
    }

    /** The texts as literals with commas between. */
    final String list(List<String> values) {
        return values.stream().map(this::string).collect(Collectors.joining(", "));
    }

    /** PostgreSQL's. */
    static final class PostgreSql extends Literals {

        /** The E form means the same whatever {@code standard_conforming_strings} is. */
        @Override
        String string(String text) {
            return text.indexOf('\\') < 0 ? super.string(text) : "E" + super.string(text.replace("\\", "\\\\"));
        }
    }

    /** H2's. */
    static final class H2 extends Literals {

        /** A literal that has nothing before it which changes its meaning. */
        private static final Pattern LITERAL = Pattern.compile("(?<!&)'((?:[^']|'')*)'");

        /** The driver cuts a statement at each semicolon, even one in a literal; there it is written by its code. */
        @Override
        String string(String text) {
            return text.indexOf(';') < 0
                    ? super.string(text)
                    : "U&" + super.string(text.replace("\\", "\\\\").replace(";", "\\003b"));
        }

        /** The same for the literals in it. */
        @Override
        String raw(String sql) {
            return sql.indexOf(';') < 0
                    ? sql
                    : LITERAL.matcher(sql)
                            .replaceAll(literal -> Matcher.quoteReplacement(
                                    string(literal.group(1).replace("''", "'"))));
        }
    }

    /** MySQL's and MariaDB's. */
    static final class MySql extends Literals {

        @Override
        String instant(String utc) {
            return utc;
        }

        /**
         * Both the quote and the backslash are doubled: under {@code NO_BACKSLASH_ESCAPES} a backslash then stays
         * double, but the literal ends where it should in either mode.
         */
        @Override
        String string(String text) {
            return super.string(text.replace("\\", "\\\\"));
        }
    }
}
