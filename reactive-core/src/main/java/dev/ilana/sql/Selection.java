package dev.ilana.sql;

import org.jspecify.annotations.Nullable;

/** One column of a result, under another name where one is given. */
public record Selection(Expression expression, @Nullable String alias) {

    public Selection {
        if (alias != null) {
            Names.check(alias);
        }
    }

    /** The name that it has in the result; null where that is the database's to say. */
    public @Nullable String name() {
        return alias == null && expression instanceof ColumnRef column ? column.column() : alias;
    }

    public static Selection of(Expression expression) {
        return new Selection(expression, null);
    }
}
