package dev.ilana.query;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.NullNotAllowedException;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Criterion.Comparison;
import dev.ilana.sql.Criterion.Holds;
import dev.ilana.sql.Criterion.IsNull;
import dev.ilana.sql.Criterion.Not;
import dev.ilana.sql.Expression;
import dev.ilana.sql.JsonAt;
import dev.ilana.sql.Operator;
import dev.ilana.sql.Raw;
import dev.ilana.sql.RowValue;
import dev.ilana.sql.Select;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.SubSelect;
import dev.ilana.sql.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
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

    /** How that column's values are stored; null when only the database knows. */
    protected abstract @Nullable SqlType type(String column);

    /** The column of that name, which may be one of the query around this one. */
    protected Expression columnAround(String name) {
        return column(name);
    }

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

    public final Q orWhereNone(Collection<String> columns, String operator, @Nullable Object value) {
        return or(new Not(new Criterion.Or(comparisons(columns, operator, value))));
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
                Operator.ofNumbers(operator),
                new RowValue(List.copyOf(bound)));
    }

    /** Rows where the two columns are equal; in a query inside another, one may be of the other: {@code "users.id"}. */
    public final Q whereColumn(String first, String second) {
        return whereColumn(first, "=", second);
    }

    /** Rows where the two columns compare so. */
    public final Q whereColumn(String first, String operator, String second) {
        return and(new Comparison(columnAround(first), Operator.of(operator), columnAround(second)));
    }

    public final Q orWhereColumn(String first, String second) {
        return orWhereColumn(first, "=", second);
    }

    public final Q orWhereColumn(String first, String operator, String second) {
        return or(new Comparison(columnAround(first), Operator.of(operator), columnAround(second)));
    }

    // Expressions

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
            return new Comparison(column(column), parsed, new SubSelect(oneColumn(query)));
        }
        if (value != null) {
            Value bound = parsed.isOfText() ? pattern(column, value) : value(column, value);
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

    /** What a column is like is text, whatever its values are cast to. */
    private Value pattern(String column, Object value) {
        SqlType type = type(column);
        if (type != null && type != SqlType.STRING) {
            throw new TypeMismatchException("like on " + column, "a column of text", value);
        } else if (!(value instanceof String)) {
            throw new TypeMismatchException("like on " + column, String.class.getName(), value);
        }
        return new Value(value, SqlType.STRING);
    }

    /**
     * The statement of a query inside this one that stands for a value or a list of them.
     *
     * @throws InvalidUsageException when its rows are known to have more than one
     */
    static Select oneColumn(Subquery query) {
        Select select = query.asSelect();
        if (select.columns().size() > 1) {
            throw new InvalidUsageException("a query inside a condition gives one column, not "
                    + select.columns().size() + "; say which by select(...)");
        }
        return select;
    }

    /** The column as it is compared with the value: what JSON has at a path is read as the value's type. */
    final Expression operand(String name, @Nullable Value value) {
        Expression column = column(name);
        return value != null && column instanceof JsonAt at ? at.as(value.type()) : column;
    }

    final Value notNull(String column, @Nullable Object value) {
        if (value == null) {
            throw new NullNotAllowedException(
                    column + " compared with null is never true; use whereNull or whereNotNull");
        }
        return value(column, value);
    }

    private static Value notNull(Value value, Supplier<String> message) {
        if (value.value() == null) {
            throw new NullNotAllowedException(message.get());
        }
        return value;
    }
}
