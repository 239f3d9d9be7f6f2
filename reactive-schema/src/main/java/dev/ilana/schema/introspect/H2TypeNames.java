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
import dev.ilana.schema.definition.ColumnType.Varbinary;
import dev.ilana.schema.definition.ColumnType.Varchar;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Types as H2's information schema writes them. */
final class H2TypeNames {

    /** What text and bytes without a length have. */
    private static final int UNBOUNDED = 1_000_000_000;

    private H2TypeNames() {}

    static ColumnType type(CatalogRow row) {
        String name = row.keyword("type");
        if (name.equals("ARRAY")) {
            return new ArrayOf(scalar(row, row.keyword("element_type"), "element_"));
        } else if (name.equals("GEOMETRY")) {
            String srid = row.text("srid");
            return new Geometry(shape(row.text("shape")), srid == null ? null : Integer.valueOf(srid));
        }
        return scalar(row, name, "");
    }

    private static ColumnType scalar(CatalogRow row, String name, String prefix) {
        return switch (name) {
            case "BOOLEAN" -> Plain.BOOLEAN;
            case "REAL" -> Plain.REAL;
            case "DOUBLE PRECISION" -> Plain.DOUBLE;
            case "CHARACTER LARGE OBJECT" -> Plain.LONG_TEXT;
            case "DATE" -> Plain.DATE;
            case "JSON" -> Plain.JSON;
            case "UUID" -> Plain.UUID;
            case "TINYINT" -> new Integral(Size.TINY, false);
            case "SMALLINT" -> new Integral(Size.SMALL, false);
            case "INTEGER" -> new Integral(Size.NORMAL, false);
            case "BIGINT" -> new Integral(Size.BIG, false);
            case "NUMERIC", "DECIMAL" -> new Decimal(row.number(prefix + "digits"), row.number(prefix + "scale"));
            case "TIME" -> new Temporal(Moment.TIME, micros(row, prefix));
            case "TIMESTAMP" -> new Temporal(Moment.DATE_TIME, micros(row, prefix));
            case "TIMESTAMP WITH TIME ZONE" -> new Temporal(Moment.TIMESTAMP, micros(row, prefix));
            case "CHARACTER VARYING" -> {
                long length = Long.parseLong(row.word(prefix + "length"));
                yield length >= UNBOUNDED ? Plain.TEXT : new Varchar((int) length);
            }
            case "CHARACTER" -> new Char(row.number(prefix + "length"));
            case "BINARY VARYING" -> {
                long length = Long.parseLong(row.word(prefix + "length"));
                yield length >= UNBOUNDED ? Plain.BINARY : new Varbinary((int) length);
            }
            default -> new Native(name.toLowerCase(Locale.ROOT));
        };
    }

    /** H2 keeps nanoseconds; a definition has microseconds at most. */
    private static int micros(CatalogRow row, String prefix) {
        return Math.min(row.number(prefix + "precision"), ColumnType.MICROSECONDS);
    }

    private static Shape shape(@Nullable String word) {
        return switch (word == null ? "" : word.toUpperCase(Locale.ROOT)) {
            case "POINT" -> Shape.POINT;
            case "LINESTRING" -> Shape.LINE_STRING;
            case "POLYGON" -> Shape.POLYGON;
            default -> Shape.GEOMETRY;
        };
    }
}
