package dev.ilana.schema.definition;

import dev.ilana.error.InvalidUsageException;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a column holds, whatever a database calls it. The set is closed: each grammar spells every one. */
public sealed interface ColumnType {

    /** How many digits after the second a time has where nothing else is said: what Java's times are kept to here. */
    int MICROSECONDS = 6;

    /** The types that take no parameter. */
    enum Plain implements ColumnType {
        BOOLEAN,
        /** A binary fraction of 32 bits. */
        REAL,
        /** A binary fraction of 64 bits. */
        DOUBLE,
        /** Text of at least 64 KiB. */
        TEXT,
        /** Text of at least 16 MiB. */
        MEDIUM_TEXT,
        /** Text of any length the database can hold. */
        LONG_TEXT,
        /** Bytes, as many as the database can hold. */
        BINARY,
        DATE,
        /** JSON, in the form that the database can search. */
        JSON,
        UUID,
        ULID,
        /** An address of the Internet protocol, version 4 or 6. */
        INET,
        /** The address of a network card. */
        MACADDR
    }

    /** How many bytes an integer has. */
    enum Size {
        TINY,
        SMALL,
        NORMAL,
        BIG
    }

    /** A whole number; an unsigned one is never negative. */
    record Integral(Size size, boolean unsigned) implements ColumnType {}

    /** A number of so many digits in all, so many of them after the point. */
    record Decimal(int precision, int scale) implements ColumnType {
        public Decimal {
            if (precision < 1 || scale < 0 || scale > precision) {
                throw new InvalidUsageException("a decimal of " + precision + " digits can't have " + scale
                        + " after the point; say decimal(name, 8, 2) for 123456.78");
            }
        }
    }

    /** Text of at most so many characters. */
    record Varchar(int length) implements ColumnType {
        public Varchar {
            requirePositive("text", "character", length);
        }
    }

    /** Text of exactly so many characters, filled up with spaces. */
    record Char(int length) implements ColumnType {
        public Char {
            requirePositive("text", "character", length);
        }
    }

    /** At most so many bytes. */
    record Varbinary(int length) implements ColumnType {
        public Varbinary {
            requirePositive("binary", "byte", length);
        }
    }

    /** What a {@link Temporal} tells. */
    enum Moment {
        /** A time of day. */
        TIME,
        /** A date and a time without a zone. */
        DATE_TIME,
        /** A point on the time line. */
        TIMESTAMP
    }

    /** A time, to so many digits after the second. */
    record Temporal(Moment moment, int precision) implements ColumnType {
        public Temporal {
            if (precision < 0 || precision > MICROSECONDS) {
                throw new InvalidUsageException(
                        "a time has 0 to 6 digits after the second, not " + precision + "; 6 is a microsecond");
            }
        }

        /** To the microsecond. */
        public static Temporal of(Moment moment) {
            return new Temporal(moment, MICROSECONDS);
        }
    }

    /**
     * One of these words.
     *
     * @param typeName the enumerated type that has these words, on a database that has such types of their own; null for
     *     words that only this column knows
     */
    record Enumeration(List<String> values, @Nullable QualifiedName typeName) implements ColumnType {
        public Enumeration {
            values = distinct("an enumeration", values);
        }

        public static Enumeration of(List<String> values) {
            return new Enumeration(values, null);
        }
    }

    /** Any of these words at once. */
    record SetOf(List<String> values) implements ColumnType {
        public SetOf {
            values = distinct("a set", values);
            if (values.stream().anyMatch(value -> value.indexOf(',') >= 0)) {
                throw new InvalidUsageException("a word of a set can't have a comma in it: " + values);
            }
        }
    }

    /** What a {@link Geometry} may be. */
    enum Shape {
        GEOMETRY,
        POINT,
        LINE_STRING,
        POLYGON
    }

    /**
     * A shape.
     *
     * @param srid the number of the system its coordinates are in; null for the database's own plane
     */
    record Geometry(Shape shape, @Nullable Integer srid) implements ColumnType {}

    /** A list of values of another type. */
    record ArrayOf(ColumnType element) implements ColumnType {
        public ArrayOf {
            if (element instanceof ArrayOf) {
                throw new InvalidUsageException("an array of arrays is one array: its rows may have any depth");
            }
        }
    }

    /** A type only this database has, in its own words, which are written as they stand. */
    record Native(String sql) implements ColumnType {
        public Native {
            if (sql.isBlank()) {
                throw new InvalidUsageException("a specific type needs its name in SQL, as in tsvector");
            }
        }
    }

    private static void requirePositive(String what, String unit, int length) {
        if (length < 1) {
            throw new InvalidUsageException(what + " needs room for at least 1 " + unit + ", not " + length);
        }
    }

    private static List<String> distinct(String what, List<String> values) {
        if (values.isEmpty() || new HashSet<>(values).size() < values.size()) {
            throw new InvalidUsageException(what + " needs at least one value and none twice, not " + values);
        }
        return List.copyOf(values);
    }
}
