package dev.ilana.sql;

import dev.ilana.error.TypeMismatchException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A value that is bound, never written into the text; it has the {@link SqlType#javaType()} of its type, or is null, or
 * a {@link TenantValue}.
 */
public record Value(@Nullable Object value, SqlType type) implements Expression {

    private static final Set<SqlType> WHOLE_NUMBERS = EnumSet.of(SqlType.SMALLINT, SqlType.INTEGER, SqlType.BIGINT);
    private static final Set<SqlType> NUMBERS = EnumSet.range(SqlType.SMALLINT, SqlType.DECIMAL);

    /** @throws dev.ilana.error.InvalidTextException for half of a character */
    public Value {
        if (value instanceof String text) {
            Texts.check(text);
        }
    }

    /**
     * The value of an untyped call such as {@code where("age", 18)}; its type is read off its class.
     *
     * @throws TypeMismatchException for what is no scalar: a map, a list, an array other than of bytes
     */
    public static Value of(@Nullable Object value) {
        if (value == null) {
            return new Value(null, SqlType.NULL);
        } else if (value instanceof String) {
            return new Value(value, SqlType.STRING);
        } else if (value instanceof Integer) {
            return new Value(value, SqlType.INTEGER);
        } else if (value instanceof Long) {
            return new Value(value, SqlType.BIGINT);
        } else if (value instanceof Boolean) {
            return new Value(value, SqlType.BOOLEAN);
        } else if (value instanceof BigDecimal) {
            return new Value(value, SqlType.DECIMAL);
        } else if (value instanceof BigInteger big) {
            return new Value(new BigDecimal(big), SqlType.DECIMAL);
        } else if (value instanceof Double) {
            return new Value(value, SqlType.DOUBLE);
        } else if (value instanceof Float) {
            return new Value(value, SqlType.REAL);
        } else if (value instanceof Short) {
            return new Value(value, SqlType.SMALLINT);
        } else if (value instanceof Byte small) {
            return new Value(small.shortValue(), SqlType.SMALLINT);
        } else if (value instanceof Enum<?> constant) {
            return new Value(constant.name(), SqlType.STRING);
        } else if (value instanceof Character letter) {
            return new Value(letter.toString(), SqlType.STRING);
        } else if (value instanceof UUID) {
            return new Value(value, SqlType.UUID);
        } else if (value instanceof byte[]) {
            return new Value(value, SqlType.BINARY);
        } else if (value instanceof ByteBuffer buffer) {
            byte[] bytes = new byte[buffer.remaining()];
            buffer.duplicate().get(bytes);
            return new Value(bytes, SqlType.BINARY);
        }
        return temporal(value);
    }

    /**
     * The values as a list that has one type: numbers of several types as the one that holds them all.
     *
     * @throws TypeMismatchException when they have no type in common
     */
    public static List<Value> ofOneType(List<Value> values) {
        Set<SqlType> types = EnumSet.noneOf(SqlType.class);
        values.forEach(value -> types.add(value.type()));
        if (types.size() < 2) {
            return values;
        }
        if (!NUMBERS.containsAll(types)) {
            throw mixed(values);
        }
        SqlType common = WHOLE_NUMBERS.containsAll(types) ? SqlType.BIGINT : SqlType.DECIMAL;
        return values.stream().map(value -> value.asNumber(common)).toList();
    }

    private Value asNumber(SqlType as) {
        Number number = (Number) Objects.requireNonNull(value, "a number");
        return new Value(as == SqlType.BIGINT ? number.longValue() : exact(number), as);
    }

    /** Names the first value and the first that does not go with it. */
    private static TypeMismatchException mixed(List<Value> values) {
        SqlType first = values.get(0).type();
        Set<SqlType> fitting = NUMBERS.contains(first) ? NUMBERS : EnumSet.of(first);
        Object other = values.stream()
                .filter(value -> !fitting.contains(value.type()))
                .findFirst()
                .map(Value::value)
                .orElseThrow();
        return new TypeMismatchException("a list", first.javaType().getName() + " as its other values", other);
    }

    private static BigDecimal exact(Number number) {
        try {
            return new BigDecimal(number.toString());
        } catch (NumberFormatException e) {
            throw new TypeMismatchException("a list", "finite numbers", number);
        }
    }

    private static Value temporal(Object value) {
        if (value instanceof Instant) {
            return new Value(value, SqlType.INSTANT);
        } else if (value instanceof OffsetDateTime time) {
            return new Value(time.toInstant(), SqlType.INSTANT);
        } else if (value instanceof ZonedDateTime time) {
            return new Value(time.toInstant(), SqlType.INSTANT);
        } else if (value instanceof LocalDateTime) {
            return new Value(value, SqlType.DATETIME);
        } else if (value instanceof LocalDate) {
            return new Value(value, SqlType.DATE);
        } else if (value instanceof LocalTime) {
            return new Value(value, SqlType.TIME);
        }
        throw new TypeMismatchException("a bound value", "a scalar", value);
    }
}
