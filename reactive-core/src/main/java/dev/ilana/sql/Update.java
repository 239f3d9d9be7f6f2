package dev.ilana.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** New values for the rows that fit the condition, in that order up to the limit; without a condition, for all. */
public record Update(
        TableName table,
        List<Join> joins,
        List<Assignment> assignments,
        @Nullable Criterion where,
        List<Order> orders,
        @Nullable Long limit)
        implements Statement {

    public Update {
        joins = List.copyOf(joins);
        assignments = List.copyOf(assignments);
        orders = List.copyOf(orders);
    }

    public Update(TableName table, List<Assignment> assignments, @Nullable Criterion where) {
        this(table, List.of(), assignments, where, List.of(), null);
    }

    /** A column and its new value. */
    public record Assignment(String column, Expression value) {
        public Assignment {
            Names.check(column);
        }
    }
}
