package dev.ilana.sql;

import org.jspecify.annotations.Nullable;

/** A column, of the named table or alias where one is given. Both names are checked here. */
public record ColumnRef(@Nullable String table, String column) implements Expression {

    public ColumnRef {
        if (table != null) {
            Names.check(table);
        }
        Names.check(column);
    }

    /** Reads {@code "column"} or {@code "table.column"}. */
    public static ColumnRef parse(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? new ColumnRef(null, name) : new ColumnRef(name.substring(0, dot), name.substring(dot + 1));
    }
}
