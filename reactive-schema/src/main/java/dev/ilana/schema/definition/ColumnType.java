package dev.ilana.schema.definition;

import dev.ilana.error.InvalidUsageException;
import java.util.HashSet;
import java.util.List;

/** What a column holds, whatever a database calls it. The set is closed: each grammar spells every one. */
public sealed interface ColumnType {

    /** The types that take no parameter. */
    enum Plain implements ColumnType {
        BOOLEAN,
        REAL,
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
        /** A time of day, to the microsecond. */
        TIME,
        /** A date and a time without a zone, to the microsecond. */
        DATE_TIME,
        /** A point on the time line, to the microsecond. */
        TIMESTAMP,
        JSON,
        UUID,
        ULID
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
            requirePositive(length);
        }
    }

    /** Text of exactly so many characters, filled up with spaces. */
    record Char(int length) implements ColumnType {
        public Char {
            requirePositive(length);
        }
    }

    /** One of these words. */
    record Enumeration(List<String> values) implements ColumnType {
        public Enumeration {
            values = List.copyOf(values);
            if (values.isEmpty() || new HashSet<>(values).size() < values.size()) {
                throw new InvalidUsageException(
                        "an enumeration needs at least one value and none twice, not " + values);
            }
        }
    }

    private static void requirePositive(int length) {
        if (length < 1) {
            throw new InvalidUsageException("text needs room for at least 1 character, not " + length);
        }
    }
}
