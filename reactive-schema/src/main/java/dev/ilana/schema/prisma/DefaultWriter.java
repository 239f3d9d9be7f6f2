package dev.ilana.schema.prisma;

import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.DefaultValue;
import dev.ilana.schema.definition.DefaultValue.Literal;
import dev.ilana.schema.prisma.syntax.Argument;
import dev.ilana.schema.prisma.syntax.Attribute;
import dev.ilana.schema.prisma.syntax.Expression;
import dev.ilana.schema.prisma.syntax.Expression.Call;
import dev.ilana.schema.prisma.syntax.Expression.Numeral;
import dev.ilana.schema.prisma.syntax.Expression.Text;
import dev.ilana.schema.prisma.syntax.Expression.Word;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Writes the default of a column.
 *
 * @param scalar the field's type; null for one that is none of Prisma's
 * @param values the field's enum; null for none
 */
record DefaultWriter(@Nullable Scalar scalar, @Nullable PrismaEnum values, boolean list) {

    private static final BigDecimal LEAST_INT = BigDecimal.valueOf(Integer.MIN_VALUE);
    private static final BigDecimal MOST_INT = BigDecimal.valueOf(Integer.MAX_VALUE);

    Optional<Attribute> write(ColumnDefinition column) {
        return value(column).map(value -> Attribute.of("default", Argument.of(value)));
    }

    private Optional<Expression> value(ColumnDefinition column) {
        DefaultValue value = column.defaultValue();
        if (column.autoIncrement()) {
            return Optional.of(Call.of("autoincrement"));
        } else if (column.computed() != null) {
            return Optional.of(Call.of("dbgenerated"));
        } else if (value instanceof Literal literal && literal.value().value() != null) {
            Object plain = literal.value().value();
            return Optional.of(
                    list ? sql(quoted(String.valueOf(plain))) : literal(plain).orElseGet(() -> sql(plain)));
        } else if (value instanceof DefaultValue.Expression expression) {
            return Optional.of(sql(expression.sql()));
        }
        return value == null
                ? Optional.empty()
                : Optional.of(scalar == Scalar.DATE_TIME ? Call.of("now") : sql("current_timestamp"));
    }

    /** The value as one of the field's type; empty where a file could not say it so. */
    private Optional<Expression> literal(Object value) {
        if (values != null) {
            return values.values().stream()
                    .filter(one -> one.stored().equals(value))
                    .findFirst()
                    .map(one -> Word.of(one.name()));
        } else if (scalar == null) {
            return Optional.empty();
        }
        return switch (scalar) {
            case STRING, JSON -> Optional.of(Text.of(String.valueOf(value)));
            case BOOLEAN -> value instanceof Boolean ? Optional.of(Word.of(String.valueOf(value))) : Optional.empty();
            case INT -> number(value).filter(DefaultWriter::isInt).map(DefaultWriter::numeral);
            case BIG_INT -> number(value).filter(number -> number.scale() <= 0).map(DefaultWriter::numeral);
            case FLOAT, DECIMAL -> number(value).map(DefaultWriter::numeral);
            case DATE_TIME -> time(value).map(Text::of);
            case BYTES -> Optional.empty();
        };
    }

    private static Optional<BigDecimal> number(Object value) {
        return value instanceof Number ? Optional.of(new BigDecimal(String.valueOf(value))) : Optional.empty();
    }

    private static boolean isInt(BigDecimal number) {
        return number.scale() <= 0 && number.compareTo(LEAST_INT) >= 0 && number.compareTo(MOST_INT) <= 0;
    }

    private static Expression numeral(BigDecimal number) {
        return Numeral.of(number.toPlainString());
    }

    private static Optional<String> time(Object value) {
        if (value instanceof LocalDateTime wall) {
            return Optional.of(wall + "Z");
        } else if (value instanceof LocalDate day) {
            return Optional.of(day + "T00:00:00Z");
        } else if (value instanceof LocalTime time) {
            return Optional.of("1970-01-01T" + time + "Z");
        }
        return value instanceof Instant instant ? Optional.of(instant.toString()) : Optional.empty();
    }

    private static Expression sql(Object value) {
        return sql(value instanceof String text ? quoted(text) : String.valueOf(value));
    }

    private static Expression sql(String sql) {
        return Call.of("dbgenerated", Argument.of(Text.of(sql)));
    }

    private static String quoted(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
