package dev.ilana.sql;

import org.jspecify.annotations.Nullable;

/**
 * A table's name, in a schema where one is given. Both names are checked here.
 *
 * @param schema may be {@link #TENANT}
 */
public record TableName(@Nullable String schema, String name) {

    /** In place of a schema: that of the chain's tenant, which is known no sooner than the statement is sent. */
    public static final String TENANT = "{tenant}";

    public TableName {
        if (schema != null && !schema.equals(TENANT)) {
            Names.check(schema);
        }
        Names.check(name);
    }

    /** Reads {@code "table"}, {@code "schema.table"} or {@code "{tenant}.table"}. */
    public static TableName parse(String text) {
        int dot = text.indexOf('.');
        return dot < 0 ? new TableName(null, text) : new TableName(text.substring(0, dot), text.substring(dot + 1));
    }

    @Override
    public String toString() {
        return schema == null ? name : schema + "." + name;
    }
}
