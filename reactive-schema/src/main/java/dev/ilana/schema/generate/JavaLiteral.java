package dev.ilana.schema.generate;

import dev.ilana.error.InvalidUsageException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Base64;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Values as they are written in Java. */
public final class JavaLiteral {

    /** A literal may have 65535 bytes, and a character takes up to three. */
    private static final int MAX_CHARACTERS = 16_000;

    private JavaLiteral() {}

    /**
     * The value as an expression.
     *
     * @throws InvalidUsageException for a value that can't be written as one expression
     */
    public static String of(@Nullable Object value) {
        if (value == null || value instanceof Boolean || value instanceof Integer) {
            return String.valueOf(value);
        } else if (value instanceof CharSequence || value instanceof Character) {
            return text(value.toString());
        } else if (value instanceof Enum<?> constant) {
            return text(constant.name());
        } else if (value instanceof Long) {
            return value + "L";
        } else if (value instanceof Short) {
            return "(short) " + value;
        } else if (value instanceof Byte) {
            return "(byte) " + value;
        } else if (value instanceof Double number) {
            return "Double.valueOf(" + text(number.toString()) + ")";
        } else if (value instanceof Float number) {
            return "Float.valueOf(" + text(number.toString()) + ")";
        } else if (value instanceof BigDecimal || value instanceof BigInteger) {
            return "new java.math." + value.getClass().getSimpleName() + "(" + text(value.toString()) + ")";
        } else if (value instanceof byte[] bytes) {
            return "java.util.Base64.getDecoder().decode("
                    + text(Base64.getEncoder().encodeToString(bytes)) + ")";
        } else if (value instanceof UUID) {
            return "java.util.UUID.fromString(" + text(value.toString()) + ")";
        } else if (value instanceof Instant
                || value instanceof LocalDate
                || value instanceof LocalDateTime
                || value instanceof LocalTime
                || value instanceof OffsetDateTime
                || value instanceof ZonedDateTime) {
            return value.getClass().getName() + ".parse(" + text(value.toString()) + ")";
        }
        throw new InvalidUsageException("a " + value.getClass().getSimpleName()
                + " can't be written into a migration's source; run the plan itself");
    }

    /** The text as an expression of plain letters, whatever is in it and however long it is. */
    public static String text(String text) {
        if (text.length() <= MAX_CHARACTERS) {
            return literal(text);
        }
        StringBuilder parts = new StringBuilder("String.join(\"\"");
        for (int start = 0; start < text.length(); start += MAX_CHARACTERS) {
            parts.append(", ").append(literal(text.substring(start, Math.min(text.length(), start + MAX_CHARACTERS))));
        }
        return parts.append(")").toString();
    }

    /** Nothing but plain letters: an escape by code is read before the literal is, so it must not be a quote or a line's end. */
    private static String literal(String text) {
        StringBuilder literal = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                default -> literal.append(c >= ' ' && c <= '~' ? String.valueOf(c) : String.format("\\u%04x", (int) c));
            }
        }
        return literal.append('"').toString();
    }
}
