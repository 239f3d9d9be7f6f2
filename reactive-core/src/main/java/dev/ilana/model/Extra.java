package dev.ilana.model;

import dev.ilana.sql.Expression;
import dev.ilana.sql.Selection;
import dev.ilana.sql.SqlType;

/** A value that a query selects beside the columns of its model: a count, or a column of a pivot table. */
public record Extra(String name, Expression expression, SqlType type) {

    Selection selection() {
        return new Selection(expression, name);
    }
}
