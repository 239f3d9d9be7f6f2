package dev.ilana.model;

import dev.ilana.dialect.Dialect;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.query.Json;
import dev.ilana.query.Window;
import dev.ilana.sql.Aggregate;
import dev.ilana.sql.Arithmetic;
import dev.ilana.sql.Call;
import dev.ilana.sql.Constant;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.DatePart;
import dev.ilana.sql.Expression;
import dev.ilana.sql.JsonAt;
import dev.ilana.sql.JsonLength;
import dev.ilana.sql.Order;
import dev.ilana.sql.SqlType;
import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
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
public abstract sealed class Field<M extends Model<M>, T> extends FieldConditions<M, T>
        permits DeclaredColumn, Computed {

    Field(SqlType type) {
        super(type);
    }

    /** This field's value in a result; null for a null. */
    abstract @Nullable T read(Dialect dialect, Readable row, int index, ColumnMetadata metadata);

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
        } else if (type() != SqlType.JSON) {
            throw new InvalidUsageException(word + " is for JSON, and " + this + " is " + type());
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
        return new Computed<>(DatePart.of(part, expression(), type(), toString()), as);
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
        switch (type()) {
            case SMALLINT, INTEGER, BIGINT, REAL, DOUBLE, DECIMAL -> {}
            default -> throw new InvalidUsageException(this + " is no number, but " + type());
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
        return derived(new Aggregate(Aggregate.Function.MIN, expression(), type()));
    }

    /** The greatest value; null for no rows. */
    public final Field<M, T> max() {
        return derived(new Aggregate(Aggregate.Function.MAX, expression(), type()));
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

    private void requireText(String word) {
        if (type() != SqlType.STRING) {
            throw new InvalidUsageException(word + " is for text, and " + this + " is " + type());
        }
        requireComparable();
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
