package dev.ilana.sql;

import dev.ilana.error.TypeMismatchException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.UUID;

/** The conversions between plain values that lose nothing. */
public final class Conversion {

    private Conversion() {}

    /**
     * The value as that class.
     *
     * @param where what the value is for, as the message shall name it
     * @throws TypeMismatchException when it isn't one and nothing here makes it one without loss
     */
    public static <T> T to(Class<T> type, Object value, String where) {
        if (type.isInstance(value)) {
            return type.cast(value);
        }
        Object converted = null;
        if (value instanceof Number number && (Number.class.isAssignableFrom(type) || type == Boolean.class)) {
            converted = number(type, number);
        } else if (value instanceof String text) {
            converted = parsed(type, text);
        } else if (type == Instant.class && value instanceof LocalDateTime time) {
            converted = time.toInstant(ZoneOffset.UTC);
        } else if (type == Instant.class && value instanceof OffsetDateTime time) {
            converted = time.toInstant();
        } else if (type == Instant.class && value instanceof ZonedDateTime time) {
            converted = time.toInstant();
        } else if (type == String.class && value instanceof UUID uuid) {
            converted = uuid.toString();
        }
        if (converted == null) {
            throw new TypeMismatchException(where, type.getName(), value);
        }
        return type.cast(converted);
    }

    /**
     * What a database computed, as that class: a double or a float is the nearest there is, as a database may compute with
     * more digits than these have; else as {@link #to} has it.
     *
     * @throws TypeMismatchException when it isn't one and nothing here makes it one
     */
    public static <T> T computed(Class<T> type, Object value, String where) {
        Object nearest = value instanceof Number number ? nearest(type, number) : null;
        return nearest == null ? to(type, value, where) : type.cast(nearest);
    }

    private static @org.jspecify.annotations.Nullable Object nearest(Class<?> type, Number number) {
        if (type == Double.class && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        return type == Float.class && Float.isFinite(number.floatValue()) ? number.floatValue() : null;
    }

    private static @org.jspecify.annotations.Nullable Object number(Class<?> type, Number number) {
        try {
            BigDecimal exact = new BigDecimal(number.toString());
            if (type == Long.class) {
                return exact.longValueExact();
            } else if (type == Integer.class) {
                return exact.intValueExact();
            } else if (type == BigDecimal.class) {
                return exact;
            } else if (type == Short.class) {
                return exact.shortValueExact();
            } else if (type == Double.class) {
                return exact.compareTo(BigDecimal.valueOf(number.doubleValue())) == 0 ? number.doubleValue() : null;
            } else if (type == Float.class && !(number instanceof Double)) {
                return exact.compareTo(new BigDecimal(Float.toString(number.floatValue()))) == 0
                        ? number.floatValue()
                        : null;
            } else if (type == Boolean.class && (exact.signum() == 0 || exact.compareTo(BigDecimal.ONE) == 0)) {
                return exact.signum() != 0;
            }
            return null;
        } catch (ArithmeticException | NumberFormatException e) {
            return null;
        }
    }

    private static @org.jspecify.annotations.Nullable Object parsed(Class<?> type, String text) {
        try {
            if (type == UUID.class) {
                return UUID.fromString(text);
            }
            if (Number.class.isAssignableFrom(type)) {
                // A key comes as text out of a path or a form.
                return number(type, new BigDecimal(text));
            }
            return temporal(type, text);
        } catch (IllegalArgumentException | DateTimeException e) {
            return null;
        }
    }

    /** By ISO 8601, as JSON and the fields of a form have it. */
    private static @org.jspecify.annotations.Nullable Object temporal(Class<?> type, String text) {
        if (type == Instant.class) {
            return Instant.parse(text);
        } else if (type == LocalDate.class) {
            return LocalDate.parse(text);
        } else if (type == LocalTime.class) {
            return LocalTime.parse(text);
        }
        return type == LocalDateTime.class ? LocalDateTime.parse(text) : null;
    }
}
