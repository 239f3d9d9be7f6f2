package dev.ilana.query;

import dev.ilana.error.InvalidOperatorException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.Call;
import dev.ilana.sql.CommonTable;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Criterion.Holds;
import dev.ilana.sql.Distinct;
import dev.ilana.sql.Expression;
import dev.ilana.sql.Join;
import dev.ilana.sql.Lock;
import dev.ilana.sql.Order;
import dev.ilana.sql.Order.Direction;
import dev.ilana.sql.Raw;
import dev.ilana.sql.Select;
import dev.ilana.sql.Selection;
import dev.ilana.sql.Source;
import dev.ilana.sql.Union;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The words that give a query its shape: what it joins, groups, sorts, unites and locks.
 *
 * @param <Q> the query itself; each call gives a new one
 */
public abstract class Shape<Q extends Shape<Q>> extends PartConditions<Q> {

    /** The statement as said so far. */
    protected abstract Select select();

    /** This query with another statement. */
    protected abstract Q withSelect(Select newSelect);

    /** This query with a value more in each row of its result. */
    protected abstract Q adding(Selection selection);

    @Override
    protected final @Nullable Criterion criterion() {
        return select().where();
    }

    @Override
    protected final Q withCriterion(@Nullable Criterion criterion) {
        return withSelect(select().withWhere(criterion));
    }

    @Override
    protected boolean hasOnlyConditions() {
        return select().withWhere(null).equals(Select.from(select().source()));
    }

    // Select

    /** With these in each row beside the columns it has already. */
    public final Q addSelect(Selectable... columns) {
        Q query = self();
        for (Selectable column : columns) {
            query = query.adding(column.selection(this::column));
        }
        return query;
    }

    /** With the one value that the query of one column finds, under that name: it may name columns of this one. */
    public final Q addSelect(String alias, Subquery query) {
        return addSelect(Expr.of(query).as(alias));
    }

    /** Each row once, where several are alike. */
    public final Q distinct() {
        return withSelect(select().withDistinct(new Distinct(List.of())));
    }

    /**
     * The first row, in the order of the query, for each value of these columns.
     *
     * @throws dev.ilana.error.UnsupportedFeatureException at the run, where the database can't ({@code DISTINCT_ON})
     */
    public final Q distinctOn(String... columns) {
        if (columns.length == 0) {
            throw new InvalidUsageException("distinctOn needs at least one column; distinct() goes by the whole row");
        }
        return withSelect(select().withDistinct(
                        new Distinct(Arrays.stream(columns).map(this::column).toList())));
    }

    // Joins

    /** With the rows of that table whose column equals: {@code join("posts", "posts.user_id", "users.id")}. */
    public final Q join(String table, String first, String second) {
        return join(table, on -> on.on(first, second));
    }

    public final Q join(String table, String first, String operator, String second) {
        return join(table, on -> on.on(first, operator, second));
    }

    /** With the rows of that table for which the conditions hold. A table may be given another name: {@code "users as boss"}. */
    public final Q join(String table, UnaryOperator<On> on) {
        return joined(Join.Kind.INNER, Source.parse(table), on, false);
    }

    /** With the rows of that table, and nulls where there is none. */
    public final Q leftJoin(String table, String first, String second) {
        return leftJoin(table, on -> on.on(first, second));
    }

    public final Q leftJoin(String table, String first, String operator, String second) {
        return leftJoin(table, on -> on.on(first, operator, second));
    }

    public final Q leftJoin(String table, UnaryOperator<On> on) {
        return joined(Join.Kind.LEFT, Source.parse(table), on, false);
    }

    /** All rows of that table, and nulls where this query has none for one. */
    public final Q rightJoin(String table, String first, String second) {
        return rightJoin(table, on -> on.on(first, second));
    }

    public final Q rightJoin(String table, String first, String operator, String second) {
        return rightJoin(table, on -> on.on(first, operator, second));
    }

    public final Q rightJoin(String table, UnaryOperator<On> on) {
        return joined(Join.Kind.RIGHT, Source.parse(table), on, false);
    }

    /**
     * All rows of both sides, and nulls where the other has none.
     *
     * @throws dev.ilana.error.UnsupportedFeatureException at the run, where the database can't ({@code FULL_JOIN})
     */
    public final Q fullJoin(String table, String first, String second) {
        return fullJoin(table, on -> on.on(first, second));
    }

    public final Q fullJoin(String table, UnaryOperator<On> on) {
        return joined(Join.Kind.FULL, Source.parse(table), on, false);
    }

    /** Each row with each row of that table. */
    public final Q crossJoin(String table) {
        return withSelect(select().withJoin(new Join(Join.Kind.CROSS, Source.parse(table), null, false)));
    }

    /** With the rows of another query, under that name, for which the conditions hold. */
    public final Q joinSub(Subquery query, String alias, UnaryOperator<On> on) {
        return joined(Join.Kind.INNER, new Source.Derived(query.asSelect(), alias), on, false);
    }

    public final Q leftJoinSub(Subquery query, String alias, UnaryOperator<On> on) {
        return joined(Join.Kind.LEFT, new Source.Derived(query.asSelect(), alias), on, false);
    }

    /**
     * With the rows of another query, which may name columns of this one: run anew for each of its rows.
     *
     * @throws dev.ilana.error.UnsupportedFeatureException at the run, where the database can't ({@code LATERAL})
     */
    public final Q joinLateral(Subquery query, String alias) {
        return lateral(Join.Kind.INNER, query, alias);
    }

    /** The same, and nulls where the query finds no row. */
    public final Q leftJoinLateral(Subquery query, String alias) {
        return lateral(Join.Kind.LEFT, query, alias);
    }

    private Q lateral(Join.Kind kind, Subquery query, String alias) {
        Criterion always = new Criterion.And(List.of());
        return withSelect(select().withJoin(new Join(kind, new Source.Derived(query.asSelect(), alias), always, true)));
    }

    private Q joined(Join.Kind kind, Source source, UnaryOperator<On> on, boolean lateral) {
        Criterion criterion = on.apply(On.NONE).criterion();
        if (criterion == null) {
            throw new InvalidUsageException(
                    "a join of " + source.name() + " needs a condition; crossJoin() is the one without");
        }
        return withSelect(select().withJoin(new Join(kind, source, criterion, lateral)));
    }

    // Groups

    /** One row for all that have the same values in these columns. */
    public final Q groupBy(String... columns) {
        return groupBy(Arrays.stream(columns).map(Expr::column).toArray(Selectable[]::new));
    }

    public final Q groupBy(Selectable... keys) {
        Select select = select();
        for (Selectable key : keys) {
            select = select.withGroup(key.resolve(this::column));
        }
        return withSelect(select);
    }

    /** Grouped by SQL as it is: never put a user's text into it. */
    public final Q groupByRaw(String sql, @Nullable Object... values) {
        return withSelect(select().withGroup(Raw.of(sql, values)));
    }

    /** Groups whose expression compares so: {@code having(Expr.count(), ">", 3)}. */
    public final Q having(Selectable expression, String operator, Object value) {
        return havingAll(comparison(expression, operator, value));
    }

    /** Groups whose column, which they are grouped by, compares so. */
    public final Q having(String column, String operator, Object value) {
        return having(Expr.column(column), operator, value);
    }

    public final Q orHaving(Selectable expression, String operator, Object value) {
        Criterion added = comparison(expression, operator, value);
        Criterion having = select().having();
        return withSelect(select().withHaving(having == null ? added : having.or(added)));
    }

    /** Groups that fit a condition in the database's own SQL: never put a user's text into it. */
    public final Q havingRaw(String sql, @Nullable Object... values) {
        return havingAll(new Holds(Raw.of(sql, values)));
    }

    protected final Q havingAll(Criterion added) {
        Criterion having = select().having();
        return withSelect(select().withHaving(having == null ? added : having.andLast(added)));
    }

    // Order and range

    public final Q orderBy(String column) {
        return orderBy(column, "asc");
    }

    /** Sorted by the column, {@code asc} or {@code desc}, after what it is sorted by already. */
    public final Q orderBy(String column, String direction) {
        return sorted(column(column), Direction.of(direction), null);
    }

    /** The same, with nulls {@code first} or {@code last}. */
    public final Q orderBy(String column, String direction, String nulls) {
        Order.Nulls place = switch (nulls.toLowerCase(Locale.ROOT)) {
            case "first" -> Order.Nulls.FIRST;
            case "last" -> Order.Nulls.LAST;
            default -> throw new InvalidOperatorException(nulls, "first, last");
        };
        return sorted(column(column), Direction.of(direction), place);
    }

    public final Q orderByDesc(String column) {
        return orderBy(column, "desc");
    }

    public final Q orderBy(Selectable key) {
        return sorted(key.resolve(this::column), Direction.ASC, null);
    }

    public final Q orderByDesc(Selectable key) {
        return sorted(key.resolve(this::column), Direction.DESC, null);
    }

    /** Sorted by SQL as it is, direction included: never put a user's text into it. */
    public final Q orderByRaw(String sql, @Nullable Object... values) {
        return withSelect(select().withOrder(Order.raw(Raw.of(sql, values))));
    }

    /** The newest first, by that column. */
    public final Q latest(String column) {
        return orderByDesc(column);
    }

    /** The oldest first, by that column. */
    public final Q oldest(String column) {
        return orderBy(column);
    }

    public final Q inRandomOrder() {
        return sorted(new Call(Call.Function.RANDOM, List.of()), Direction.ASC, null);
    }

    /** Without the order given so far. */
    public final Q reorder() {
        return withSelect(select().withoutOrders());
    }

    /** Sorted by this column only. */
    public final Q reorder(String column, String direction) {
        return reorder().orderBy(column, direction);
    }

    private Q sorted(Expression key, Direction direction, Order.@Nullable Nulls nulls) {
        return withSelect(select().withOrder(new Order(key, direction, nulls)));
    }

    /** At most so many rows; in the query of an eager load, so many for each parent. */
    public final Q limit(long rows) {
        return withSelect(select().withLimit(notNegative("limit", rows)));
    }

    /** {@link #limit}. */
    public final Q take(long rows) {
        return limit(rows);
    }

    /** Without the first so many rows. */
    public final Q offset(long rows) {
        return withSelect(select().withOffset(notNegative("offset", rows)));
    }

    /** {@link #offset}. */
    public final Q skip(long rows) {
        return offset(rows);
    }

    /** The rows of one page, counted from 1. */
    public final Q forPage(long page, int perPage) {
        return offset((Math.max(1, page) - 1) * perPage).limit(perPage);
    }

    private static long notNegative(String what, long rows) {
        if (rows < 0) {
            throw new InvalidUsageException(what + " must not be negative, but is " + rows);
        }
        return rows;
    }

    // Other queries

    /** And the rows of another query with as many columns, each row once. The order and limit of this one are for all. */
    public final Q union(Subquery query) {
        return withSelect(select().withUnion(new Union(query.asSelect(), false)));
    }

    /** And the rows of another query with as many columns. */
    public final Q unionAll(Subquery query) {
        return withSelect(select().withUnion(new Union(query.asSelect(), true)));
    }

    /** With another query under a name that this one may read like a table: {@code with name as (…)}. */
    public final Q withExpression(String name, Subquery query) {
        return withSelect(select().withCommonTable(new CommonTable(name, List.of(), query.asSelect(), false)));
    }

    /** With a query that reads itself by its name, and the names of its columns: {@code with recursive name(…) as (…)}. */
    public final Q withRecursiveExpression(String name, List<String> columns, Subquery query) {
        return withSelect(select().withCommonTable(new CommonTable(name, columns, query.asSelect(), true)));
    }

    // Locks

    /** Locks the rows that are found against change and other locks, to the end of the transaction. */
    public final Q lockForUpdate() {
        return withSelect(select().withLock(new Lock(Lock.Strength.UPDATE, Lock.Waiting.WAIT)));
    }

    /** Locks the rows that are found against change, to the end of the transaction; others may lock them so too. */
    public final Q sharedLock() {
        return withSelect(select().withLock(new Lock(Lock.Strength.SHARE, Lock.Waiting.WAIT)));
    }

    /** Leaves out rows that someone else has locked. */
    public final Q skipLocked() {
        return waiting(Lock.Waiting.SKIP_LOCKED, "skipLocked");
    }

    /** Fails at once, by a {@code LockTimeoutException}, when someone else has locked a row. */
    public final Q noWait() {
        return waiting(Lock.Waiting.NO_WAIT, "noWait");
    }

    private Q waiting(Lock.Waiting wait, String word) {
        Lock lock = select().lock();
        if (lock == null) {
            throw new InvalidUsageException(
                    word + "() says how to wait for a lock: say lockForUpdate() or sharedLock() before");
        }
        return withSelect(select().withLock(new Lock(lock.strength(), wait)));
    }
}
