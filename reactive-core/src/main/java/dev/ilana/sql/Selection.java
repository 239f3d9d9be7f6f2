package dev.ilana.sql;

import org.jspecify.annotations.Nullable;

/** One column of a result, under another name where one is given. */
public record Selection(Expression expression, @Nullable String alias) {

    public Selection {
        if (alias != null) {
            Names.check(alias);
        }
    }

    public static Selection of(Expression expression) {
        return new Selection(expression, null);
    }
}
