package dev.ilana.schema.introspect;

import dev.ilana.schema.definition.ColumnType;
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

/** Types as {@code COLUMN_TYPE} of MySQL and MariaDB writes them. */
final class MySqlTypeNames {

    private MySqlTypeNames() {}

    static ColumnType type(String sql) {
        if (sql.startsWith("enum(")) {
            return Enumeration.of(SqlText.BACKSLASHES.literals(sql));
        } else if (sql.startsWith("set(")) {
            return new SetOf(SqlText.BACKSLASHES.literals(sql));
        } else if (sql.equals("tinyint(1)")) {
            return Plain.BOOLEAN;
        }
        TypeName name = TypeName.of(sql);
        return switch (name.base()) {
            case "float" -> name.arguments().isEmpty() ? Plain.REAL : new Native(sql);
            case "double" -> name.arguments().isEmpty() ? Plain.DOUBLE : new Native(sql);
            case "text" -> Plain.TEXT;
            case "mediumtext" -> Plain.MEDIUM_TEXT;
            case "longtext" -> Plain.LONG_TEXT;
            case "longblob" -> Plain.BINARY;
            case "date" -> Plain.DATE;
            case "json" -> Plain.JSON;
            case "tinyint" -> new Integral(Size.TINY, false);
            case "smallint" -> new Integral(Size.SMALL, false);
            case "int" -> new Integral(Size.NORMAL, false);
            case "bigint" -> new Integral(Size.BIG, false);
            case "tinyint unsigned" -> new Integral(Size.TINY, true);
            case "smallint unsigned" -> new Integral(Size.SMALL, true);
            case "int unsigned" -> new Integral(Size.NORMAL, true);
            case "bigint unsigned" -> new Integral(Size.BIG, true);
            case "decimal" -> new Decimal(name.argument(0, 10), name.argument(1, 0));
            case "varchar" -> new Varchar(name.argument(0, 1));
            case "char" -> new Char(name.argument(0, 1));
            case "varbinary" -> new Varbinary(name.argument(0, 1));
            case "time" -> new Temporal(Moment.TIME, name.argument(0, 0));
            case "datetime" -> new Temporal(Moment.DATE_TIME, name.argument(0, 0));
            case "geometry" -> new Geometry(Shape.GEOMETRY, null);
            case "point" -> new Geometry(Shape.POINT, null);
            case "linestring" -> new Geometry(Shape.LINE_STRING, null);
            case "polygon" -> new Geometry(Shape.POLYGON, null);
            default -> new Native(sql);
        };
    }
}
