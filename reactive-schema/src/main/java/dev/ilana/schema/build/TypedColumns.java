package dev.ilana.schema.build;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.ArrayOf;
import dev.ilana.schema.definition.ColumnType.Char;
import dev.ilana.schema.definition.ColumnType.Decimal;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.ColumnType.Geometry;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Moment;
import dev.ilana.schema.definition.ColumnType.Native;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.SetOf;
import dev.ilana.schema.definition.ColumnType.Shape;
import dev.ilana.schema.definition.ColumnType.Size;
import dev.ilana.schema.definition.ColumnType.Temporal;
import dev.ilana.schema.definition.ColumnType.Varbinary;
import dev.ilana.schema.definition.ColumnType.Varchar;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The columns of a table by their types, a word each. A column has a value in every row, unless it is said to be {@code nullable()}. */
public abstract sealed class TypedColumns permits Blueprint {

    private static final int STRING_LENGTH = 255;

    // Numbers

    /** A whole number from -128 to 127, at least. */
    @CanIgnoreReturnValue
    public ColumnBlueprint tinyInteger(String name) {
        return column(name, new Integral(Size.TINY, false));
    }

    /** A 16-bit whole number. */
    @CanIgnoreReturnValue
    public ColumnBlueprint smallInteger(String name) {
        return column(name, new Integral(Size.SMALL, false));
    }

    /** A 32-bit whole number. */
    @CanIgnoreReturnValue
    public ColumnBlueprint integer(String name) {
        return column(name, new Integral(Size.NORMAL, false));
    }

    /** A 64-bit whole number. */
    @CanIgnoreReturnValue
    public ColumnBlueprint bigInteger(String name) {
        return column(name, new Integral(Size.BIG, false));
    }

    /** An exact number of {@code precision} digits in all, {@code scale} of them after the point. */
    @CanIgnoreReturnValue
    public ColumnBlueprint decimal(String name, int precision, int scale) {
        return column(name, new Decimal(precision, scale));
    }

    /** A binary fraction of 32 bits: Java's {@code float}. */
    @CanIgnoreReturnValue
    public ColumnBlueprint real(String name) {
        return column(name, Plain.REAL);
    }

    /** A binary fraction of 64 bits: Java's {@code double}. */
    @CanIgnoreReturnValue
    public ColumnBlueprint doublePrecision(String name) {
        return column(name, Plain.DOUBLE);
    }

    /** {@link #real}, by the word that Java has for it. */
    @CanIgnoreReturnValue
    public ColumnBlueprint floating(String name) {
        return real(name);
    }

    /** True or false: Java's {@code boolean}. */
    @CanIgnoreReturnValue
    public ColumnBlueprint bool(String name) {
        return column(name, Plain.BOOLEAN);
    }

    // Text and bytes

    /** Text of at most 255 characters. */
    @CanIgnoreReturnValue
    public ColumnBlueprint string(String name) {
        return string(name, STRING_LENGTH);
    }

    /** Text of at most so many characters. */
    @CanIgnoreReturnValue
    public ColumnBlueprint string(String name, int length) {
        return column(name, new Varchar(length));
    }

    /** {@link #string(String, int)} by SQL's own name. */
    @CanIgnoreReturnValue
    public ColumnBlueprint varchar(String name, int length) {
        return string(name, length);
    }

    /** Text of exactly so many characters: SQL's {@code char}. */
    @CanIgnoreReturnValue
    public ColumnBlueprint character(String name, int length) {
        return column(name, new Char(length));
    }

    /** Text of 64 KiB at least. */
    @CanIgnoreReturnValue
    public ColumnBlueprint text(String name) {
        return column(name, Plain.TEXT);
    }

    /** Text of 16 MiB at least. */
    @CanIgnoreReturnValue
    public ColumnBlueprint mediumText(String name) {
        return column(name, Plain.MEDIUM_TEXT);
    }

    /** Text as long as the database can hold. */
    @CanIgnoreReturnValue
    public ColumnBlueprint longText(String name) {
        return column(name, Plain.LONG_TEXT);
    }

    /** JSON, which on PostgreSQL is {@code jsonb}. */
    @CanIgnoreReturnValue
    public ColumnBlueprint json(String name) {
        return column(name, Plain.JSON);
    }

    /** {@link #json}: it is {@code jsonb} where there is that. */
    @CanIgnoreReturnValue
    public ColumnBlueprint jsonb(String name) {
        return json(name);
    }

    /** Bytes, as many as the database can hold. */
    @CanIgnoreReturnValue
    public ColumnBlueprint binary(String name) {
        return column(name, Plain.BINARY);
    }

    /** At most so many bytes. */
    @CanIgnoreReturnValue
    public ColumnBlueprint varbinary(String name, int length) {
        return column(name, new Varbinary(length));
    }

    @CanIgnoreReturnValue
    public ColumnBlueprint uuid(String name) {
        return column(name, Plain.UUID);
    }

    /** A ULID in its 26 letters. */
    @CanIgnoreReturnValue
    public ColumnBlueprint ulid(String name) {
        return column(name, Plain.ULID);
    }

    /** One of these words. */
    @CanIgnoreReturnValue
    public ColumnBlueprint enumeration(String name, String... values) {
        return column(name, Enumeration.of(List.of(values)));
    }

    /** One of the enum's constants, by name. */
    @CanIgnoreReturnValue
    public ColumnBlueprint enumeration(String name, Class<? extends Enum<?>> type) {
        Enum<?>[] constants = type.getEnumConstants();
        return column(
                name, Enumeration.of(Arrays.stream(constants).map(Enum::name).toList()));
    }

    /** Any of these words at once; MySQL and MariaDB. */
    @CanIgnoreReturnValue
    public ColumnBlueprint set(String name, String... values) {
        return column(name, new SetOf(List.of(values)));
    }

    /** A list of values of that type; PostgreSQL and H2. {@link ColumnBlueprint#array()} says the same. */
    @CanIgnoreReturnValue
    public ColumnBlueprint array(String name, ColumnType element) {
        return column(name, new ArrayOf(element));
    }

    /** A type only this database has, in its own words, which are written as they stand: {@code tsvector}. */
    @CanIgnoreReturnValue
    public ColumnBlueprint specificType(String name, String sql) {
        return column(name, new Native(sql));
    }

    /** An address of the Internet protocol; PostgreSQL. */
    @CanIgnoreReturnValue
    public ColumnBlueprint inet(String name) {
        return column(name, Plain.INET);
    }

    /** The address of a network card; PostgreSQL. */
    @CanIgnoreReturnValue
    public ColumnBlueprint macaddr(String name) {
        return column(name, Plain.MACADDR);
    }

    // Shapes

    /** Any shape; on PostgreSQL that takes the extension PostGIS. */
    @CanIgnoreReturnValue
    public ColumnBlueprint geometry(String name) {
        return shape(name, Shape.GEOMETRY);
    }

    @CanIgnoreReturnValue
    public ColumnBlueprint point(String name) {
        return shape(name, Shape.POINT);
    }

    @CanIgnoreReturnValue
    public ColumnBlueprint lineString(String name) {
        return shape(name, Shape.LINE_STRING);
    }

    @CanIgnoreReturnValue
    public ColumnBlueprint polygon(String name) {
        return shape(name, Shape.POLYGON);
    }

    private ColumnBlueprint shape(String name, Shape shape) {
        return column(name, new Geometry(shape, null));
    }

    // Times

    @CanIgnoreReturnValue
    public ColumnBlueprint date(String name) {
        return column(name, Plain.DATE);
    }

    /** A time of day, to the microsecond. */
    @CanIgnoreReturnValue
    public ColumnBlueprint time(String name) {
        return time(name, ColumnType.MICROSECONDS);
    }

    /** {@link #time(String)}, to so many digits after the second. */
    @CanIgnoreReturnValue
    public ColumnBlueprint time(String name, int precision) {
        return column(name, new Temporal(Moment.TIME, precision));
    }

    /** A date and a time as a clock on some wall shows it, to the microsecond: Java's {@code LocalDateTime}. */
    @CanIgnoreReturnValue
    public ColumnBlueprint dateTime(String name) {
        return dateTime(name, ColumnType.MICROSECONDS);
    }

    /** {@link #dateTime(String)}, to so many digits after the second. */
    @CanIgnoreReturnValue
    public ColumnBlueprint dateTime(String name, int precision) {
        return column(name, new Temporal(Moment.DATE_TIME, precision));
    }

    /** A point on the time line, to the microsecond: Java's {@code Instant}. */
    @CanIgnoreReturnValue
    public ColumnBlueprint timestamp(String name) {
        return timestamp(name, ColumnType.MICROSECONDS);
    }

    /** {@link #timestamp(String)}, to so many digits after the second. */
    @CanIgnoreReturnValue
    public ColumnBlueprint timestamp(String name, int precision) {
        return column(name, new Temporal(Moment.TIMESTAMP, precision));
    }

    /** Adds the column; without a type it is one that is there. */
    @CanIgnoreReturnValue
    abstract ColumnBlueprint column(String name, @Nullable ColumnType type);
}
