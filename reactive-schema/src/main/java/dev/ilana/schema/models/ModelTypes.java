package dev.ilana.schema.models;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.model.Column;
import dev.ilana.model.Digits;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.ArrayOf;
import dev.ilana.schema.definition.ColumnType.Decimal;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Moment;
import dev.ilana.schema.definition.ColumnType.Native;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.Size;
import dev.ilana.schema.definition.ColumnType.Temporal;
import dev.ilana.schema.definition.ColumnType.Varbinary;
import dev.ilana.schema.definition.ColumnType.Varchar;
import dev.ilana.sql.SqlType;
import org.jspecify.annotations.Nullable;

/** The types of models' columns. A model says less than a database has: whatever can hold its values is right. */
final class ModelTypes {

    /** Where a text says nothing of its length. */
    private static final int LENGTH = 255;

    private static final Digits DIGITS = new Digits(19, 4);

    private ModelTypes() {}

    /**
     * The type of a column that is to be made.
     *
     * @throws InvalidUsageException for what only a database has a type for
     */
    static ColumnType made(Column<?, ?> column) {
        Integer length = column.maxLength();
        return switch (column.type()) {
            case BOOLEAN -> Plain.BOOLEAN;
            case SMALLINT -> new Integral(Size.SMALL, false);
            case INTEGER -> new Integral(Size.NORMAL, false);
            case BIGINT -> new Integral(Size.BIG, false);
            case REAL -> Plain.REAL;
            case DOUBLE -> Plain.DOUBLE;
            case DECIMAL -> {
                Digits digits = column.digits() == null ? DIGITS : column.digits();
                yield new Decimal(digits.all(), digits.afterPoint());
            }
            case STRING ->
                length != null && length == Integer.MAX_VALUE
                        ? Plain.LONG_TEXT
                        : new Varchar(length == null ? LENGTH : length);
            case BINARY -> length == null ? Plain.BINARY : new Varbinary(length);
            case DATE -> Plain.DATE;
            case TIME -> Temporal.of(Moment.TIME);
            case DATETIME -> Temporal.of(Moment.DATE_TIME);
            case INSTANT -> Temporal.of(Moment.TIMESTAMP);
            case UUID -> Plain.UUID;
            case JSON -> Plain.JSON;
            default ->
                throw new InvalidUsageException(
                        column + " is of no type that every database has; make it by a migration");
        };
    }

    /** Whether a column that is there can hold the values of the model's, so that it stays as it is. */
    static boolean isHeldBy(ColumnType present, Column<?, ?> column) {
        if (present instanceof Native || column.type() == SqlType.OTHER) {
            return true;
        }
        return switch (column.type()) {
            case SMALLINT, INTEGER, BIGINT ->
                present instanceof Integral integral && bytesInJava(integral) >= bytes((Integral) made(column));
            case STRING -> holdsText(present, column.maxLength());
            case DECIMAL -> present instanceof Decimal number && holds(number, column.digits());
            case DATETIME, INSTANT -> present instanceof Temporal time && time.moment() != Moment.TIME;
            case TIME -> present instanceof Temporal time && time.moment() == Moment.TIME;
            case BINARY -> present == Plain.BINARY || present instanceof Varbinary;
            case JSON -> present == Plain.JSON || isText(present);
            case UUID -> present == Plain.UUID || present.equals(new ColumnType.Char(36));
            case ARRAY -> present instanceof ArrayOf || present == Plain.JSON;
            default -> present.equals(made(column));
        };
    }

    private static int bytes(Integral type) {
        return switch (type.size()) {
            case TINY -> 1;
            case SMALL -> 2;
            case NORMAL -> 4;
            case BIG -> 8;
        };
    }

    /** How many bytes a model needs for all its values: it has no word for one byte, and none for unsigned numbers. */
    private static int bytesInJava(Integral type) {
        int bytes = bytes(type);
        return type.size() == Size.TINY || (type.unsigned() && type.size() != Size.BIG) ? 2 * bytes : bytes;
    }

    private static boolean isText(ColumnType type) {
        return type == Plain.TEXT || type == Plain.MEDIUM_TEXT || type == Plain.LONG_TEXT;
    }

    private static boolean holdsText(ColumnType present, @Nullable Integer length) {
        if (present instanceof Varchar text) {
            return length == null || text.length() >= length;
        }
        return isText(present)
                || present instanceof ColumnType.Char
                || present instanceof ColumnType.Enumeration
                || present instanceof ColumnType.SetOf
                || present == Plain.ULID
                || present == Plain.INET
                || present == Plain.MACADDR;
    }

    private static boolean holds(Decimal present, @Nullable Digits wanted) {
        return wanted == null
                || (present.scale() >= wanted.afterPoint()
                        && present.precision() - present.scale() >= wanted.all() - wanted.afterPoint());
    }
}
