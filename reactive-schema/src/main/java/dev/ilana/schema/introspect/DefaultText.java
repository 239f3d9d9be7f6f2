package dev.ilana.schema.introspect;

import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.Decimal;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Moment;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.Temporal;
import dev.ilana.schema.definition.DefaultValue;
import dev.ilana.schema.definition.DefaultValue.CurrentTime;
import dev.ilana.schema.definition.DefaultValue.Expression;
import dev.ilana.schema.definition.DefaultValue.Literal;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Defaults as catalogs show them, read back into what was said. */
final class DefaultText {

    private static final Pattern NUMBER = Pattern.compile("-?\\d+(\\.\\d+)?([eE][+-]?\\d+)?");

    private DefaultText() {}

    /** A default in SQL: a literal, the current time, or any other expression. */
    static DefaultValue ofSql(String sql, ColumnType type, SqlText style) {
        String text = sql.strip();
        if (isLiteral(style.withoutLiterals(text))) {
            return ofValue(style.literals(text).get(0), type);
        }
        String bare = bare(text);
        if (NUMBER.matcher(bare).matches() || isTruth(bare)) {
            return ofValue(bare, type);
        }
        return isNow(bare, type) ? new CurrentTime() : new Expression(text);
    }

    /** A default that is shown as the plain value. */
    static DefaultValue ofValue(String text, ColumnType type) {
        Object value = scalar(text, type);
        return Literal.of(value == null ? text : value);
    }

    private static @Nullable Object scalar(String text, ColumnType type) {
        if (type == Plain.BOOLEAN) {
            return text.equals("1") || text.equalsIgnoreCase("true");
        } else if (!NUMBER.matcher(text).matches()) {
            return null;
        } else if (type instanceof Integral) {
            return new BigDecimal(text);
        } else if (type instanceof Decimal || type == Plain.REAL || type == Plain.DOUBLE) {
            return new BigDecimal(text);
        }
        return null;
    }

    /** H2 shows it in capitals. */
    private static boolean isTruth(String sql) {
        return sql.equalsIgnoreCase("true") || sql.equalsIgnoreCase("false");
    }

    /** One literal, cast or not: {@code 'a'::character varying}, {@code JSON '{}'}. */
    private static boolean isLiteral(String sql) {
        return sql.toLowerCase(Locale.ROOT)
                .matches(
                        "(json |date |time |timestamp |timestamp with time zone )?\\?(::[a-z0-9_ .\"]+(\\(\\d+\\))?( [a-z ]+)?)?");
    }

    /** Without a cast and parentheses around all of it: {@code (-1)::integer}. */
    private static String bare(String sql) {
        String text = sql.replaceFirst("::[a-z ]+(\\([\\d,]+\\))?$", "");
        return text.startsWith("(") && text.endsWith(")") ? text.substring(1, text.length() - 1) : text;
    }

    private static boolean isNow(String sql, ColumnType type) {
        String word = sql.toLowerCase(Locale.ROOT).replaceFirst("\\(\\d*\\)$", "");
        if (type == Plain.DATE) {
            return word.equals("current_date") || word.equals("curdate");
        }
        if (!(type instanceof Temporal time)) {
            return false;
        }
        return switch (word) {
            case "localtime", "current_time", "curtime" -> time.moment() == Moment.TIME;
            case "localtimestamp" -> time.moment() == Moment.DATE_TIME;
            case "current_timestamp", "now" -> time.moment() != Moment.TIME;
            default -> false;
        };
    }
}
