package dev.ilana.schema.generate;

import dev.ilana.cast.Cast;
import dev.ilana.cast.Stored;
import dev.ilana.schema.definition.ColumnDefinition;
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
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The words by which a model's table declares columns of each type, and what they hold in Java. */
record ModelTypeWords(ModelClass model, Imports imports) {

    /** What a {@code string} that says no length has room for. */
    private static final int STRING_LENGTH = 255;

    private static final int ULID_LENGTH = 26;

    /** Whether only the column's own database has such values: they are what its driver gives and takes. */
    static boolean isOfDatabase(ColumnType type) {
        return type instanceof Native
                || type instanceof Geometry
                || type == Plain.INET
                || type == Plain.MACADDR
                || (type instanceof ArrayOf array && (isOfDatabase(array.element()) || isOfWords(array.element())));
    }

    private static boolean isOfWords(ColumnType type) {
        return type instanceof Enumeration || type instanceof SetOf;
    }

    /** The words that the column may be; none for a column of another type. */
    static List<String> words(ColumnDefinition column) {
        return column.type() instanceof Enumeration words ? words.values() : List.of();
    }

    ModelColumn of(ColumnDefinition column) {
        ColumnType type = column.type();
        if (isOfDatabase(type)) {
            return cast(column, Object.class, "OTHER");
        } else if (type instanceof Enumeration words) {
            return words(column, words);
        } else if (type instanceof ArrayOf) {
            return cast(column, Object[].class, "ARRAY");
        } else if (type instanceof Plain plain) {
            return plain(column, plain);
        } else if (type instanceof Integral integral) {
            return integral(column, integral);
        } else if (type instanceof Decimal number) {
            return plain(column, "decimal", BigDecimal.class)
                    .say("digits", String.valueOf(number.precision()), String.valueOf(number.scale()));
        } else if (type instanceof Varchar text) {
            return text(column, text.length());
        } else if (type instanceof Char text) {
            return text(column, text.length());
        } else if (type instanceof Varbinary bytes) {
            return plain(column, "binary", byte[].class).say("maxLength", String.valueOf(bytes.length()));
        } else if (type instanceof Temporal time) {
            return switch (time.moment()) {
                case TIME -> plain(column, "time", LocalTime.class);
                case DATE_TIME -> plain(column, "dateTime", LocalDateTime.class);
                case TIMESTAMP -> plain(column, "timestamp", Instant.class);
            };
        }
        return plain(column, "string", String.class);
    }

    private ModelColumn plain(ColumnDefinition column, Plain type) {
        return switch (type) {
            case BOOLEAN -> plain(column, "bool", Boolean.class);
            case REAL -> plain(column, "real", Float.class);
            case DOUBLE -> plain(column, "doublePrecision", Double.class);
            case TEXT, MEDIUM_TEXT, LONG_TEXT -> plain(column, "text", String.class);
            case BINARY -> plain(column, "binary", byte[].class);
            case DATE -> plain(column, "date", LocalDate.class);
            case JSON ->
                new ModelColumn(
                        "Object",
                        new Chain(model.constant()).say("json", JavaLiteral.text(column.name()), "Object.class"),
                        null);
            case UUID -> plain(column, "uuid", UUID.class);
            case ULID -> text(column, ULID_LENGTH);
            case INET, MACADDR -> throw new AssertionError("only a database has " + type);
        };
    }

    /** Unsigned ones are of the next wider type; the widest have half of their values in a {@code Long}. */
    private ModelColumn integral(ColumnDefinition column, Integral type) {
        return switch (type.size()) {
            case TINY -> plain(column, "smallInteger", Short.class);
            case SMALL ->
                type.unsigned() ? plain(column, "integer", Integer.class) : plain(column, "smallInteger", Short.class);
            case NORMAL ->
                type.unsigned() ? plain(column, "bigInteger", Long.class) : plain(column, "integer", Integer.class);
            case BIG -> plain(column, model.isForeign(column.name()) ? "foreignId" : "bigInteger", Long.class);
        };
    }

    private ModelColumn text(ColumnDefinition column, int length) {
        ModelColumn text = plain(column, "string", String.class);
        return length == STRING_LENGTH ? text : text.say("maxLength", String.valueOf(length));
    }

    private ModelColumn plain(ColumnDefinition column, String word, Class<?> type) {
        return ModelColumn.plain(model.constant(), word, column.name(), type, imports);
    }

    /** An enumerated type that stands by itself takes no text: its words are bound as values of the type. */
    private ModelColumn words(ColumnDefinition column, Enumeration words) {
        String type = model.enumOf(column.name());
        boolean isOwnType = words.typeName() != null;
        if (type == null) {
            return isOwnType
                    ? cast(column, "String", "OTHER", "Object::toString", "word -> word")
                    : plain(column, "string", String.class);
        }
        return isOwnType
                ? cast(column, type, "OTHER", "word -> " + type + ".valueOf(word.toString())", type + "::name")
                : new ModelColumn(
                        type,
                        new Chain(model.constant())
                                .say("enumeration", JavaLiteral.text(column.name()), type + ".class"),
                        null);
    }

    private ModelColumn cast(ColumnDefinition column, Class<?> type, String stored) {
        return cast(column, imports.name(type), stored, "value -> value", "value -> value");
    }

    private ModelColumn cast(ColumnDefinition column, String type, String stored, String get, String set) {
        String cast = imports.name(Cast.class) + ".of(" + type + ".class, " + imports.name(Stored.class) + "." + stored
                + ", " + get + ", " + set + ")";
        return new ModelColumn(
                type, new Chain(model.constant()).say("column", JavaLiteral.text(column.name()), cast), null);
    }

    /** The value as an expression of the column's type; null where it is none of that type, so that only the database has it. */
    @Nullable String literal(ColumnDefinition column, ModelColumn declared, Object value) {
        String type = model.enumOf(column.name());
        if (type != null) {
            return words(column).contains(value.toString()) ? type + "." + value : null;
        }
        return declared.plain() == null || declared.plain() == byte[].class
                ? null
                : ModelLiteral.of(declared.plain(), value, imports);
    }
}
