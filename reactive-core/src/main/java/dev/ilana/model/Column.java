package dev.ilana.model;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.NullNotAllowedException;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.query.Conversion;
import dev.ilana.sql.ColumnRef;
import dev.ilana.sql.Criterion;
import dev.ilana.sql.Criterion.Between;
import dev.ilana.sql.Criterion.Comparison;
import dev.ilana.sql.Criterion.In;
import dev.ilana.sql.Criterion.IsNull;
import dev.ilana.sql.Operator;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.Value;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A column of a model's table: a typed constant that conditions, orders and attributes are made with.
 *
 * <p>The methods that describe it ({@link #nullable()}, {@link #fillable()} …) are for the declaration only: they answer
 * with the column itself, and refuse once the table is in use.
 *
 * @param <M> the model
 * @param <T> the value in Java
 */
public final class Column<M extends Model<M>, T> {

    private final ModelTable<M> table;
    private final ColumnRef reference;
    private final SqlType type;
    private final Class<?> javaType;
    private final @Nullable Cast<T> cast;
    private int ordinal = -1;
    private boolean nullable;
    private boolean fillable;
    private boolean hidden;
    private boolean unique;
    private @Nullable T defaultValue;
    private @Nullable UnaryOperator<T> mutator;

    Column(ModelTable<M> table, String name, SqlType type, Class<?> javaType, @Nullable Cast<T> cast) {
        this.table = table;
        this.reference = new ColumnRef(table.name(), name);
        this.type = type;
        this.javaType = javaType;
        this.cast = cast;
    }

    // What it is

    /** May be null, in the model and in the database. */
    public Column<M, T> nullable() {
        table.requireOpen();
        nullable = true;
        return this;
    }

    /** May be given in a mass assignment, such as {@code create(Map)}. */
    public Column<M, T> fillable() {
        table.requireOpen();
        fillable = true;
        return this;
    }

    /** Is not for outside: for whoever writes the model as a map or as JSON to leave out. */
    public Column<M, T> hidden() {
        table.requireOpen();
        hidden = true;
        return this;
    }

    /** Has no value twice: a description for whoever makes the table; the database is what holds it. */
    public Column<M, T> unique() {
        table.requireOpen();
        unique = true;
        return this;
    }

    /** What a new model has here from the start. */
    public Column<M, T> defaultTo(T value) {
        table.requireOpen();
        defaultValue = value;
        return this;
    }

    /** Changes every value on its way into the model; not one that is read from the database. */
    public Column<M, T> mutate(UnaryOperator<T> change) {
        table.requireOpen();
        mutator = change;
        return this;
    }

    public String name() {
        return reference.column();
    }

    public ModelTable<M> table() {
        return table;
    }

    /** How the value is stored. */
    public SqlType type() {
        return type;
    }

    public boolean isNullable() {
        return nullable;
    }

    public boolean isFillable() {
        return fillable;
    }

    public boolean isHidden() {
        return hidden;
    }

    public boolean isUnique() {
        return unique;
    }

    // Conditions

    public Condition<M> eq(T value) {
        return compare(Operator.EQ, value);
    }

    public Condition<M> ne(T value) {
        return compare(Operator.NE, value);
    }

    public Condition<M> lt(T value) {
        return compare(Operator.LT, value);
    }

    public Condition<M> le(T value) {
        return compare(Operator.LE, value);
    }

    public Condition<M> gt(T value) {
        return compare(Operator.GT, value);
    }

    public Condition<M> ge(T value) {
        return compare(Operator.GE, value);
    }

    /** Like the pattern, where {@code %} stands for any text and {@code _} for any character. */
    public Condition<M> like(String pattern) {
        return condition(new Comparison(reference, Operator.LIKE, text(pattern)));
    }

    public Condition<M> notLike(String pattern) {
        return condition(new Comparison(reference, Operator.NOT_LIKE, text(pattern)));
    }

    /** One of the values; never true for none. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Condition<M> in(T... values) {
        return in(Arrays.asList(values));
    }

    /** One of the values; never true for an empty collection. */
    public Condition<M> in(Collection<? extends T> values) {
        return condition(new In(reference, stored(values), false));
    }

    /** None of the values; always true for an empty collection. */
    public Condition<M> notIn(Collection<? extends T> values) {
        return condition(new In(reference, stored(values), true));
    }

    /** Between the two, both included. */
    public Condition<M> between(T low, T high) {
        return condition(new Between(reference, bound(low), bound(high), false));
    }

    public Condition<M> notBetween(T low, T high) {
        return condition(new Between(reference, bound(low), bound(high), true));
    }

    public Condition<M> isNull() {
        return condition(new IsNull(reference, false));
    }

    public Condition<M> isNotNull() {
        return condition(new IsNull(reference, true));
    }

    /**
     * The boolean column is true.
     *
     * @throws InvalidUsageException when the column is not of booleans
     */
    public Condition<M> isTrue() {
        return is(true);
    }

    /**
     * The boolean column is false.
     *
     * @throws InvalidUsageException when the column is not of booleans
     */
    public Condition<M> isFalse() {
        return is(false);
    }

    /** This column set to the value, for {@code create(...)} and {@code update(...)}; a null where it may be null. */
    public Assignment<M> to(@Nullable T value) {
        return new Assignment<>(this, incoming(value));
    }

    public Sort<M> asc() {
        return new Sort<>(new dev.ilana.sql.Order(reference, dev.ilana.sql.Order.Direction.ASC));
    }

    public Sort<M> desc() {
        return new Sort<>(new dev.ilana.sql.Order(reference, dev.ilana.sql.Order.Direction.DESC));
    }

    private Condition<M> is(boolean value) {
        if (type != SqlType.BOOLEAN || cast != null) {
            throw new InvalidUsageException(this + " is no boolean column; compare it with eq(...)");
        }
        return condition(new Comparison(reference, Operator.EQ, new Value(value, type)));
    }

    private Condition<M> compare(Operator operator, @Nullable T value) {
        if (value == null) {
            throw new NullNotAllowedException(
                    this + " " + operator.symbol() + " null is never true; use isNull() or isNotNull()");
        }
        return condition(new Comparison(reference, operator, stored(value)));
    }

    private Condition<M> condition(Criterion criterion) {
        return new Condition<>(criterion);
    }

    private Value text(String pattern) {
        if (type != SqlType.STRING) {
            throw new TypeMismatchException("like on " + this, "a column of text", pattern);
        }
        return new Value(pattern, SqlType.STRING);
    }

    private List<Value> stored(Collection<? extends T> values) {
        return values.stream().map(this::storedNotNull).toList();
    }

    private Value bound(@Nullable T value) {
        if (value == null) {
            throw new NullNotAllowedException(this + " is never between null and something; give both bounds");
        }
        return stored(value);
    }

    private Value storedNotNull(@Nullable T value) {
        if (value == null) {
            throw new NullNotAllowedException(
                    "a null in a list for " + this + " matches nothing; add or(" + name() + ".isNull())");
        }
        return stored(value);
    }

    // Values

    /** The reference to this column in a statement. */
    public ColumnRef reference() {
        return reference;
    }

    /** The value as it is bound. */
    public Value stored(@Nullable T value) {
        return new Value(value == null || cast == null ? value : cast.set(value), type);
    }

    /**
     * Something a caller gave without a type, as a value of this column; null when it was null.
     *
     * @throws NullNotAllowedException for a null where the column takes none
     * @throws TypeMismatchException for what is no value of this column
     */
    public @Nullable T accept(@Nullable Object given) {
        if (given == null) {
            return requireNullable(null);
        }
        if (javaType.isEnum() && given instanceof String name && cast != null) {
            return cast.get(name);
        }
        @SuppressWarnings("unchecked")
        T value = (T) Conversion.to(javaType, given, toString());
        return value;
    }

    /** The value as it goes into a model: checked for null, and mutated. */
    @Nullable T incoming(@Nullable T value) {
        if (value == null) {
            return requireNullable(null);
        }
        return mutator == null ? value : mutator.apply(value);
    }

    @Nullable T requireNullable(@Nullable T value) {
        if (value == null && !nullable) {
            throw new NullNotAllowedException(
                    this + " takes no null; declare the column nullable() if it may have one");
        }
        return value;
    }

    /** That the column is greater than the value, given without a type: for a walk by key. */
    Criterion after(Object value) {
        return new Comparison(reference, Operator.GT, stored(accept(value)));
    }

    /** That the column is one of the values, given without a type: for relations. */
    public In isOneOf(Collection<?> values) {
        return new In(
                reference, values.stream().map(value -> stored(accept(value))).toList(), false);
    }

    /** The value in Java of one that a dialect has read. */
    @SuppressWarnings("unchecked")
    T fromStored(Object value) {
        return cast == null ? (T) value : cast.get(value);
    }

    @Nullable Cast<T> cast() {
        return cast;
    }

    @Nullable T defaultValue() {
        return defaultValue;
    }

    int ordinal() {
        return ordinal;
    }

    void place(int position) {
        ordinal = position;
    }

    @Override
    public String toString() {
        return table.name() + "." + name();
    }
}
