package dev.ilana.model;

import dev.ilana.sql.Expression;
import dev.ilana.sql.Selection;
import dev.ilana.sql.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A value that a query selects beside the columns of its model: a count, or a column of a pivot table.
 *
 * @param type how it is read; null for as it comes
 * @param isWhether whether it is asked only if there is a value: then it is read as a boolean
 */
public record Extra(
        String name, Expression expression, @Nullable SqlType type, boolean isWhether) {

    public Extra(String name, Expression expression, @Nullable SqlType type) {
        this(name, expression, type, false);
    }

    /** Whether the expression has a value. */
    static Extra whether(String name, Expression expression) {
        return new Extra(name, expression, null, true);
    }

    Selection selection() {
        return new Selection(expression, name);
    }
}
