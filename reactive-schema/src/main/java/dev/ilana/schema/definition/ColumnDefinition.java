package dev.ilana.schema.definition;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.Names;
import org.jspecify.annotations.Nullable;

/**
 * A column.
 *
 * @param autoIncrement whether the database counts up its value where a row brings none
 * @param defaultValue what a row that brings no value gets; null when there is no such thing
 * @param currentOnUpdate whether each update of the row sets it to the time of that update
 * @param computed how its value is made of other columns; null for a column that is written
 * @param text the alphabet and order of its text; {@link TextRules#NONE} where the table's or database's hold
 * @param comment what the database keeps as its comment; null when none
 */
public record ColumnDefinition(
        String name,
        ColumnType type,
        boolean nullable,
        boolean autoIncrement,
        @Nullable DefaultValue defaultValue,
        boolean currentOnUpdate,
        @Nullable Computed computed,
        TextRules text,
        @Nullable String comment) {

    public ColumnDefinition {
        Names.check(name);
        if (autoIncrement && !(type instanceof ColumnType.Integral)) {
            throw new InvalidUsageException("column \"" + name + "\" counts up, but is not an integer");
        }
        if (autoIncrement && (nullable || defaultValue != null)) {
            throw new InvalidUsageException("column \"" + name + "\" counts up: it is never null and has no default");
        }
        if (computed != null && (autoIncrement || defaultValue != null || currentOnUpdate)) {
            throw new InvalidUsageException(
                    "column \"" + name + "\" is computed: it neither counts up nor has a default of its own");
        }
    }

    /** A column that must have a value. */
    public static ColumnDefinition of(String name, ColumnType type) {
        return new ColumnDefinition(name, type, false, false, null, false, null, TextRules.NONE, null);
    }

    public ColumnDefinition withName(String other) {
        return new ColumnDefinition(
                other, type, nullable, autoIncrement, defaultValue, currentOnUpdate, computed, text, comment);
    }

    public ColumnDefinition withType(ColumnType other) {
        return new ColumnDefinition(
                name, other, nullable, autoIncrement, defaultValue, currentOnUpdate, computed, text, comment);
    }

    public ColumnDefinition withNullable(boolean mayBeNull) {
        return new ColumnDefinition(
                name, type, mayBeNull, autoIncrement, defaultValue, currentOnUpdate, computed, text, comment);
    }

    public ColumnDefinition withAutoIncrement(boolean countsUp) {
        return new ColumnDefinition(
                name, type, nullable, countsUp, defaultValue, currentOnUpdate, computed, text, comment);
    }

    public ColumnDefinition withDefault(@Nullable DefaultValue value) {
        return new ColumnDefinition(
                name, type, nullable, autoIncrement, value, currentOnUpdate, computed, text, comment);
    }

    public ColumnDefinition withCurrentOnUpdate(boolean current) {
        return new ColumnDefinition(
                name, type, nullable, autoIncrement, defaultValue, current, computed, text, comment);
    }

    public ColumnDefinition withComputed(@Nullable Computed how) {
        return new ColumnDefinition(
                name, type, nullable, autoIncrement, defaultValue, currentOnUpdate, how, text, comment);
    }

    public ColumnDefinition withText(TextRules rules) {
        return new ColumnDefinition(
                name, type, nullable, autoIncrement, defaultValue, currentOnUpdate, computed, rules, comment);
    }

    public ColumnDefinition withComment(@Nullable String words) {
        return new ColumnDefinition(
                name, type, nullable, autoIncrement, defaultValue, currentOnUpdate, computed, text, words);
    }
}
