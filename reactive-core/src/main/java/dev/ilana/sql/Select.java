package dev.ilana.sql;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query. Without columns it asks for all of them. Orders, limit and offset count for the whole of a union.
 *
 * @param partition where given, {@code limit} and {@code offset} count within the rows that have the same value here
 */
public record Select(
        List<CommonTable> commonTables,
        @Nullable Distinct distinct,
        Source source,
        List<Selection> columns,
        List<Join> joins,
        @Nullable Criterion where,
        List<Expression> groups,
        @Nullable Criterion having,
        List<Union> unions,
        List<Order> orders,
        @Nullable Long limit,
        @Nullable Long offset,
        @Nullable Expression partition,
        @Nullable Lock lock)
        implements Statement {

    public Select {
        commonTables = List.copyOf(commonTables);
        columns = List.copyOf(columns);
        joins = List.copyOf(joins);
        groups = List.copyOf(groups);
        unions = List.copyOf(unions);
        orders = List.copyOf(orders);
    }

    /** A query on {@code "table"}, {@code "schema.table"} or {@code "table as alias"}. */
    public static Select from(String table) {
        return from(Source.parse(table));
    }

    public static Select from(Source source) {
        return new Select(
                List.of(), null, source, List.of(), List.of(), null, List.of(), null, List.of(), List.of(), null, null,
                null, null);
    }

    public Select withCommonTable(CommonTable table) {
        return new Select(
                appended(commonTables, table),
                distinct,
                source,
                columns,
                joins,
                where,
                groups,
                having,
                unions,
                orders,
                limit,
                offset,
                partition,
                lock);
    }

    public Select withDistinct(@Nullable Distinct newDistinct) {
        return new Select(
                commonTables,
                newDistinct,
                source,
                columns,
                joins,
                where,
                groups,
                having,
                unions,
                orders,
                limit,
                offset,
                partition,
                lock);
    }

    public Select withSource(Source newSource) {
        return new Select(
                commonTables,
                distinct,
                newSource,
                columns,
                joins,
                where,
                groups,
                having,
                unions,
                orders,
                limit,
                offset,
                partition,
                lock);
    }

    public Select withColumns(List<Selection> newColumns) {
        return new Select(
                commonTables,
                distinct,
                source,
                newColumns,
                joins,
                where,
                groups,
                having,
                unions,
                orders,
                limit,
                offset,
                partition,
                lock);
    }

    public Select withJoin(Join join) {
        return new Select(
                commonTables,
                distinct,
                source,
                columns,
                appended(joins, join),
                where,
                groups,
                having,
                unions,
                orders,
                limit,
                offset,
                partition,
                lock);
    }

    public Select withWhere(@Nullable Criterion criterion) {
        return new Select(
                commonTables,
                distinct,
                source,
                columns,
                joins,
                criterion,
                groups,
                having,
                unions,
                orders,
                limit,
                offset,
                partition,
                lock);
    }

    public Select withGroup(Expression group) {
        return new Select(
                commonTables,
                distinct,
                source,
                columns,
                joins,
                where,
                appended(groups, group),
                having,
                unions,
                orders,
                limit,
                offset,
                partition,
                lock);
    }

    public Select withHaving(@Nullable Criterion criterion) {
        return new Select(
                commonTables,
                distinct,
                source,
                columns,
                joins,
                where,
                groups,
                criterion,
                unions,
                orders,
                limit,
                offset,
                partition,
                lock);
    }

    public Select withUnion(Union union) {
        return new Select(
                commonTables,
                distinct,
                source,
                columns,
                joins,
                where,
                groups,
                having,
                appended(unions, union),
                orders,
                limit,
                offset,
                partition,
                lock);
    }

    public Select withOrder(Order order) {
        return new Select(
                commonTables,
                distinct,
                source,
                columns,
                joins,
                where,
                groups,
                having,
                unions,
                appended(orders, order),
                limit,
                offset,
                partition,
                lock);
    }

    public Select withoutOrders() {
        return new Select(
                commonTables,
                distinct,
                source,
                columns,
                joins,
                where,
                groups,
                having,
                unions,
                List.of(),
                limit,
                offset,
                partition,
                lock);
    }

    public Select withLimit(@Nullable Long newLimit) {
        return new Select(
                commonTables,
                distinct,
                source,
                columns,
                joins,
                where,
                groups,
                having,
                unions,
                orders,
                newLimit,
                offset,
                partition,
                lock);
    }

    public Select withOffset(@Nullable Long newOffset) {
        return new Select(
                commonTables,
                distinct,
                source,
                columns,
                joins,
                where,
                groups,
                having,
                unions,
                orders,
                limit,
                newOffset,
                partition,
                lock);
    }

    public Select withPartition(Expression newPartition) {
        return new Select(
                commonTables,
                distinct,
                source,
                columns,
                joins,
                where,
                groups,
                having,
                unions,
                orders,
                limit,
                offset,
                newPartition,
                lock);
    }

    public Select withLock(@Nullable Lock newLock) {
        return new Select(
                commonTables,
                distinct,
                source,
                columns,
                joins,
                where,
                groups,
                having,
                unions,
                orders,
                limit,
                offset,
                partition,
                newLock);
    }

    private static <T> List<T> appended(List<T> list, T last) {
        List<T> all = new ArrayList<>(list);
        all.add(last);
        return all;
    }
}
