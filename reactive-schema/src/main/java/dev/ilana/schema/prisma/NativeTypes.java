package dev.ilana.schema.prisma;

import static dev.ilana.schema.prisma.NativeType.character;
import static dev.ilana.schema.prisma.NativeType.decimal;
import static dev.ilana.schema.prisma.NativeType.integral;
import static dev.ilana.schema.prisma.NativeType.own;
import static dev.ilana.schema.prisma.NativeType.ownSized;
import static dev.ilana.schema.prisma.NativeType.plain;
import static dev.ilana.schema.prisma.NativeType.temporal;
import static dev.ilana.schema.prisma.NativeType.unsigned;
import static dev.ilana.schema.prisma.NativeType.varbinary;
import static dev.ilana.schema.prisma.NativeType.varchar;
import static dev.ilana.schema.prisma.Scalar.BIG_INT;
import static dev.ilana.schema.prisma.Scalar.BOOLEAN;
import static dev.ilana.schema.prisma.Scalar.BYTES;
import static dev.ilana.schema.prisma.Scalar.DATE_TIME;
import static dev.ilana.schema.prisma.Scalar.DECIMAL;
import static dev.ilana.schema.prisma.Scalar.FLOAT;
import static dev.ilana.schema.prisma.Scalar.INT;
import static dev.ilana.schema.prisma.Scalar.JSON;
import static dev.ilana.schema.prisma.Scalar.STRING;

import dev.ilana.error.UnsupportedFeatureException;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.Char;
import dev.ilana.schema.definition.ColumnType.Decimal;
import dev.ilana.schema.definition.ColumnType.Geometry;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Moment;
import dev.ilana.schema.definition.ColumnType.Native;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.SetOf;
import dev.ilana.schema.definition.ColumnType.Shape;
import dev.ilana.schema.definition.ColumnType.Size;
import dev.ilana.schema.definition.ColumnType.Temporal;
import dev.ilana.schema.definition.ColumnType.Varchar;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The types of one database, as Prisma's tables have them.
 *
 * @param usual what a field has that names no type of the database
 * @param unsupported the types that definitions know and Prisma does not, by their SQL
 * @see <a href="https://www.prisma.io/docs/orm/reference/prisma-schema-reference">the tables, type by type</a>
 */
record NativeTypes(Map<Scalar, ColumnType> usual, List<NativeType> types, Map<String, ColumnType> unsupported) {

    private static final int MILLISECONDS = 3;
    private static final Decimal DECIMAL_OF_65 = new Decimal(65, 30);
    private static final ColumnType INTEGER = new Integral(Size.NORMAL, false);
    private static final ColumnType BIGINT = new Integral(Size.BIG, false);
    private static final ColumnType DATE_TIME_OF_3 = new Temporal(Moment.DATE_TIME, MILLISECONDS);

    static final NativeTypes POSTGRESQL = new NativeTypes(
            usual(Plain.TEXT),
            List.of(
                    plain("Text", STRING, Plain.TEXT),
                    varchar("VarChar").orBare(new Native("character varying")),
                    character("Char").orBare(new Char(1)),
                    plain("Uuid", STRING, Plain.UUID),
                    plain("Inet", STRING, Plain.INET),
                    own("Citext", STRING, "citext"),
                    own("Xml", STRING, "xml"),
                    ownSized("Bit", STRING, "bit(%d)").orBare(new Native("bit(1)")),
                    ownSized("VarBit", STRING, "bit varying(%d)").orBare(new Native("bit varying")),
                    plain("Boolean", BOOLEAN, Plain.BOOLEAN),
                    integral("SmallInt", INT, Size.SMALL),
                    integral("Integer", INT, Size.NORMAL),
                    own("Oid", INT, "oid"),
                    integral("BigInt", BIG_INT, Size.BIG),
                    plain("Real", FLOAT, Plain.REAL),
                    plain("DoublePrecision", FLOAT, Plain.DOUBLE),
                    decimal("Decimal", new Native("numeric")),
                    own("Money", DECIMAL, "money"),
                    plain("Date", DATE_TIME, Plain.DATE),
                    temporal("Time", Moment.TIME, ColumnType.MICROSECONDS),
                    ownSized("Timetz", DATE_TIME, "time(%d) with time zone").orBare(new Native("time with time zone")),
                    temporal("Timestamp", Moment.DATE_TIME, ColumnType.MICROSECONDS),
                    temporal("Timestamptz", Moment.TIMESTAMP, ColumnType.MICROSECONDS),
                    plain("JsonB", JSON, Plain.JSON),
                    own("Json", JSON, "json"),
                    plain("ByteA", BYTES, Plain.BINARY)),
            Map.of(
                    "macaddr", Plain.MACADDR,
                    "point", shape(Shape.POINT),
                    "path", shape(Shape.LINE_STRING),
                    "polygon", shape(Shape.POLYGON)));

    static final NativeTypes MYSQL = new NativeTypes(
            usual(new Varchar(191)),
            List.of(
                    varchar("VarChar"),
                    character("Char"),
                    own("TinyText", STRING, "tinytext"),
                    plain("Text", STRING, Plain.TEXT),
                    plain("MediumText", STRING, Plain.MEDIUM_TEXT),
                    plain("LongText", STRING, Plain.LONG_TEXT),
                    plain("TinyInt", BOOLEAN, Plain.BOOLEAN),
                    own("Bit", BOOLEAN, "bit(1)"),
                    integral("TinyInt", INT, Size.TINY),
                    unsigned("UnsignedTinyInt", INT, Size.TINY),
                    integral("SmallInt", INT, Size.SMALL),
                    unsigned("UnsignedSmallInt", INT, Size.SMALL),
                    own("MediumInt", INT, "mediumint"),
                    own("UnsignedMediumInt", INT, "mediumint unsigned"),
                    integral("Int", INT, Size.NORMAL),
                    unsigned("UnsignedInt", INT, Size.NORMAL),
                    own("Year", INT, "year"),
                    integral("BigInt", BIG_INT, Size.BIG),
                    unsigned("UnsignedBigInt", BIG_INT, Size.BIG),
                    plain("Float", FLOAT, Plain.REAL),
                    plain("Double", FLOAT, Plain.DOUBLE),
                    decimal("Decimal", new Decimal(10, 0)),
                    plain("Date", DATE_TIME, Plain.DATE),
                    temporal("Time", Moment.TIME, 0),
                    temporal("DateTime", Moment.DATE_TIME, 0),
                    ownSized("Timestamp", DATE_TIME, "timestamp(%d)").orBare(new Native("timestamp")),
                    plain("Json", JSON, Plain.JSON),
                    ownSized("Bit", BYTES, "bit(%d)"),
                    ownSized("Binary", BYTES, "binary(%d)"),
                    varbinary("VarBinary"),
                    own("TinyBlob", BYTES, "tinyblob"),
                    own("Blob", BYTES, "blob"),
                    own("MediumBlob", BYTES, "mediumblob"),
                    plain("LongBlob", BYTES, Plain.BINARY)),
            Map.of(
                    "geometry", shape(Shape.GEOMETRY),
                    "point", shape(Shape.POINT),
                    "linestring", shape(Shape.LINE_STRING),
                    "polygon", shape(Shape.POLYGON)));

    /** Prisma knows no H2; its types have the names that PostgreSQL's or MySQL's of the same kind have. */
    static final NativeTypes H2 = new NativeTypes(
            usual(Plain.TEXT),
            List.of(
                    plain("Text", STRING, Plain.TEXT),
                    plain("LongText", STRING, Plain.LONG_TEXT),
                    varchar("VarChar"),
                    character("Char"),
                    plain("Uuid", STRING, Plain.UUID),
                    plain("Boolean", BOOLEAN, Plain.BOOLEAN),
                    integral("SmallInt", INT, Size.SMALL),
                    integral("Integer", INT, Size.NORMAL),
                    integral("BigInt", BIG_INT, Size.BIG),
                    plain("Real", FLOAT, Plain.REAL),
                    plain("DoublePrecision", FLOAT, Plain.DOUBLE),
                    decimal("Decimal", new Decimal(10, 0)),
                    plain("Date", DATE_TIME, Plain.DATE),
                    temporal("Time", Moment.TIME, 0),
                    temporal("Timestamp", Moment.DATE_TIME, ColumnType.MICROSECONDS),
                    temporal("Timestamptz", Moment.TIMESTAMP, ColumnType.MICROSECONDS),
                    plain("Json", JSON, Plain.JSON),
                    varbinary("VarBinary"),
                    plain("Bytes", BYTES, Plain.BINARY)),
            Map.of(
                    "geometry", shape(Shape.GEOMETRY),
                    "geometry(point)", shape(Shape.POINT),
                    "geometry(linestring)", shape(Shape.LINE_STRING),
                    "geometry(polygon)", shape(Shape.POLYGON)));

    NativeTypes {
        usual = Map.copyOf(usual);
        types = List.copyOf(types);
        unsupported = Map.copyOf(unsupported);
    }

    private static ColumnType shape(Shape shape) {
        return new Geometry(shape, null);
    }

    private static Map<Scalar, ColumnType> usual(ColumnType text) {
        return Map.of(
                STRING, text,
                BOOLEAN, Plain.BOOLEAN,
                INT, INTEGER,
                BIG_INT, BIGINT,
                FLOAT, Plain.DOUBLE,
                DECIMAL, DECIMAL_OF_65,
                DATE_TIME, DATE_TIME_OF_3,
                JSON, Plain.JSON,
                BYTES, Plain.BINARY);
    }

    /** What a field of that type has when it names no type of the database. */
    ColumnType of(Scalar scalar) {
        ColumnType type = usual.get(scalar);
        if (type == null) {
            throw new IllegalStateException("no type for " + scalar);
        }
        return type;
    }

    /** What {@code Unsupported("…")} means. */
    ColumnType ofSql(String sql) {
        ColumnType known = unsupported.get(sql);
        return known == null ? new Native(sql) : known;
    }

    /**
     * What {@code Unsupported("…")} says of a type that Prisma does not have.
     *
     * @throws UnsupportedFeatureException when no database of this kind has it
     */
    String sqlOf(ColumnType type) {
        if (type instanceof Native own) {
            return own.sql();
        } else if (type instanceof SetOf set) {
            return set.values().stream()
                    .map(word -> "'" + word.replace("'", "''") + "'")
                    .collect(Collectors.joining(",", "set(", ")"));
        } else if (type instanceof Geometry geometry && geometry.srid() != null) {
            return "geometry(" + geometry.shape().name().replace("_", "").toLowerCase(Locale.ROOT) + ", "
                    + geometry.srid() + ")";
        }
        return unsupported.entrySet().stream()
                .filter(known -> known.getValue().equals(type))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new UnsupportedFeatureException(
                        "Prisma", "the type " + type, "use one that this database has"));
    }

    /** The types of that name: on MySQL, fields of two types can have one. */
    List<NativeType> named(String name) {
        return types.stream().filter(type -> type.name().equals(name)).toList();
    }

    /** The names of the types that fields of that type can have. */
    List<String> namesFor(Scalar scalar) {
        return types.stream()
                .filter(type -> type.scalar() == scalar)
                .map(NativeType::name)
                .toList();
    }

    /** The scalar that is of that type without a word more; empty for a type that must be named. */
    Optional<Scalar> usualOf(ColumnType type) {
        return Stream.of(Scalar.values())
                .filter(scalar -> of(scalar).equals(type))
                .findFirst();
    }
}
