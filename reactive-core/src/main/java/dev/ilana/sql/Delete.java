package dev.ilana.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rows that fit the condition go, in that order up to the limit; without a condition, all. */
public record Delete(
        TableName table,
        List<Join> joins,
        @Nullable Criterion where,
        List<Order> orders,
        @Nullable Long limit) implements Statement {

    public Delete {
        joins = List.copyOf(joins);
        orders = List.copyOf(orders);
    }

    public Delete(TableName table, @Nullable Criterion where) {
        this(table, List.of(), where, List.of(), null);
    }
}
