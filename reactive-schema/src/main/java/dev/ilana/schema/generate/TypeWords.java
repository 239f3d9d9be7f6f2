package dev.ilana.schema.generate;

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
import java.util.ArrayList;
import java.util.List;

/** The words by which a blueprint is told a column's name and type. */
final class TypeWords {

    /** What a {@code string} without a length has room for. */
    private static final int STRING_LENGTH = 255;

    private TypeWords() {}

    static Chain of(String name, ColumnType type) {
        Chain t = Chain.BLUEPRINT;
        String column = JavaLiteral.text(name);
        if (type instanceof Plain plain) {
            return t.say(plain(plain), column);
        } else if (type instanceof Integral integral) {
            return t.say(integral(integral), column).sayIf(integral.unsigned(), "unsigned");
        } else if (type instanceof Decimal decimal) {
            return t.say("decimal", column, String.valueOf(decimal.precision()), String.valueOf(decimal.scale()));
        } else if (type instanceof Varchar text) {
            return text.length() == STRING_LENGTH
                    ? t.say("string", column)
                    : t.say("string", column, String.valueOf(text.length()));
        } else if (type instanceof Char text) {
            return t.say("character", column, String.valueOf(text.length()));
        } else if (type instanceof Varbinary bytes) {
            return t.say("varbinary", column, String.valueOf(bytes.length()));
        } else if (type instanceof Temporal time) {
            return time.precision() == ColumnType.MICROSECONDS
                    ? t.say(temporal(time), column)
                    : t.say(temporal(time), column, String.valueOf(time.precision()));
        }
        return closed(t, name, type);
    }

    private static Chain closed(Chain t, String name, ColumnType type) {
        if (type instanceof Enumeration words) {
            Chain told = t.sayTexts("enumeration", nameAnd(name, words.values()));
            return words.typeName() == null
                    ? told
                    : told.say("ofType", JavaLiteral.text(words.typeName().toString()));
        } else if (type instanceof SetOf words) {
            return t.sayTexts("set", nameAnd(name, words.values()));
        } else if (type instanceof Geometry geometry) {
            Chain told = t.say(shape(geometry), JavaLiteral.text(name));
            return geometry.srid() == null ? told : told.say("srid", String.valueOf(geometry.srid()));
        } else if (type instanceof ArrayOf array) {
            return of(name, array.element()).say("array");
        }
        return t.say("specificType", JavaLiteral.text(name), JavaLiteral.text(((Native) type).sql()));
    }

    private static List<String> nameAnd(String name, List<String> words) {
        List<String> all = new ArrayList<>(List.of(name));
        all.addAll(words);
        return all;
    }

    private static String plain(Plain type) {
        return switch (type) {
            case BOOLEAN -> "bool";
            case REAL -> "real";
            case DOUBLE -> "doublePrecision";
            case TEXT -> "text";
            case MEDIUM_TEXT -> "mediumText";
            case LONG_TEXT -> "longText";
            case BINARY -> "binary";
            case DATE -> "date";
            case JSON -> "json";
            case UUID -> "uuid";
            case ULID -> "ulid";
            case INET -> "inet";
            case MACADDR -> "macaddr";
        };
    }

    private static String integral(Integral type) {
        return switch (type.size()) {
            case TINY -> "tinyInteger";
            case SMALL -> "smallInteger";
            case NORMAL -> "integer";
            case BIG -> "bigInteger";
        };
    }

    private static String temporal(Temporal type) {
        return switch (type.moment()) {
            case TIME -> "time";
            case DATE_TIME -> "dateTime";
            case TIMESTAMP -> "timestamp";
        };
    }

    private static String shape(Geometry type) {
        return switch (type.shape()) {
            case GEOMETRY -> "geometry";
            case POINT -> "point";
            case LINE_STRING -> "lineString";
            case POLYGON -> "polygon";
        };
    }
}
