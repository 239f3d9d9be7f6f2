package dev.ilana.query;

import dev.ilana.connection.Database;
import dev.ilana.connection.RowReader;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.NullNotAllowedException;
import dev.ilana.sql.Aggregate;
import dev.ilana.sql.Aggregate.Function;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Criterion.Between;
import dev.ilana.sql.Criterion.Comparison;
import dev.ilana.sql.Criterion.In;
import dev.ilana.sql.Criterion.IsNull;
import dev.ilana.sql.Criterion.Not;
import dev.ilana.sql.Expression;
import dev.ilana.sql.Operator;
import dev.ilana.sql.Order;
import dev.ilana.sql.Select;
import dev.ilana.sql.Selection;
import dev.ilana.sql.Value;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The words that every query has, by column name. A query is immutable: each call gives a new one, and nothing is sent
 * before a terminal is subscribed.
 *
 * @param <Q> the query itself
 */
public abstract class QueryBuilder<Q extends QueryBuilder<Q>> {

    private final Select select;
    private final @Nullable Database database;

    protected QueryBuilder(Select select, @Nullable Database database) {
        this.select = select;
        this.database = database;
    }

    /** This query with another statement. */
    protected abstract Q with(Select newSelect, @Nullable Database newDatabase);

    /** A query on the same table without conditions, for a group in parentheses. */
    protected abstract Q group();

    /** Whether nothing but conditions was said of this query. */
    protected boolean hasOnlyConditions() {
        return select.withWhere(null).equals(Select.from(select.table()));
    }

    /**
     * Nothing, where a write can honour all that was said of this query.
     *
     * @throws InvalidUsageException when it can't: a write goes to every row that fits, in no order, of one table
     */
    protected final void requireWritable(String verb) {
        if (!select.withWhere(null).withColumns(List.of()).withoutOrders().equals(Select.from(select.table()))) {
            throw new InvalidUsageException(
                    verb + " on " + select.table()
                            + " goes to every row that fits: a limit, an offset or a join can't be kept to; ask for the keys first");
        }
    }

    /** The column of that name, as an expression. */
    protected abstract Expression column(String name);

    /** A value to compare that column with; not null. */
    protected abstract Value value(String column, Object value);

    /** The statement that is sent: with all that holds for the query without being said. */
    protected abstract Select statement();

    protected final Select select() {
        return select;
    }

    /** The database this query was told to run on; null when the Context decides. */
    protected final @Nullable Database explicitDatabase() {
        return database;
    }

    /** The database to run on. */
    protected final Mono<Database> database() {
        return database != null
                ? Mono.just(database)
                : Mono.deferContextual(context -> Mono.just(Database.current(context)));
    }

    /** Runs on this database, whatever the Context says. */
    public final Q on(Database newDatabase) {
        return with(select, newDatabase);
    }

    // Conditions

    /** Rows whose column equals the value; whose column is null, where the value is null. */
    public final Q where(String column, @Nullable Object value) {
        return and(equality(column, value));
    }

    /** Rows whose column compares so: {@code = <> != < <= > >= like}, {@code not like}. */
    public final Q where(String column, String operator, @Nullable Object value) {
        return and(comparison(column, operator, value));
    }

    /** Rows that fit the group, in parentheses. */
    public final Q where(UnaryOperator<Q> group) {
        Criterion criterion = grouped(group);
        return criterion == null ? with(select, database) : and(criterion);
    }

    public final Q orWhere(String column, @Nullable Object value) {
        return or(equality(column, value));
    }

    public final Q orWhere(String column, String operator, @Nullable Object value) {
        return or(comparison(column, operator, value));
    }

    public final Q orWhere(UnaryOperator<Q> group) {
        Criterion criterion = grouped(group);
        return criterion == null ? with(select, database) : or(criterion);
    }

    /** Rows that do not fit the group. */
    public final Q whereNot(UnaryOperator<Q> group) {
        Criterion criterion = grouped(group);
        return criterion == null ? with(select, database) : and(new Not(criterion));
    }

    public final Q orWhereNot(UnaryOperator<Q> group) {
        Criterion criterion = grouped(group);
        return criterion == null ? with(select, database) : or(new Not(criterion));
    }

    /** Rows whose column is one of the values; none for an empty collection. */
    public final Q whereIn(String column, Collection<?> values) {
        return and(new In(column(column), values(column, values), false));
    }

    /** Rows whose column is none of the values; all for an empty collection. */
    public final Q whereNotIn(String column, Collection<?> values) {
        return and(new In(column(column), values(column, values), true));
    }

    public final Q orWhereIn(String column, Collection<?> values) {
        return or(new In(column(column), values(column, values), false));
    }

    public final Q orWhereNotIn(String column, Collection<?> values) {
        return or(new In(column(column), values(column, values), true));
    }

    public final Q whereNull(String column) {
        return and(new IsNull(column(column), false));
    }

    public final Q whereNotNull(String column) {
        return and(new IsNull(column(column), true));
    }

    public final Q orWhereNull(String column) {
        return or(new IsNull(column(column), false));
    }

    public final Q orWhereNotNull(String column) {
        return or(new IsNull(column(column), true));
    }

    /** Rows whose column lies between the two, both included. */
    public final Q whereBetween(String column, Object low, Object high) {
        return and(new Between(column(column), value(column, low), value(column, high), false));
    }

    public final Q whereNotBetween(String column, Object low, Object high) {
        return and(new Between(column(column), value(column, low), value(column, high), true));
    }

    public final Q orWhereBetween(String column, Object low, Object high) {
        return or(new Between(column(column), value(column, low), value(column, high), false));
    }

    public final Q orWhereNotBetween(String column, Object low, Object high) {
        return or(new Between(column(column), value(column, low), value(column, high), true));
    }

    /** Rows whose column is like the pattern, where {@code %} stands for any text and {@code _} for any character. */
    public final Q whereLike(String column, String pattern) {
        return where(column, "like", pattern);
    }

    public final Q whereNotLike(String column, String pattern) {
        return where(column, "not like", pattern);
    }

    public final Q orWhereLike(String column, String pattern) {
        return orWhere(column, "like", pattern);
    }

    public final Q orWhereNotLike(String column, String pattern) {
        return orWhere(column, "not like", pattern);
    }

    protected final Q and(Criterion criterion) {
        Criterion current = select.where();
        return with(select.withWhere(current == null ? criterion : current.andLast(criterion)), database);
    }

    protected final Q or(Criterion criterion) {
        Criterion current = select.where();
        return with(select.withWhere(current == null ? criterion : current.or(criterion)), database);
    }

    private Criterion equality(String column, @Nullable Object value) {
        return value == null
                ? new IsNull(column(column), false)
                : new Comparison(column(column), Operator.EQ, value(column, value));
    }

    private Criterion comparison(String column, String operator, @Nullable Object value) {
        Operator parsed = Operator.of(operator);
        if (value != null) {
            return new Comparison(column(column), parsed, value(column, value));
        }
        return switch (parsed) {
            case EQ -> new IsNull(column(column), false);
            case NE -> new IsNull(column(column), true);
            default ->
                throw new NullNotAllowedException(
                        column + " " + parsed.symbol() + " null is never true; use whereNull or whereNotNull");
        };
    }

    private @Nullable Criterion grouped(UnaryOperator<Q> group) {
        Q inner = group.apply(group());
        if (!inner.hasOnlyConditions()) {
            throw new InvalidUsageException(
                    "a group in parentheses takes conditions only; say the rest on the query itself");
        }
        Criterion criterion = inner.select().where();
        return criterion == null ? null : criterion.grouped();
    }

    private List<Value> values(String column, Collection<?> values) {
        return values.stream()
                .map(value -> {
                    if (value == null) {
                        throw new NullNotAllowedException("a null in the list for " + column
                                + " matches nothing; add orWhereNull(\"" + column + "\")");
                    }
                    return value(column, value);
                })
                .toList();
    }

    // Order and range

    public final Q orderBy(String column) {
        return orderBy(column, "asc");
    }

    /** Sorted by the column, {@code asc} or {@code desc}, after what it is sorted by already. */
    public final Q orderBy(String column, String direction) {
        return with(select.withOrder(new Order(column(column), Order.Direction.of(direction))), database);
    }

    public final Q orderByDesc(String column) {
        return orderBy(column, "desc");
    }

    /** Without the order given so far. */
    public final Q reorder() {
        return with(select.withoutOrders(), database);
    }

    /** At most so many rows; in the query of an eager load, so many for each parent. */
    public final Q limit(long rows) {
        return with(select.withLimit(notNegative("limit", rows)), database);
    }

    /** Without the first so many rows. */
    public final Q offset(long rows) {
        return with(select.withOffset(notNegative("offset", rows)), database);
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

    // Aggregates: over all rows that fit, whatever the order, limit and offset

    /** How many rows fit; 0 when none. */
    public final Mono<Long> count() {
        return aggregate(new Aggregate(Function.COUNT, null), Long.class).defaultIfEmpty(0L);
    }

    /** Whether a row fits. */
    public final Mono<Boolean> exists() {
        Select one = statement()
                .withColumns(List.of(new Selection(Value.of(1), "found")))
                .withoutOrders()
                .withLimit(1L);
        return database()
                .flatMap(db -> db.executor().list(db.dialect().grammar().compile(one), (row, metadata) -> true))
                .map(rows -> !rows.isEmpty());
    }

    /** Whether no row fits. */
    public final Mono<Boolean> doesntExist() {
        return exists().map(found -> !found);
    }

    /**
     * One aggregate of the rows that fit, as that class; empty when the database says null, as for a sum of no rows. The
     * databases differ in the types of their aggregates, so the value is converted.
     */
    protected final <T> Mono<T> aggregate(Aggregate aggregate, Class<T> type) {
        return aggregate(aggregate, db -> (row, metadata) -> {
            Object value = db.dialect().readAny(row, 0, metadata.getColumnMetadata(0));
            return Optional.ofNullable(value).map(found -> Conversion.to(type, found, "an aggregate"));
        });
    }

    /** One aggregate of the rows that fit, as the reader reads it; empty when it reads nothing. */
    protected final <T> Mono<T> aggregate(
            Aggregate aggregate, java.util.function.Function<Database, RowReader<Optional<T>>> reader) {
        Select one = statement()
                .withColumns(List.of(new Selection(aggregate, "aggregate")))
                .withoutOrders()
                .withLimit(null)
                .withOffset(null);
        return database()
                .flatMap(db -> db.executor().list(db.dialect().grammar().compile(one), reader.apply(db)))
                .flatMap(rows -> Mono.justOrEmpty(rows.get(0)));
    }
}
