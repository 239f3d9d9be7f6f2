package dev.ilana.schema.prisma;

import dev.ilana.error.Shown;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.Moment;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.Temporal;
import dev.ilana.schema.prisma.syntax.Expression;
import dev.ilana.schema.prisma.syntax.Expression.Numeral;
import dev.ilana.schema.prisma.syntax.Expression.Text;
import dev.ilana.schema.prisma.syntax.Expression.Word;
import dev.ilana.schema.prisma.syntax.MalformedPrismaException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;

/** Reads a default that is written out, once it is a value of the field's type. */
final class LiteralReader {

    private LiteralReader() {}

    /**
     * The value: a text, a {@link BigDecimal}, a boolean, a time or bytes.
     *
     * @param inList whether it is one of several, which the database reads from text
     */
    static Object read(Expression given, Scalar scalar, ColumnType type, boolean inList) {
        return switch (scalar) {
            case STRING, JSON -> text(given, scalar);
            case BOOLEAN -> bool(given);
            case INT -> integer(given, scalar, BigInteger.valueOf(Integer.MAX_VALUE));
            case BIG_INT -> integer(given, scalar, BigInteger.valueOf(Long.MAX_VALUE));
            case FLOAT -> number(given, scalar);
            case DECIMAL -> given instanceof Text text ? decimal(text) : number(given, scalar);
            case DATE_TIME -> {
                Object time = time(text(given, scalar), given, type);
                yield inList ? time.toString() : time;
            }
            case BYTES -> {
                if (inList) {
                    throw Malformed.at(given.position(), "a list of bytes can't have a default here");
                }
                yield bytes(text(given, scalar), given);
            }
        };
    }

    private static String text(Expression given, Scalar scalar) {
        if (given instanceof Text text) {
            return text.value();
        }
        throw wrong(given, scalar);
    }

    private static Boolean bool(Expression given) {
        if (given instanceof Word word
                && (word.text().equals("true") || word.text().equals("false"))) {
            return Boolean.valueOf(word.text());
        }
        throw wrong(given, Scalar.BOOLEAN);
    }

    private static BigDecimal number(Expression given, Scalar scalar) {
        if (given instanceof Numeral number) {
            return new BigDecimal(number.digits());
        }
        throw wrong(given, scalar);
    }

    private static BigDecimal integer(Expression given, Scalar scalar, BigInteger most) {
        BigDecimal number = number(given, scalar);
        BigInteger least = most.negate().subtract(BigInteger.ONE);
        boolean fits = number.scale() == 0
                && number.toBigInteger().compareTo(most) <= 0
                && number.toBigInteger().compareTo(least) >= 0;
        if (!fits) {
            throw wrong(given, scalar);
        }
        return number;
    }

    private static BigDecimal decimal(Text given) {
        if (given.value().matches("-?[0-9]{1,500}(\\.[0-9]{1,500})?")) {
            return new BigDecimal(given.value());
        }
        throw wrong(given, Scalar.DECIMAL);
    }

    /** A time that a column of that type can have: what is no point in time is told in UTC. */
    private static Object time(String text, Expression given, ColumnType type) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            LocalDateTime utc = LocalDateTime.ofInstant(time.toInstant(), ZoneOffset.UTC);
            if (type == Plain.DATE) {
                return utc.toLocalDate();
            }
            Moment moment = type instanceof Temporal temporal ? temporal.moment() : Moment.DATE_TIME;
            return switch (moment) {
                case TIME -> utc.toLocalTime();
                case DATE_TIME -> utc;
                case TIMESTAMP -> time.toInstant();
            };
        } catch (DateTimeException malformed) {
            throw Malformed.at(
                    given.position(), "a DateTime is written as \"2024-12-31T23:59:59Z\", not " + shown(given));
        }
    }

    private static byte[] bytes(String text, Expression given) {
        try {
            return Base64.getDecoder().decode(text);
        } catch (IllegalArgumentException malformed) {
            throw Malformed.at(given.position(), "Bytes are written in Base64, which this is not: " + shown(given));
        }
    }

    private static MalformedPrismaException wrong(Expression given, Scalar scalar) {
        return Values.expected("a value of " + scalar.word(), given);
    }

    private static String shown(Expression given) {
        return Shown.of(given.written());
    }
}
