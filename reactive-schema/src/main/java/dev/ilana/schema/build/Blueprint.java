package dev.ilana.schema.build;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.Char;
import dev.ilana.schema.definition.ColumnType.Decimal;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.Size;
import dev.ilana.schema.definition.ColumnType.Varchar;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.sql.Names;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The columns and keys of a table, as a lambda of {@link Schema} lists them. A column has a value in every row, unless
 * it is said to be {@code nullable()}. It is of use inside that lambda only.
 */
public sealed class Blueprint permits TableBlueprint {

    private static final int STRING_LENGTH = 255;

    private final String table;
    private final List<Part> parts = new ArrayList<>();
    private boolean closed;

    Blueprint(String table) {
        this.table = Names.check(table);
    }

    // Keys and integers

    /** {@code id}: a 64-bit number that the database counts up, the primary key. */
    @CanIgnoreReturnValue
    public ColumnBlueprint id() {
        return bigIncrements("id");
    }

    /** A 32-bit number that the database counts up, the primary key. */
    @CanIgnoreReturnValue
    public ColumnBlueprint increments(String name) {
        return column(name, new Integral(Size.NORMAL, false)).generated().primary();
    }

    /** A 64-bit number that the database counts up, the primary key. */
    @CanIgnoreReturnValue
    public ColumnBlueprint bigIncrements(String name) {
        return column(name, new Integral(Size.BIG, false)).generated().primary();
    }

    /** A column for the {@link #id()} of another table; the constraint is {@link ColumnBlueprint#constrained()}. */
    @CanIgnoreReturnValue
    public ColumnBlueprint foreignId(String name) {
        return bigInteger(name);
    }

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

    // Other numbers

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

    @CanIgnoreReturnValue
    public ColumnBlueprint json(String name) {
        return column(name, Plain.JSON);
    }

    /** Bytes, as many as the database can hold. */
    @CanIgnoreReturnValue
    public ColumnBlueprint binary(String name) {
        return column(name, Plain.BINARY);
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
        return column(name, new Enumeration(List.of(values)));
    }

    /** One of the enum's constants, by name. */
    @CanIgnoreReturnValue
    public ColumnBlueprint enumeration(String name, Class<? extends Enum<?>> type) {
        Enum<?>[] constants = type.getEnumConstants();
        return column(
                name, new Enumeration(Arrays.stream(constants).map(Enum::name).toList()));
    }

    // Times

    @CanIgnoreReturnValue
    public ColumnBlueprint date(String name) {
        return column(name, Plain.DATE);
    }

    /** A time of day, to the microsecond. */
    @CanIgnoreReturnValue
    public ColumnBlueprint time(String name) {
        return column(name, Plain.TIME);
    }

    /** A date and a time as a clock on some wall shows it, to the microsecond: Java's {@code LocalDateTime}. */
    @CanIgnoreReturnValue
    public ColumnBlueprint dateTime(String name) {
        return column(name, Plain.DATE_TIME);
    }

    /** A point on the time line, to the microsecond: Java's {@code Instant}. */
    @CanIgnoreReturnValue
    public ColumnBlueprint timestamp(String name) {
        return column(name, Plain.TIMESTAMP);
    }

    /** {@code created_at} and {@code updated_at}, nullable, as a model with timestamps writes them. */
    public void timestamps() {
        timestamp("created_at").nullable();
        timestamp("updated_at").nullable();
    }

    /** {@code deleted_at}, as a model with soft deletes writes it. */
    @CanIgnoreReturnValue
    public ColumnBlueprint softDeletes() {
        return timestamp("deleted_at").nullable();
    }

    // Keys over one or more columns

    public void primary(String... columns) {
        add(new Part.Index(IndexDefinition.primary(List.of(columns))));
    }

    public void unique(String... columns) {
        add(new Part.Index(IndexDefinition.unique(List.of(columns))));
    }

    public void index(String... columns) {
        add(new Part.Index(IndexDefinition.index(List.of(columns))));
    }

    /** A primary key, unique constraint or index described in full, as one with a name of its own. */
    public void index(IndexDefinition index) {
        add(new Part.Index(index));
    }

    /** A foreign key on these columns; what it references is said next. */
    @CanIgnoreReturnValue
    public ForeignKeyBlueprint foreign(String... columns) {
        ForeignKeyBlueprint key = new ForeignKeyBlueprint(this, List.of(columns));
        add(new Part.ForeignKey(key));
        return key;
    }

    @CanIgnoreReturnValue
    private ColumnBlueprint column(String name, ColumnType type) {
        ColumnBlueprint column = new ColumnBlueprint(this, Names.check(name), type);
        add(new Part.Column(column));
        return column;
    }

    final void add(Part part) {
        requireOpen();
        parts.add(part);
    }

    final void requireOpen() {
        if (closed) {
            throw new InvalidUsageException(
                    "the blueprint of \"" + table + "\" is of use only inside the lambda that was given it");
        }
    }

    /** All that was said, as it can't change any more. */
    final Parts close() {
        requireOpen();
        closed = true;
        return new Parts(table, List.copyOf(parts));
    }
}
