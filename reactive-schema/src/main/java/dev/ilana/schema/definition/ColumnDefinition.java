package dev.ilana.schema.definition;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.Names;
import org.jspecify.annotations.Nullable;

/**
 * A column.
 *
 * @param generated whether the database counts up its value where a row brings none
 * @param defaultValue what a row that brings no value gets; null when there is no such thing
 * @param comment what the database keeps as its comment; null when none
 */
public record ColumnDefinition(
        String name,
        ColumnType type,
        boolean nullable,
        boolean generated,
        @Nullable DefaultValue defaultValue,
        @Nullable String comment) {

    public ColumnDefinition {
        Names.check(name);
        if (generated && !(type instanceof ColumnType.Integral)) {
            throw new InvalidUsageException("column \"" + name + "\" is generated, but not an integer");
        }
        if (generated && (nullable || defaultValue != null)) {
            throw new InvalidUsageException(
                    "column \"" + name + "\" is generated: it is never null and has no default");
        }
    }

    /** A column that must have a value. */
    public static ColumnDefinition of(String name, ColumnType type) {
        return new ColumnDefinition(name, type, false, false, null, null);
    }
}
