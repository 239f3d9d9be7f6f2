package dev.ilana.schema.diagram;

import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.ArrayOf;
import dev.ilana.schema.definition.ColumnType.Char;
import dev.ilana.schema.definition.ColumnType.Decimal;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.ColumnType.Geometry;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Native;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.SetOf;
import dev.ilana.schema.definition.ColumnType.Temporal;
import dev.ilana.schema.definition.ColumnType.Varbinary;
import dev.ilana.schema.definition.ColumnType.Varchar;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The types of columns in words for people, which no database need know. */
final class TypeWords {

    private TypeWords() {}

    /** The type, as {@code varchar(80)} or {@code bigint unsigned}. */
    static String of(ColumnType type) {
        if (type instanceof Plain plain) {
            return plain.name().toLowerCase(Locale.ROOT).replace("_", "");
        } else if (type instanceof Integral integral) {
            return integral(integral);
        } else if (type instanceof Varchar text) {
            return "varchar(" + text.length() + ")";
        } else if (type instanceof Char text) {
            return "char(" + text.length() + ")";
        } else if (type instanceof Varbinary bytes) {
            return "varbinary(" + bytes.length() + ")";
        } else if (type instanceof Decimal number) {
            return "decimal(" + number.precision() + "," + number.scale() + ")";
        } else if (type instanceof Temporal time) {
            return temporal(time);
        } else if (type instanceof Enumeration enumeration) {
            return enumeration.typeName() == null
                    ? "enum"
                    : enumeration.typeName().toString();
        } else if (type instanceof SetOf) {
            return "set";
        } else if (type instanceof Geometry geometry) {
            String shape = geometry.shape().name().toLowerCase(Locale.ROOT).replace("_", "");
            return geometry.srid() == null ? shape : shape + "(" + geometry.srid() + ")";
        } else if (type instanceof ArrayOf array) {
            return of(array.element()) + "[]";
        } else if (type instanceof Native own) {
            return own.sql();
        }
        throw new IllegalStateException("unknown type " + type.getClass());
    }

    /** Which words the type knows, where it knows some only. */
    static Stream<String> choices(ColumnType type) {
        if (type instanceof Enumeration enumeration) {
            return choices("one of ", enumeration.values());
        } else if (type instanceof SetOf set) {
            return choices("any of ", set.values());
        } else if (type instanceof ArrayOf array) {
            return choices(array.element());
        }
        return Stream.empty();
    }

    private static Stream<String> choices(String which, List<String> values) {
        return Stream.of(which + String.join(", ", values));
    }

    private static String integral(Integral type) {
        String size = switch (type.size()) {
            case TINY -> "tinyint";
            case SMALL -> "smallint";
            case NORMAL -> "integer";
            case BIG -> "bigint";
        };
        return type.unsigned() ? size + " unsigned" : size;
    }

    /** Microseconds are what a time has where nothing is said. */
    private static String temporal(Temporal type) {
        String moment = switch (type.moment()) {
            case TIME -> "time";
            case DATE_TIME -> "datetime";
            case TIMESTAMP -> "timestamp";
        };
        return type.precision() == ColumnType.MICROSECONDS ? moment : moment + "(" + type.precision() + ")";
    }
}
