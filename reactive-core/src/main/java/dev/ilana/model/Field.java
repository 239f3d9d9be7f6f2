package dev.ilana.model;

import dev.ilana.dialect.Dialect;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.NullNotAllowedException;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.query.Json;
import dev.ilana.query.Selectable;
import dev.ilana.query.Window;
import dev.ilana.sql.Aggregate;
import dev.ilana.sql.Arithmetic;
import dev.ilana.sql.Call;
import dev.ilana.sql.Constant;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Criterion.Between;
import dev.ilana.sql.Criterion.Comparison;
import dev.ilana.sql.Criterion.In;
import dev.ilana.sql.Criterion.InSelect;
import dev.ilana.sql.Criterion.IsNull;
import dev.ilana.sql.DatePart;
import dev.ilana.sql.Expression;
import dev.ilana.sql.JsonAt;
import dev.ilana.sql.JsonLength;
import dev.ilana.sql.Operator;
import dev.ilana.sql.Order;
import dev.ilana.sql.Outer;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.Value;
import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Something that has a value in each row of a model: a {@link Column}, or what is computed from one. Conditions, orders and
 * projections are made of them; one of another model, or of another type, does not compile.
 *
 * @param <M> the model
 * @param <T> the value in Java
 */
public abstract sealed class Field<M extends Model<M>, T> implements Selectable permits Column, Computed {

    private final SqlType type;

    Field(SqlType type) {
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

    /** This field's value in a result; null for a null. */
    abstract @Nullable T read(Dialect dialect, Readable row, int index, ColumnMetadata metadata);

    /** Whether the value in Java is not what is stored, but made of it. */
    abstract boolean isCast();

    /** How the value is stored. */
    public final SqlType type() {
        return type;
    }

    // Conditions

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

    private void requireText(String word) {
        if (type != SqlType.STRING) {
            throw new InvalidUsageException(word + " is for text, and " + this + " is " + type);
        }
        requireComparable();
    }

    // Order

    public final Sort<M> asc() {
        requireComparable();
        return new Sort<>(new Order(expression(), Order.Direction.ASC));
    }

    public final Sort<M> desc() {
        requireComparable();
        return new Sort<>(new Order(expression(), Order.Direction.DESC));
    }

    // JSON

    /** The text that the JSON has at these keys; null where it has none. A position in an array is its number. */
    public final Field<M, String> path(String... keys) {
        return path(String.class, keys);
    }

    /**
     * What the JSON has at these keys, read as that class; null where it has nothing there, or a JSON null, or for a number
     * or a boolean something else.
     *
     * @throws InvalidUsageException when the field is no JSON, or the class none that a column can have
     */
    public final <V> Field<M, V> path(Class<V> as, String... keys) {
        return new Computed<>(new JsonAt(json(), inside("path", keys), Computed.typeOf(as)), as);
    }

    /** The JSON contains the value: an array an element, an object a part of itself. A null is JSON's null. */
    public final Condition<M> contains(@Nullable Object value) {
        return new Condition<>(new Criterion.JsonContains(json(), inside("contains"), Json.of(value)));
    }

    /** The JSON has something at these keys, be it a JSON null. */
    public final Condition<M> containsKey(String... keys) {
        if (keys.length == 0) {
            throw new InvalidUsageException("containsKey needs a key");
        }
        return new Condition<>(new Criterion.JsonContainsKey(json(), inside("containsKey", keys)));
    }

    /** How many elements the JSON array has; null where it is none. */
    public final Field<M, Integer> jsonLength() {
        return new Computed<>(new JsonLength(json(), inside("jsonLength")), Integer.class);
    }

    /** The whole JSON that this is, or is a part of. */
    private Expression json() {
        return expression() instanceof JsonAt at ? at.json() : expression();
    }

    /** Where in the whole JSON these keys of this field are. */
    private List<String> inside(String word, String... keys) {
        List<String> path = new ArrayList<>();
        if (expression() instanceof JsonAt at) {
            path.addAll(at.path());
        } else if (type != SqlType.JSON) {
            throw new InvalidUsageException(word + " is for JSON, and " + this + " is " + type);
        }
        path.addAll(List.of(keys));
        return path;
    }

    // Computed of a row

    /** The date, in the time zone of the connection. */
    public final Field<M, LocalDate> date() {
        return part(DatePart.Part.DATE, LocalDate.class);
    }

    /** The time of day, in the time zone of the connection. */
    public final Field<M, LocalTime> time() {
        return part(DatePart.Part.TIME, LocalTime.class);
    }

    public final Field<M, Integer> year() {
        return part(DatePart.Part.YEAR, Integer.class);
    }

    /** The month, 1 to 12. */
    public final Field<M, Integer> month() {
        return part(DatePart.Part.MONTH, Integer.class);
    }

    /** The day of the month, 1 to 31. */
    public final Field<M, Integer> day() {
        return part(DatePart.Part.DAY, Integer.class);
    }

    /** The hour, 0 to 23. */
    public final Field<M, Integer> hour() {
        return part(DatePart.Part.HOUR, Integer.class);
    }

    private <V> Field<M, V> part(DatePart.Part part, Class<V> as) {
        return new Computed<>(DatePart.of(part, expression(), type, toString()), as);
    }

    public final Field<M, String> lower() {
        return call(Call.Function.LOWER, String.class);
    }

    public final Field<M, String> upper() {
        return call(Call.Function.UPPER, String.class);
    }

    /** How many characters the text has. */
    public final Field<M, Integer> length() {
        return call(Call.Function.LENGTH, Integer.class);
    }

    /** This, or the value where this is null. */
    public final Field<M, T> coalesce(T instead) {
        return derived(new Call(Call.Function.COALESCE, List.of(expression(), bound(instead))));
    }

    public final Field<M, T> plus(T number) {
        return arithmetic(Arithmetic.Operation.PLUS, bound(number));
    }

    public final Field<M, T> minus(T number) {
        return arithmetic(Arithmetic.Operation.MINUS, bound(number));
    }

    public final Field<M, T> times(T number) {
        return arithmetic(Arithmetic.Operation.TIMES, bound(number));
    }

    public final Field<M, T> plus(Field<M, ? extends Number> other) {
        return arithmetic(Arithmetic.Operation.PLUS, other.expression());
    }

    public final Field<M, T> minus(Field<M, ? extends Number> other) {
        return arithmetic(Arithmetic.Operation.MINUS, other.expression());
    }

    private Field<M, T> arithmetic(Arithmetic.Operation operation, Expression other) {
        switch (type) {
            case SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, DECIMAL -> {}
            default -> throw new InvalidUsageException(this + " is no number, but " + type);
        }
        return derived(new Arithmetic(expression(), operation, other));
    }

    // Of the rows of a group, or of a window by over(...)

    /** How many rows where this is not null. */
    public final Field<M, Long> count() {
        return new Computed<>(new Aggregate(Aggregate.Function.COUNT, expression()), Long.class);
    }

    /** How many different values; null is none. */
    public final Field<M, Long> countDistinct() {
        return new Computed<>(Aggregate.countDistinct(expression()), Long.class);
    }

    /** The sum, as the type that holds every sum of numbers; null for no rows. */
    public final Field<M, BigDecimal> sum() {
        return sum(BigDecimal.class);
    }

    /**
     * The sum as that class, such as {@code Long} for one of integers; null for no rows. A {@code Double} is the nearest there
     * is; a sum that another can't hold without loss is a {@link TypeMismatchException}.
     */
    public final <N extends Number> Field<M, N> sum(Class<N> as) {
        return new Computed<>(new Aggregate(Aggregate.Function.SUM, expression()), as);
    }

    /** The average, with the scale the database gives; null for no rows. */
    public final Field<M, BigDecimal> avg() {
        return new Computed<>(new Aggregate(Aggregate.Function.AVG, expression()), BigDecimal.class);
    }

    /** The least value; null for no rows. */
    public final Field<M, T> min() {
        return derived(new Aggregate(Aggregate.Function.MIN, expression(), type));
    }

    /** The greatest value; null for no rows. */
    public final Field<M, T> max() {
        return derived(new Aggregate(Aggregate.Function.MAX, expression(), type));
    }

    /** The value so many rows before, to be followed by {@code over(...)}; null where there is none. */
    public final Field<M, T> lag(int rows) {
        return neighbour(Call.Function.LAG, rows);
    }

    /** The value so many rows after, to be followed by {@code over(...)}; null where there is none. */
    public final Field<M, T> lead(int rows) {
        return neighbour(Call.Function.LEAD, rows);
    }

    private Field<M, T> neighbour(Call.Function function, int rows) {
        if (rows < 0) {
            throw new InvalidUsageException("a number of rows must not be negative, but is " + rows);
        }
        return derived(new Call(function, List.of(expression(), new Constant(rows))));
    }

    /** This over a window: {@code VIEWS.sum().over(w -> w.partitionBy(USER_ID).orderBy(ID))}. */
    public final Field<M, T> over(UnaryOperator<Window> window) {
        return derived(Window.described(window).over(expression(), name -> {
            throw new InvalidUsageException("the window of a typed field takes typed columns, not the name " + name);
        }));
    }

    private <V> Field<M, V> call(Call.Function function, Class<V> as) {
        requireText(function.name().toLowerCase(Locale.ROOT));
        return new Computed<>(new Call(function, List.of(expression())), as);
    }

    /** Another expression whose values are this field's. */
    abstract Field<M, T> derived(Expression expression);

    @Override
    public final Expression resolve(Function<String, Expression> columns) {
        return expression();
    }
}
