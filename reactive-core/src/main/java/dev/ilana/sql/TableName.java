package dev.ilana.sql;

import org.jspecify.annotations.Nullable;

/** A table's name, in a schema where one is given. Both names are checked here. */
public record TableName(@Nullable String schema, String name) {

    public TableName {
        if (schema != null) {
            Names.check(schema);
        }
        Names.check(name);
    }

    /** Reads {@code "table"} or {@code "schema.table"}. */
    public static TableName parse(String text) {
        int dot = text.indexOf('.');
        return dot < 0 ? new TableName(null, text) : new TableName(text.substring(0, dot), text.substring(dot + 1));
    }

    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
