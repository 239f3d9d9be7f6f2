package dev.ilana.schema.dynamic;

import dev.ilana.Table;
import dev.ilana.cast.Cast;
import dev.ilana.cast.Stored;
import dev.ilana.model.Column;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.ArrayOf;
import dev.ilana.schema.definition.ColumnType.Char;
import dev.ilana.schema.definition.ColumnType.Decimal;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.SetOf;
import dev.ilana.schema.definition.ColumnType.Temporal;
import dev.ilana.schema.definition.ColumnType.Varbinary;
import dev.ilana.schema.definition.ColumnType.Varchar;
import dev.ilana.sql.Conversion;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.UUID;

/**
 * What a column of each type holds in Java:
 *
 * <table>
 *   <caption>Java's class of a column's type</caption>
 *   <tr><td>a boolean</td><td>{@code Boolean}</td></tr>
 *   <tr><td>whole numbers</td><td>{@code Short}, {@code Integer}, {@code Long}; of unsigned ones the next wider, and at last {@code BigDecimal}</td></tr>
 *   <tr><td>fractions</td><td>{@code BigDecimal} of a decimal, {@code Float}, {@code Double}</td></tr>
 *   <tr><td>text, a ULID</td><td>{@code String}</td></tr>
 *   <tr><td>bytes</td><td>{@code byte[]}</td></tr>
 *   <tr><td>times</td><td>{@code LocalDate}, {@code LocalTime}, {@code LocalDateTime}; {@code Instant} of a point on the time line</td></tr>
 *   <tr><td>a UUID</td><td>{@code UUID}</td></tr>
 *   <tr><td>JSON</td><td>what it is in plain Java: {@code Map}, {@code List}, {@code String}, a number, {@code Boolean}</td></tr>
 *   <tr><td>a word of an enumeration</td><td>{@code String}</td></tr>
 *   <tr><td>words of a set, an array</td><td>{@code List}</td></tr>
 *   <tr><td>all else</td><td>what its driver gives and takes; text is taken for what it spells</td></tr>
 * </table>
 */
final class FieldTypes {

    private FieldTypes() {}

    /** Declares a column of that type. */
    static Column<DynamicModel, ?> declare(Table<DynamicModel> table, String name, ColumnType type, Words words) {
        if (type instanceof Enumeration) {
            return table.column(name, new WordCast(words));
        } else if (type instanceof SetOf) {
            return table.column(name, new WordsCast(words));
        } else if (type instanceof ArrayOf array) {
            Class<?> element = javaType(array.element());
            boolean isKnown = element != Object.class && words == Words.NONE;
            return isKnown ? table.column(name, new ListCast(element)) : table.column(name, new OwnListCast(words));
        } else if (type == Plain.JSON) {
            return table.json(name, Object.class);
        }
        Class<?> java = javaType(type);
        if (type instanceof Integral integral && integral.unsigned()) {
            return table.column(name, unsigned(java.asSubclass(Number.class)));
        } else if (java == Boolean.class) {
            return table.bool(name);
        } else if (java == Short.class) {
            return table.smallInteger(name);
        } else if (java == Integer.class) {
            return table.integer(name);
        } else if (java == Long.class) {
            return table.bigInteger(name);
        } else if (java == BigDecimal.class) {
            return table.decimal(name);
        } else if (java == Float.class) {
            return table.real(name);
        } else if (java == Double.class) {
            return table.doublePrecision(name);
        } else if (java == String.class) {
            return table.string(name);
        } else if (java == byte[].class) {
            return table.binary(name);
        } else if (java == UUID.class) {
            return table.uuid(name);
        }
        return declareTime(table, name, java);
    }

    /** Some databases have a type for it, and others a check: their drivers give it as different classes. */
    private static <N extends Number> Cast<N, Object> unsigned(Class<N> java) {
        return Cast.of(java, Stored.OTHER, stored -> Conversion.to(java, stored, "a stored number"), number ->
                (Object) number);
    }

    private static Column<DynamicModel, ?> declareTime(Table<DynamicModel> table, String name, Class<?> java) {
        if (java == LocalDate.class) {
            return table.date(name);
        } else if (java == LocalTime.class) {
            return table.time(name);
        } else if (java == LocalDateTime.class) {
            return table.dateTime(name);
        } else if (java == Instant.class) {
            return table.timestamp(name);
        }
        return table.column(name, Cast.of(Object.class, Stored.OTHER, value -> value, value -> value));
    }

    /** The class of a value of that type; {@code Object} for what only a driver knows. */
    static Class<?> javaType(ColumnType type) {
        if (type instanceof Plain plain) {
            return plain(plain);
        } else if (type instanceof Integral integral) {
            return integral(integral);
        } else if (type instanceof Decimal) {
            return BigDecimal.class;
        } else if (type instanceof Varchar || type instanceof Char || type instanceof Enumeration) {
            return String.class;
        } else if (type instanceof Varbinary) {
            return byte[].class;
        } else if (type instanceof Temporal time) {
            return switch (time.moment()) {
                case TIME -> LocalTime.class;
                case DATE_TIME -> LocalDateTime.class;
                case TIMESTAMP -> Instant.class;
            };
        }
        return Object.class;
    }

    private static Class<?> plain(Plain type) {
        return switch (type) {
            case BOOLEAN -> Boolean.class;
            case REAL -> Float.class;
            case DOUBLE -> Double.class;
            case TEXT, MEDIUM_TEXT, LONG_TEXT, ULID -> String.class;
            case BINARY -> byte[].class;
            case DATE -> LocalDate.class;
            case UUID -> UUID.class;
            case JSON, INET, MACADDR -> Object.class;
        };
    }

    private static Class<?> integral(Integral type) {
        return switch (type.size()) {
            case TINY -> Short.class;
            case SMALL -> type.unsigned() ? Integer.class : Short.class;
            case NORMAL -> type.unsigned() ? Long.class : Integer.class;
            case BIG -> type.unsigned() ? BigDecimal.class : Long.class;
        };
    }
}
