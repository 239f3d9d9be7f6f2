package dev.ilana.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query. Without columns it asks for all of them.
 *
 * @param partition where given, {@code limit} and {@code offset} count within the rows that have the same value here
 */
public record Select(
        String table,
        List<Selection> columns,
        List<Join> joins,
        @Nullable Criterion where,
        List<Order> orders,
        @Nullable Long limit,
        @Nullable Long offset,
        @Nullable Expression partition)
        implements Statement {

    public Select {
        Names.check(table);
        columns = List.copyOf(columns);
        joins = List.copyOf(joins);
        orders = List.copyOf(orders);
    }

    public static Select from(String table) {
        return new Select(table, List.of(), List.of(), null, List.of(), null, null, null);
    }

    public Select withColumns(List<Selection> newColumns) {
        return new Select(table, newColumns, joins, where, orders, limit, offset, partition);
    }

    public Select withJoin(Join join) {
        return new Select(table, columns, appended(joins, join), where, orders, limit, offset, partition);
    }

    public Select withWhere(@Nullable Criterion criterion) {
        return new Select(table, columns, joins, criterion, orders, limit, offset, partition);
    }

    public Select withOrder(Order order) {
        return new Select(table, columns, joins, where, appended(orders, order), limit, offset, partition);
    }

    public Select withoutOrders() {
        return new Select(table, columns, joins, where, List.of(), limit, offset, partition);
    }

    public Select withLimit(@Nullable Long newLimit) {
        return new Select(table, columns, joins, where, orders, newLimit, offset, partition);
    }

    public Select withOffset(@Nullable Long newOffset) {
        return new Select(table, columns, joins, where, orders, limit, newOffset, partition);
    }

    public Select withPartition(Expression newPartition) {
        return new Select(table, columns, joins, where, orders, limit, offset, newPartition);
    }

    private static <T> List<T> appended(List<T> list, T last) {
        List<T> all = new ArrayList<>(list);
        all.add(last);
        return all;
    }
}
