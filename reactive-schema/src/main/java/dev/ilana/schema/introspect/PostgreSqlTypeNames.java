package dev.ilana.schema.introspect;

import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.ArrayOf;
import dev.ilana.schema.definition.ColumnType.Char;
import dev.ilana.schema.definition.ColumnType.Decimal;
import dev.ilana.schema.definition.ColumnType.Geometry;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Moment;
import dev.ilana.schema.definition.ColumnType.Native;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.Shape;
import dev.ilana.schema.definition.ColumnType.Size;
import dev.ilana.schema.definition.ColumnType.Temporal;
import dev.ilana.schema.definition.ColumnType.Varchar;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Types as PostgreSQL's {@code format_type} writes them. */
final class PostgreSqlTypeNames {

    private static final Pattern POSTGIS =
            Pattern.compile("geometry\\((geometry|point|linestring|polygon)(?:,\\s*(\\d+))?\\)");

    private PostgreSqlTypeNames() {}

    static ColumnType type(String sql) {
        if (sql.endsWith("[]")) {
            return new ArrayOf(type(sql.substring(0, sql.length() - 2)));
        }
        TypeName name = TypeName.of(sql);
        return switch (name.base()) {
            case "boolean" -> Plain.BOOLEAN;
            case "real" -> Plain.REAL;
            case "double precision" -> Plain.DOUBLE;
            case "text" -> Plain.TEXT;
            case "bytea" -> Plain.BINARY;
            case "date" -> Plain.DATE;
            case "jsonb" -> Plain.JSON;
            case "uuid" -> Plain.UUID;
            case "inet" -> Plain.INET;
            case "macaddr" -> Plain.MACADDR;
            case "smallint" -> new Integral(Size.SMALL, false);
            case "integer" -> new Integral(Size.NORMAL, false);
            case "bigint" -> new Integral(Size.BIG, false);
            case "geometry" -> new Geometry(Shape.GEOMETRY, null);
            case "point" -> new Geometry(Shape.POINT, null);
            case "path" -> new Geometry(Shape.LINE_STRING, null);
            case "polygon" -> new Geometry(Shape.POLYGON, null);
            case "time without time zone" -> temporal(Moment.TIME, name);
            case "timestamp without time zone" -> temporal(Moment.DATE_TIME, name);
            case "timestamp with time zone" -> temporal(Moment.TIMESTAMP, name);
            default -> withArguments(sql, name);
        };
    }

    private static ColumnType withArguments(String sql, TypeName name) {
        if (!name.arguments().isEmpty()) {
            int first = name.argument(0, 0);
            switch (name.base()) {
                case "character varying" -> {
                    return new Varchar(first);
                }
                case "character" -> {
                    return new Char(first);
                }
                case "numeric" -> {
                    return new Decimal(first, name.argument(1, 0));
                }
                default -> {}
            }
        }
        Matcher shape = POSTGIS.matcher(sql.toLowerCase(Locale.ROOT));
        if (shape.matches()) {
            String srid = shape.group(2);
            return new Geometry(shape(shape.group(1)), srid == null ? null : Integer.valueOf(srid));
        }
        return new Native(sql);
    }

    private static Shape shape(String word) {
        return switch (word) {
            case "point" -> Shape.POINT;
            case "linestring" -> Shape.LINE_STRING;
            case "polygon" -> Shape.POLYGON;
            default -> Shape.GEOMETRY;
        };
    }

    private static ColumnType temporal(Moment moment, TypeName name) {
        return new Temporal(moment, name.argument(0, ColumnType.MICROSECONDS));
    }
}
