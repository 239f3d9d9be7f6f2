package dev.ilana.model;

import dev.ilana.sql.ColumnRef;
import dev.ilana.sql.Expression;
import dev.ilana.sql.Join;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.Value;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The names that a query of models knows: the columns of its table, checked; those of what was joined, which only the database
 * knows; and what the query has added under a name.
 */
record QueryNames<M extends Model<M>>(ModelTable<M> table, List<Join> joins, List<Extra> extras) {

    Expression column(String name) {
        if (isOfJoined(name)) {
            return ColumnRef.parse(name);
        }
        Expression added = added(name);
        return added != null ? added : table.column(name).reference();
    }

    /** What JSON has at a path is compared with a value of any type. */
    Value value(String column, Object value) {
        return column.contains("->") || isOfJoined(column) || added(column) != null
                ? Value.of(value)
                : accepted(table.column(column), value);
    }

    private static <T> Value accepted(Column<?, T> column, Object value) {
        return column.bound(Objects.requireNonNull(column.accept(value), "only a null is accepted as one"));
    }

    /** How a column of the table is stored; null of what is not one. */
    @Nullable SqlType type(String name) {
        return isOfJoined(name) || added(name) != null
                ? null
                : table.column(name).type();
    }

    /** Whether the name is of another table. */
    boolean isElsewhere(String name) {
        int dot = name.indexOf('.');
        return dot > 0 && !name.contains("->") && !name.substring(0, dot).equals(table.name());
    }

    private @Nullable Expression added(String name) {
        // The table's own columns are what they are, whatever was added.
        return table.hasColumn(name)
                ? null
                : extras.stream()
                        .filter(extra -> extra.name().equals(name))
                        .findFirst()
                        .map(Extra::expression)
                        .orElse(null);
    }

    private boolean isOfJoined(String name) {
        int dot = name.indexOf('.');
        return dot > 0 && joins.stream().anyMatch(join -> join.source().name().equals(name.substring(0, dot)));
    }
}
