package dev.ilana.query;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.NullNotAllowedException;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Criterion.Between;
import dev.ilana.sql.Criterion.Comparison;
import dev.ilana.sql.Criterion.Exists;
import dev.ilana.sql.Criterion.Holds;
import dev.ilana.sql.Criterion.In;
import dev.ilana.sql.Criterion.InSelect;
import dev.ilana.sql.Criterion.IsNull;
import dev.ilana.sql.Criterion.Not;
import dev.ilana.sql.Expression;
import dev.ilana.sql.JsonAt;
import dev.ilana.sql.Operator;
import dev.ilana.sql.Raw;
import dev.ilana.sql.RowValue;
import dev.ilana.sql.SubSelect;
import dev.ilana.sql.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The words that say which rows, by column name. A column of JSON may be followed by a path: {@code "prefs->theme"}.
 *
 * <p>Each has its {@code or} form. In a chain {@code and} binds before {@code or}, as in SQL.
 *
 * @param <Q> what the words are said on; each call gives a new one
 */
public abstract class Conditions<Q extends Conditions<Q>> {

    // What the words are about

    /** The conditions said so far; null when there are none. */
    protected abstract @Nullable Criterion criterion();

    /** This under other conditions. */
    protected abstract Q withCriterion(@Nullable Criterion criterion);

    /** The same without conditions, for a group in parentheses. */
    protected abstract Q group();

    /** Whether nothing but conditions was said. */
    protected abstract boolean hasOnlyConditions();

    /** The column of that name, as an expression. */
    protected abstract Expression column(String name);

    /** A value to compare that column with; not null. */
    protected abstract Value value(String column, Object value);

    @SuppressWarnings("unchecked") // Q is this class, by the contract of the type parameter
    final Q self() {
        return (Q) this;
    }

    // A column and a value

    /** Rows whose column equals the value; whose column is null, where the value is null. */
    public final Q where(String column, @Nullable Object value) {
        return and(comparison(column, "=", value));
    }

    /** Rows whose column compares so: {@code = <> != < <= > >= like}, {@code not like}, {@code ilike}, {@code not ilike}. */
    public final Q where(String column, String operator, @Nullable Object value) {
        return and(comparison(column, operator, value));
    }

    public final Q orWhere(String column, @Nullable Object value) {
        return or(comparison(column, "=", value));
    }

    public final Q orWhere(String column, String operator, @Nullable Object value) {
        return or(comparison(column, operator, value));
    }

    /** Rows whose column does not compare so; those whose column is null are not among them. */
    public final Q whereNot(String column, @Nullable Object value) {
        return and(comparison(column, "<>", value));
    }

    public final Q orWhereNot(String column, @Nullable Object value) {
        return or(comparison(column, "<>", value));
    }

    // Groups

    /** Rows that fit the group, in parentheses. */
    public final Q where(UnaryOperator<Q> group) {
        Criterion criterion = grouped(group);
        return criterion == null ? self() : and(criterion);
    }

    public final Q orWhere(UnaryOperator<Q> group) {
        Criterion criterion = grouped(group);
        return criterion == null ? self() : or(criterion);
    }

    /** Rows that do not fit the group. */
    public final Q whereNot(UnaryOperator<Q> group) {
        Criterion criterion = grouped(group);
        return criterion == null ? self() : and(new Not(criterion));
    }

    public final Q orWhereNot(UnaryOperator<Q> group) {
        Criterion criterion = grouped(group);
        return criterion == null ? self() : or(new Not(criterion));
    }

    private @Nullable Criterion grouped(UnaryOperator<Q> group) {
        Q inner = group.apply(group());
        if (!inner.hasOnlyConditions()) {
            throw new InvalidUsageException(
                    "a group in parentheses takes conditions only; say the rest on the query itself");
        }
        Criterion criterion = inner.criterion();
        return criterion == null ? null : criterion.grouped();
    }

    // Several columns

    /** Rows where at least one of the columns compares so; none for no columns. */
    public final Q whereAny(Collection<String> columns, String operator, @Nullable Object value) {
        return and(new Criterion.Or(comparisons(columns, operator, value)).grouped());
    }

    public final Q orWhereAny(Collection<String> columns, String operator, @Nullable Object value) {
        return or(new Criterion.Or(comparisons(columns, operator, value)).grouped());
    }

    /** Rows where each of the columns compares so; all for no columns. */
    public final Q whereAll(Collection<String> columns, String operator, @Nullable Object value) {
        return and(new Criterion.And(comparisons(columns, operator, value)));
    }

    public final Q orWhereAll(Collection<String> columns, String operator, @Nullable Object value) {
        return or(new Criterion.And(comparisons(columns, operator, value)));
    }

    /** Rows where none of the columns compares so. */
    public final Q whereNone(Collection<String> columns, String operator, @Nullable Object value) {
        return and(new Not(new Criterion.Or(comparisons(columns, operator, value))));
    }

    private List<Criterion> comparisons(Collection<String> columns, String operator, @Nullable Object value) {
        return columns.stream()
                .map(column -> comparison(column, operator, value))
                .toList();
    }

    /** Rows whose columns, taken as one value, compare so: {@code (a, b) < (1, 2)}. */
    public final Q whereRow(List<String> columns, String operator, List<?> values) {
        return and(rowComparison(columns, operator, values));
    }

    public final Q orWhereRow(List<String> columns, String operator, List<?> values) {
        return or(rowComparison(columns, operator, values));
    }

    private Criterion rowComparison(List<String> columns, String operator, List<?> values) {
        if (columns.isEmpty() || columns.size() != values.size()) {
            throw new InvalidUsageException("a row of " + columns.size() + " columns can't be compared with one of "
                    + values.size() + " values");
        }
        List<Value> bound = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            bound.add(notNull(columns.get(i), values.get(i)));
        }
        return new Comparison(
                new RowValue(columns.stream().map(this::column).toList()),
                Operator.ofRows(operator),
                new RowValue(List.copyOf(bound)));
    }

    /** Rows where the two columns are equal. */
    public final Q whereColumn(String first, String second) {
        return whereColumn(first, "=", second);
    }

    /** Rows where the two columns compare so. */
    public final Q whereColumn(String first, String operator, String second) {
        return and(new Comparison(column(first), Operator.of(operator), column(second)));
    }

    public final Q orWhereColumn(String first, String second) {
        return orWhereColumn(first, "=", second);
    }

    public final Q orWhereColumn(String first, String operator, String second) {
        return or(new Comparison(column(first), Operator.of(operator), column(second)));
    }

    // Lists

    /** Rows whose column is one of the values; none for an empty collection. */
    public final Q whereIn(String column, Collection<?> values) {
        return and(in(column, values, false));
    }

    /** Rows whose column is none of the values; all for an empty collection. */
    public final Q whereNotIn(String column, Collection<?> values) {
        return and(in(column, values, true));
    }

    public final Q orWhereIn(String column, Collection<?> values) {
        return or(in(column, values, false));
    }

    public final Q orWhereNotIn(String column, Collection<?> values) {
        return or(in(column, values, true));
    }

    private Criterion in(String column, Collection<?> values, boolean negated) {
        List<Value> bound =
                values.stream().map(value -> notNullInList(column, value)).toList();
        return new In(operand(column, bound.isEmpty() ? null : bound.get(0)), bound, negated);
    }

    /** Rows whose column is among those that a query of one column finds. */
    public final Q whereIn(String column, Subquery query) {
        return and(new InSelect(column(column), query.asSelect(), false));
    }

    /** Rows whose column is not among them; none at all when there is a null among them. */
    public final Q whereNotIn(String column, Subquery query) {
        return and(new InSelect(column(column), query.asSelect(), true));
    }

    public final Q orWhereIn(String column, Subquery query) {
        return or(new InSelect(column(column), query.asSelect(), false));
    }

    public final Q orWhereNotIn(String column, Subquery query) {
        return or(new InSelect(column(column), query.asSelect(), true));
    }

    // Null

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

    // Ranges

    /** Rows whose column lies between the two, both included. */
    public final Q whereBetween(String column, Object low, Object high) {
        return and(between(column, low, high, false));
    }

    public final Q whereNotBetween(String column, Object low, Object high) {
        return and(between(column, low, high, true));
    }

    public final Q orWhereBetween(String column, Object low, Object high) {
        return or(between(column, low, high, false));
    }

    public final Q orWhereNotBetween(String column, Object low, Object high) {
        return or(between(column, low, high, true));
    }

    private Criterion between(String column, Object low, Object high, boolean negated) {
        Value from = notNull(column, low);
        return new Between(operand(column, from), from, notNull(column, high), negated);
    }

    /** Rows whose column lies between the two others, both included. */
    public final Q whereBetweenColumns(String column, String low, String high) {
        return and(new Between(column(column), column(low), column(high), false));
    }

    public final Q orWhereBetweenColumns(String column, String low, String high) {
        return or(new Between(column(column), column(low), column(high), false));
    }

    // Text

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

    // Other queries

    /** Rows for which the query finds a row; it may name columns of this one: {@code whereColumn("posts.user_id", "users.id")}. */
    public final Q whereExists(Subquery query) {
        return and(new Exists(query.asSelect(), false));
    }

    public final Q whereNotExists(Subquery query) {
        return and(new Exists(query.asSelect(), true));
    }

    public final Q orWhereExists(Subquery query) {
        return or(new Exists(query.asSelect(), false));
    }

    public final Q orWhereNotExists(Subquery query) {
        return or(new Exists(query.asSelect(), true));
    }

    /** Rows for which the expression compares so: {@code where(Expr.lower("email"), "=", "ada@x.y")}. */
    public final Q where(Selectable expression, String operator, Object value) {
        return and(comparison(expression, operator, value));
    }

    public final Q orWhere(Selectable expression, String operator, Object value) {
        return or(comparison(expression, operator, value));
    }

    final Criterion comparison(Selectable expression, String operator, Object value) {
        Expression right = value instanceof Selectable other
                ? other.resolve(this::column)
                : notNull(Value.of(value), () -> "a comparison with null is never true; use whereNull or whereNotNull");
        return new Comparison(expression.resolve(this::column), Operator.of(operator), right);
    }

    // SQL

    /** Rows that fit a condition in the database's own SQL, with a value for each {@code ?}: never put a user's text into it. */
    public final Q whereRaw(String sql, @Nullable Object... values) {
        return and(new Holds(Raw.of(sql, values)));
    }

    public final Q orWhereRaw(String sql, @Nullable Object... values) {
        return or(new Holds(Raw.of(sql, values)));
    }

    // Flow

    /** With what the function adds, when the condition is true. */
    public final Q when(boolean condition, UnaryOperator<Q> then) {
        return condition ? then.apply(self()) : self();
    }

    /** With what the first function adds, when the condition is true, else the second. */
    public final Q when(boolean condition, UnaryOperator<Q> then, UnaryOperator<Q> otherwise) {
        return condition ? then.apply(self()) : otherwise.apply(self());
    }

    /** With what the function adds, when the value is not null. */
    public final <V> Q when(@Nullable V value, BiFunction<Q, V, Q> then) {
        return value == null ? self() : then.apply(self(), value);
    }

    /** With what the function adds, unless the condition is true. */
    public final Q unless(boolean condition, UnaryOperator<Q> then) {
        return when(!condition, then);
    }

    /** With what the function adds. */
    public final Q tap(UnaryOperator<Q> change) {
        return change.apply(self());
    }

    // How conditions are put together

    protected final Q and(Criterion criterion) {
        Criterion current = criterion();
        return withCriterion(current == null ? criterion : current.andLast(criterion));
    }

    protected final Q or(Criterion criterion) {
        Criterion current = criterion();
        return withCriterion(current == null ? criterion : current.or(criterion));
    }

    private Criterion comparison(String column, String operator, @Nullable Object value) {
        Operator parsed = Operator.of(operator);
        if (value instanceof Selectable expression) {
            return new Comparison(column(column), parsed, expression.resolve(this::column));
        } else if (value instanceof Subquery query) {
            return new Comparison(column(column), parsed, new SubSelect(query.asSelect()));
        }
        if (value != null) {
            Value bound = value(column, value);
            return new Comparison(operand(column, bound), parsed, bound);
        }
        return switch (parsed) {
            case EQ -> new IsNull(column(column), false);
            case NE -> new IsNull(column(column), true);
            default ->
                throw new NullNotAllowedException(
                        column + " " + parsed.symbol() + " null is never true; use whereNull or whereNotNull");
        };
    }

    /** The column as it is compared with the value: what JSON has at a path is read as the value's type. */
    private Expression operand(String name, @Nullable Value value) {
        Expression column = column(name);
        return value != null && column instanceof JsonAt at ? at.as(value.type()) : column;
    }

    private Value notNull(String column, @Nullable Object value) {
        if (value == null) {
            throw new NullNotAllowedException(
                    column + " compared with null is never true; use whereNull or whereNotNull");
        }
        return value(column, value);
    }

    private static Value notNull(Value value, java.util.function.Supplier<String> message) {
        if (value.value() == null) {
            throw new NullNotAllowedException(message.get());
        }
        return value;
    }

    private Value notNullInList(String column, @Nullable Object value) {
        if (value == null) {
            throw new NullNotAllowedException(
                    "a null in the list for " + column + " matches nothing; add orWhereNull(\"" + column + "\")");
        }
        return value(column, value);
    }
}
