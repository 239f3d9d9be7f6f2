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

    /**
     * The same rows, read from this as a source that goes by the same name: what is said of the result is said of all of
     * it then, where it would otherwise be of the first part of a union, or of the rows before they are grouped.
     */
    public Select enclosed() {
        boolean ordersChoose = distinct != null && !distinct.on().isEmpty();
        Select rows = new Select(
                List.of(),
                distinct,
                source,
                columns,
                joins,
                where,
                groups,
                having,
                unions,
                ordersChoose ? orders : List.of(),
                null,
                null,
                null,
                null);
        return new Select(
                commonTables,
                null,
                new Source.Derived(rows, source.name()),
                resultColumns(),
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                resultOrders(),
                limit,
                offset,
                partition == null ? null : inResult(partition),
                lock);
    }

    /** The orders by the names that the result has for what they sort by. */
    public List<Order> resultOrders() {
        return orders.stream()
                .map(order -> order.by(inResult(order.expression())))
                .toList();
    }

    /** Whether it says which rows are meant by conditions, joins, an order and a limit, and nothing that needs more. */
    public boolean saysWhichRowsOnly() {
        boolean isOfPlainRows = distinct == null && groups.isEmpty() && having == null;
        boolean standsAlone = commonTables.isEmpty() && unions.isEmpty();
        return isOfPlainRows && standsAlone && offset == null && partition == null && lock == null;
    }

    /** The expression by its name in the result; as it is, where the result has no name for it. */
    public Expression inResult(Expression expression) {
        for (Selection selection : columns) {
            String name = selection.name();
            if (name != null && selection.expression().equals(expression)) {
                return new ColumnRef(null, name);
            }
        }
        return expression instanceof ColumnRef column ? new ColumnRef(null, column.column()) : expression;
    }

    /** The columns of the result by name; none, which is all, where one of them has no name. */
    private List<Selection> resultColumns() {
        List<Selection> named = new ArrayList<>();
        for (Selection selection : columns) {
            String name = selection.name();
            if (name == null) {
                return List.of();
            }
            named.add(Selection.of(new ColumnRef(source.name(), name)));
        }
        return named;
    }

    private static <T> List<T> appended(List<T> list, T last) {
        List<T> all = new ArrayList<>(list);
        all.add(last);
        return all;
    }
}
