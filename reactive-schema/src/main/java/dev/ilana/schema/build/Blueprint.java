package dev.ilana.schema.build;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.CheckDefinition.Condition;
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
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.IndexDefinition.Kind;
import dev.ilana.schema.definition.IndexPart;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.TableOptions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The columns and keys of a table, as a lambda of {@link Schema} lists them. A column has a value in every row, unless
 * it is said to be {@code nullable()}. It is of use inside that lambda only.
 */
public sealed class Blueprint permits TableBlueprint {

    private static final int STRING_LENGTH = 255;
    private static final int TOKEN_LENGTH = 100;

    private final QualifiedName table;
    private final List<Part> parts = new ArrayList<>();
    private TableOptions options = TableOptions.NONE;
    private @Nullable String comment;
    private boolean closed;

    Blueprint(QualifiedName table) {
        this.table = table;
    }

    // Keys and integers

    /** {@code id}: a 64-bit number that the database counts up, the primary key. */
    @CanIgnoreReturnValue
    public ColumnBlueprint id() {
        return bigIncrements("id");
    }

    /** {@link #id()} by another name. */
    @CanIgnoreReturnValue
    public ColumnBlueprint id(String name) {
        return bigIncrements(name);
    }

    /** A 32-bit number that the database counts up, the primary key. */
    @CanIgnoreReturnValue
    public ColumnBlueprint increments(String name) {
        return integer(name).autoIncrement().primary();
    }

    /** A 64-bit number that the database counts up, the primary key. */
    @CanIgnoreReturnValue
    public ColumnBlueprint bigIncrements(String name) {
        return bigInteger(name).autoIncrement().primary();
    }

    /** A column for the {@link #id()} of another table; the constraint is {@link ColumnBlueprint#constrained()}. */
    @CanIgnoreReturnValue
    public ColumnBlueprint foreignId(String name) {
        return bigInteger(name);
    }

    /** A column for the {@link #uuid} that is the key of another table. */
    @CanIgnoreReturnValue
    public ColumnBlueprint foreignUuid(String name) {
        return uuid(name);
    }

    /** A column for the {@link #ulid} that is the key of another table. */
    @CanIgnoreReturnValue
    public ColumnBlueprint foreignUlid(String name) {
        return ulid(name);
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

    /** {@code created_at} and {@code updated_at}, nullable, as a model with timestamps writes them. */
    public void timestamps() {
        timestamp("created_at").nullable();
        timestamp("updated_at").nullable();
    }

    /** {@link #timestamps()}, which are points on the time line, whatever the zone, already. */
    public void timestampsTz() {
        timestamps();
    }

    /** {@code deleted_at}, as a model with soft deletes writes it. */
    @CanIgnoreReturnValue
    public ColumnBlueprint softDeletes() {
        return timestamp("deleted_at").nullable();
    }

    // Columns that go together

    /** {@code name_type} and {@code name_id}, the key of a row of any table, with an index over both. */
    public void morphs(String name) {
        morphs(name, bigInteger(name + "_id"), false);
    }

    /** {@link #morphs}, for a row that may have none. */
    public void nullableMorphs(String name) {
        morphs(name, bigInteger(name + "_id"), true);
    }

    /** {@link #morphs}, for tables whose keys are UUIDs. */
    public void uuidMorphs(String name) {
        morphs(name, uuid(name + "_id"), false);
    }

    /** {@link #morphs}, for tables whose keys are ULIDs. */
    public void ulidMorphs(String name) {
        morphs(name, ulid(name + "_id"), false);
    }

    private void morphs(String name, ColumnBlueprint id, boolean nullable) {
        ColumnBlueprint type = string(name + "_type");
        if (nullable) {
            id.nullable();
            type.nullable();
        }
        index(name + "_type", name + "_id");
    }

    /** {@code remember_token}: what a browser shows to be known again. */
    @CanIgnoreReturnValue
    public ColumnBlueprint rememberToken() {
        return string("remember_token", TOKEN_LENGTH).nullable();
    }

    // Keys over one or more columns

    @CanIgnoreReturnValue
    public IndexBlueprint primary(String... columns) {
        return index(Kind.PRIMARY, columns);
    }

    @CanIgnoreReturnValue
    public IndexBlueprint unique(String... columns) {
        return index(Kind.UNIQUE, columns);
    }

    @CanIgnoreReturnValue
    public IndexBlueprint index(String... columns) {
        return index(Kind.INDEX, columns);
    }

    /** The words of these columns can be searched; not on H2. */
    @CanIgnoreReturnValue
    public IndexBlueprint fullText(String... columns) {
        return index(Kind.FULLTEXT, columns);
    }

    /** Shapes near others can be found. */
    @CanIgnoreReturnValue
    public IndexBlueprint spatialIndex(String... columns) {
        return index(Kind.SPATIAL, columns);
    }

    /** An index over what this SQL makes of a row, as {@code lower("email")}; PostgreSQL and MySQL. */
    @CanIgnoreReturnValue
    public IndexBlueprint rawIndex(String sql) {
        return index(new IndexDefinition(Kind.INDEX, null, List.of(IndexPart.expression(sql)), null, null, null));
    }

    /** No two rows have the same of what this SQL makes of them; PostgreSQL and MySQL. */
    @CanIgnoreReturnValue
    public IndexBlueprint rawUnique(String sql) {
        return index(new IndexDefinition(Kind.UNIQUE, null, List.of(IndexPart.expression(sql)), null, null, null));
    }

    private IndexBlueprint index(Kind kind, String... columns) {
        return index(IndexDefinition.of(kind, List.of(columns)));
    }

    /** A primary key, unique constraint or index described in full. */
    @CanIgnoreReturnValue
    public IndexBlueprint index(IndexDefinition index) {
        IndexBlueprint blueprint = new IndexBlueprint(this, index);
        add(new Part.Index(blueprint));
        return blueprint;
    }

    /** Every row fulfils this condition, which is SQL and written as it stands; the constraint has this name. */
    public void check(String constraint, String sql) {
        add(new Part.Check(new CheckDefinition(constraint, List.of(), new Condition(sql))));
    }

    /** A foreign key on these columns; what it references is said next. */
    @CanIgnoreReturnValue
    public ForeignKeyBlueprint foreign(String... columns) {
        ForeignKeyBlueprint key = new ForeignKeyBlueprint(this, List.of(columns));
        add(new Part.ForeignKey(key));
        return key;
    }

    // The table as a whole

    /** A comment that the database keeps with the table. */
    public void comment(String text) {
        requireOpen();
        comment = text;
    }

    /** The storage engine; MySQL and MariaDB, InnoDB where nothing is said. */
    public void engine(String name) {
        requireOpen();
        options = options.withEngine(name);
    }

    /** The alphabet of the table's text; MySQL and MariaDB, utf8mb4 where nothing is said. */
    public void charset(String name) {
        requireOpen();
        options = options.withText(options.text().withCharset(name));
    }

    /** The order in which the table's text is sorted and compared; MySQL and MariaDB. */
    public void collation(String name) {
        requireOpen();
        options = options.withText(options.text().withCollation(name));
    }

    @CanIgnoreReturnValue
    final ColumnBlueprint column(String name, @Nullable ColumnType type) {
        ColumnBlueprint column = new ColumnBlueprint(this, name, type);
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
        return new Parts(table, List.copyOf(parts), options, comment);
    }
}
