package dev.ilana.query;

import dev.ilana.sql.Expression;
import dev.ilana.sql.Names;
import dev.ilana.sql.Selection;
import java.util.function.Function;

/** Something selected under another name. */
record Aliased(Selectable selectable, String alias) implements Selectable {

    Aliased {
        Names.check(alias);
    }

    @Override
    public Expression resolve(Function<String, Expression> columns) {
        return selectable.resolve(columns);
    }

    @Override
    public Selection selection(Function<String, Expression> columns) {
        return new Selection(resolve(columns), alias);
    }
}
