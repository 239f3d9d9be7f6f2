package dev.ilana.model;

import dev.ilana.sql.Expression;
import dev.ilana.sql.Selection;
import dev.ilana.sql.SqlType;
import org.jspecify.annotations.Nullable;

/**
 * A value that a query selects beside the columns of its model: a count, or a column of a pivot table.
 *
 * @param type how it is read; null for as it comes
 */
public record Extra(
        String name, Expression expression, @Nullable SqlType type) {

    Selection selection() {
        return new Selection(expression, name);
    }
}
