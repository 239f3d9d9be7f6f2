package dev.ilana.query;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.Call;
import dev.ilana.sql.CommonTable;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Criterion.Holds;
import dev.ilana.sql.Distinct;
import dev.ilana.sql.Expression;
import dev.ilana.sql.Lock;
import dev.ilana.sql.Order;
import dev.ilana.sql.Order.Direction;
import dev.ilana.sql.Raw;
import dev.ilana.sql.Select;
import dev.ilana.sql.Selection;
import dev.ilana.sql.Union;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The words that give a query its shape: what it selects, groups, sorts, unites and locks.
 *
 * @param <Q> the query itself; each call gives a new one
 */
public abstract class Shape<Q extends Shape<Q>> extends Joins<Q> {

    /** This query with a value more in each row of its result. */
    protected abstract Q adding(Selection selection);

    /** What the name stands for in the result, where something is selected under it; else the column. */
    protected Expression selected(String name) {
        return column(name);
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
     * The first row, in the order of the query, for each value of these columns, by which it must be sorted first.
     *
     * @throws dev.ilana.error.UnsupportedFeatureException at the run, where the database can't ({@code DISTINCT_ON})
     */
    public final Q distinctOn(String... columns) {
        return distinctOn(Arrays.stream(columns).map(Expr::column).toArray(Selectable[]::new));
    }

    /** The same of expressions, or typed columns. */
    public final Q distinctOn(Selectable... keys) {
        if (keys.length == 0) {
            throw new InvalidUsageException("distinctOn needs at least one column; distinct() goes by the whole row");
        }
        return withSelect(select().withDistinct(new Distinct(
                Arrays.stream(keys).map(key -> key.resolve(this::column)).toList())));
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

    /** Groups whose column compares so: one that they are grouped by, or the name of something selected. */
    public final Q having(String column, String operator, Object value) {
        return having(named(column), operator, value);
    }

    public final Q orHaving(Selectable expression, String operator, Object value) {
        return havingAny(comparison(expression, operator, value));
    }

    public final Q orHaving(String column, String operator, Object value) {
        return orHaving(named(column), operator, value);
    }

    private Selectable named(String column) {
        return unused -> selected(column);
    }

    /** Groups that fit a condition in the database's own SQL: never put a user's text into it. */
    public final Q havingRaw(String sql, @Nullable Object... values) {
        return havingAll(new Holds(Raw.of(sql, values)));
    }

    public final Q orHavingRaw(String sql, @Nullable Object... values) {
        return havingAny(new Holds(Raw.of(sql, values)));
    }

    protected final Q havingAll(Criterion added) {
        Criterion having = select().having();
        return withSelect(select().withHaving(having == null ? added : having.andLast(added)));
    }

    protected final Q havingAny(Criterion added) {
        Criterion having = select().having();
        return withSelect(select().withHaving(having == null ? added : having.or(added)));
    }

    // Order and range

    public final Q orderBy(String column) {
        return orderBy(column, "asc");
    }

    /** Sorted by the column, or what is selected under that name, {@code asc} or {@code desc}; after what it is sorted by already. */
    public final Q orderBy(String column, String direction) {
        return sorted(selected(column), Direction.of(direction), null);
    }

    /** The same, with nulls {@code first} or {@code last}. */
    public final Q orderBy(String column, String direction, String nulls) {
        return sorted(selected(column), Direction.of(direction), Order.Nulls.of(nulls));
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

    /** The rows of one page, counted from 1; of the first for a number below. */
    public final Q forPage(long page, int perPage) {
        try {
            return offset(Math.multiplyExact(Math.max(1, page) - 1, perPage)).limit(perPage);
        } catch (ArithmeticException e) {
            throw new InvalidUsageException("no table has so many rows: page " + page + " of " + perPage);
        }
    }

    private static long notNegative(String what, long rows) {
        if (rows < 0) {
            throw new InvalidUsageException(what + " must not be negative, but is " + rows);
        }
        return rows;
    }

    // Other queries

    /**
     * And the rows of another query with as many columns, each row once. The order of this one, and a limit said after
     * this, are for all of them; its conditions, joins and groups are its own. The other one keeps what it has.
     *
     * @throws InvalidUsageException when this one has a limit already, which could be meant for its part
     */
    public final Q union(Subquery query) {
        return united(query, false);
    }

    /** The same, and rows that are alike all stay. */
    public final Q unionAll(Subquery query) {
        return united(query, true);
    }

    private Q united(Subquery query, boolean all) {
        if (select().unions().isEmpty() && (select().limit() != null || select().offset() != null)) {
            throw new InvalidUsageException("a limit before a union may be meant for its part or for all: say it after"
                    + " union() for all, or make this the other query of the union");
        }
        return withSelect(select().withUnion(new Union(query.asSelect(), all)));
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
