package dev.ilana.model;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.NullNotAllowedException;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.query.Selectable;
import dev.ilana.sql.Criterion.Between;
import dev.ilana.sql.Criterion.Comparison;
import dev.ilana.sql.Criterion.In;
import dev.ilana.sql.Criterion.InSelect;
import dev.ilana.sql.Criterion.IsNull;
import dev.ilana.sql.Expression;
import dev.ilana.sql.Operator;
import dev.ilana.sql.Outer;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The conditions that can be said of a {@link Field}.
 *
 * @param <M> the model
 * @param <T> the value in Java
 */
public abstract sealed class FieldConditions<M extends Model<M>, T> implements Selectable permits Field {

    private final SqlType type;

    FieldConditions(SqlType type) {
        this.type = type;
    }

    abstract Expression expression();

    /**
     * Nothing, when the database can compare the stored values.
     *
     * @throws InvalidUsageException when they are encrypted
     */
    abstract void requireComparable();

    /** The value as it is bound, to be compared with this. */
    abstract Value bound(T value);

    /** Whether the value in Java is not what is stored, but made of it. */
    abstract boolean isCast();

    /** How the value is stored. */
    public final SqlType type() {
        return type;
    }

    public final Condition<M> eq(T value) {
        return compare(Operator.EQ, value);
    }

    public final Condition<M> ne(T value) {
        return compare(Operator.NE, value);
    }

    public final Condition<M> lt(T value) {
        return compare(Operator.LT, value);
    }

    public final Condition<M> le(T value) {
        return compare(Operator.LE, value);
    }

    public final Condition<M> gt(T value) {
        return compare(Operator.GT, value);
    }

    public final Condition<M> ge(T value) {
        return compare(Operator.GE, value);
    }

    public final Condition<M> eq(Field<M, ? extends T> other) {
        return compare(Operator.EQ, other);
    }

    public final Condition<M> ne(Field<M, ? extends T> other) {
        return compare(Operator.NE, other);
    }

    public final Condition<M> lt(Field<M, ? extends T> other) {
        return compare(Operator.LT, other);
    }

    public final Condition<M> le(Field<M, ? extends T> other) {
        return compare(Operator.LE, other);
    }

    public final Condition<M> gt(Field<M, ? extends T> other) {
        return compare(Operator.GT, other);
    }

    public final Condition<M> ge(Field<M, ? extends T> other) {
        return compare(Operator.GE, other);
    }

    /**
     * Equals a field of the query around this one, for one that stands inside another: {@code
     * USERS.whereExists(POSTS.where(USER_ID.eqOuter(User.ID)))}.
     */
    public final Condition<M> eqOuter(Column<?, ? extends T> outer) {
        return new Condition<>(new Comparison(expression(), Operator.EQ, new Outer(outer.reference())));
    }

    /** Like the pattern, where {@code %} stands for any text and {@code _} for any character. */
    public final Condition<M> like(String pattern) {
        return text(Operator.LIKE, pattern);
    }

    public final Condition<M> notLike(String pattern) {
        return text(Operator.NOT_LIKE, pattern);
    }

    /** Like the pattern, in small letters or capitals. */
    public final Condition<M> ilike(String pattern) {
        return text(Operator.ILIKE, pattern);
    }

    /** Not like the pattern, in small letters or capitals. */
    public final Condition<M> notIlike(String pattern) {
        return text(Operator.NOT_ILIKE, pattern);
    }

    /** One of the values; never true for none. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Condition<M> in(T... values) {
        return in(Arrays.asList(values));
    }

    /** One of the values; never true for an empty collection. */
    public final Condition<M> in(Collection<? extends T> values) {
        requireComparable();
        return new Condition<>(new In(expression(), listed(values), false));
    }

    /** None of the values; always true for none. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Condition<M> notIn(T... values) {
        return notIn(Arrays.asList(values));
    }

    /** None of the values; always true for an empty collection. */
    public final Condition<M> notIn(Collection<? extends T> values) {
        requireComparable();
        return new Condition<>(new In(expression(), listed(values), true));
    }

    /** Among the values that a query of one field finds. */
    public final Condition<M> in(Projection<? extends T> query) {
        requireComparable();
        return new Condition<>(new InSelect(expression(), query.asSelect(), false));
    }

    /** Not among them; never true when there is a null among them. */
    public final Condition<M> notIn(Projection<? extends T> query) {
        requireComparable();
        return new Condition<>(new InSelect(expression(), query.asSelect(), true));
    }

    /** Between the two, both included. */
    public final Condition<M> between(T low, T high) {
        return new Condition<>(new Between(expression(), limit(low), limit(high), false));
    }

    public final Condition<M> notBetween(T low, T high) {
        return new Condition<>(new Between(expression(), limit(low), limit(high), true));
    }

    public final Condition<M> isNull() {
        return new Condition<>(new IsNull(expression(), false));
    }

    public final Condition<M> isNotNull() {
        return new Condition<>(new IsNull(expression(), true));
    }

    /**
     * The boolean is true.
     *
     * @throws InvalidUsageException when the field is not of booleans
     */
    public final Condition<M> isTrue() {
        return is(true);
    }

    /**
     * The boolean is false.
     *
     * @throws InvalidUsageException when the field is not of booleans
     */
    public final Condition<M> isFalse() {
        return is(false);
    }

    private Condition<M> is(boolean value) {
        if (type != SqlType.BOOLEAN || isCast()) {
            throw new InvalidUsageException(this + " is no boolean column; compare it with eq(...)");
        }
        return new Condition<>(new Comparison(expression(), Operator.EQ, new Value(value, type)));
    }

    private Condition<M> compare(Operator operator, @Nullable T value) {
        if (value == null) {
            throw new NullNotAllowedException(
                    this + " " + operator.symbol() + " null is never true; use isNull() or isNotNull()");
        }
        return new Condition<>(new Comparison(expression(), operator, bound(value)));
    }

    private Condition<M> compare(Operator operator, Field<M, ? extends T> other) {
        requireComparable();
        other.requireComparable();
        return new Condition<>(new Comparison(expression(), operator, other.expression()));
    }

    private Condition<M> text(Operator operator, @Nullable String pattern) {
        if (pattern == null) {
            throw new NullNotAllowedException(
                    this + " " + operator.symbol() + " null is never true; use isNull() or isNotNull()");
        } else if (type != SqlType.STRING) {
            throw new TypeMismatchException("like on " + this, "a column of text", pattern);
        }
        requireComparable();
        return new Condition<>(new Comparison(expression(), operator, new Value(pattern, SqlType.STRING)));
    }

    private List<Value> listed(Collection<? extends T> values) {
        List<Value> bound = new ArrayList<>(values.size());
        for (T value : values) {
            if (value == null) {
                throw new NullNotAllowedException(
                        "a null in a list for " + this + " matches nothing; add or(isNull())");
            }
            bound.add(bound(value));
        }
        return bound;
    }

    private Value limit(@Nullable T value) {
        if (value == null) {
            throw new NullNotAllowedException(this + " is never between null and something; give both bounds");
        }
        return bound(value);
    }
}
