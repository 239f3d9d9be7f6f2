package dev.ilana.query;

import dev.ilana.sql.Expression;
import dev.ilana.sql.Selection;
import java.util.function.Function;

/** Something that a query can select, group and sort by: a model's column, or an {@link Expr} by name. */
public interface Selectable {

    /**
     * The expression, in a query that knows its columns by these names.
     *
     * @throws dev.ilana.error.UnknownColumnException when it names a column that the query has not
     */
    Expression resolve(Function<String, Expression> columns);

    /** How a query selects it. */
    default Selection selection(Function<String, Expression> columns) {
        return Selection.of(resolve(columns));
    }

    /** The same under another name in the result. */
    default Selectable as(String alias) {
        return new Aliased(this, alias);
    }
}
