package dev.ilana.model;

import dev.ilana.cast.Cast;
import dev.ilana.dialect.Dialect;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.NullNotAllowedException;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.sql.ColumnRef;
import dev.ilana.sql.Conversion;
import dev.ilana.sql.Criterion.In;
import dev.ilana.sql.Expression;
import dev.ilana.sql.Names;
import dev.ilana.sql.Selection;
import dev.ilana.sql.Spelled;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.Value;
import dev.ilana.validation.Rule;
import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Readable;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
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
public final class Column<M extends Model<M>, T> extends Field<M, T> implements Attribute<M, T>, Key<M> {

    private final ModelTable<M> table;
    private final ColumnRef reference;
    private final Class<?> javaType;
    private final @Nullable Cast<T, Object> cast;
    private final boolean mutable;
    private int ordinal = -1;
    private boolean nullable;
    private boolean fillable;
    private boolean hidden;
    private boolean unique;
    private @Nullable Integer maxLength;
    private @Nullable Digits digits;
    private boolean readOnly;
    private String name;
    private final List<Rule<? super T>> rules = new ArrayList<>();
    private @Nullable T defaultValue;
    private @Nullable Supplier<? extends T> generator;
    private @Nullable UnaryOperator<T> mutator;

    Column(ModelTable<M> table, String name, SqlType type, Class<?> javaType) {
        this(table, name, type, javaType, null);
    }

    @SuppressWarnings("unchecked") // a codec of its stored type gives the cast its class, and takes no other
    Column(ModelTable<M> table, String name, Cast<T, ?> cast) {
        this(table, name, cast.stored().type(), cast.javaType(), (Cast<T, Object>) cast);
    }

    private Column(ModelTable<M> table, String name, SqlType type, Class<?> javaType, @Nullable Cast<T, Object> cast) {
        super(type);
        this.table = table;
        this.reference = new ColumnRef(table.name(), name);
        this.name = name;
        this.javaType = javaType;
        this.cast = cast;
        this.mutable = cast != null && cast.isMutable();
    }

    // What it is

    /** May be null, in the model and in the database. */
    public Column<M, T> nullable() {
        table.requireOpen();
        nullable = true;
        return this;
    }

    /**
     * Goes by another name in code, in conditions by name, maps and JSON, than in the database: {@code
     * foreignId("author_id").attribute("authorId")}.
     *
     * @throws dev.ilana.error.InvalidNameException when it is no name
     */
    public Column<M, T> attribute(String other) {
        table.requireOpen();
        name = Names.check(other);
        return this;
    }

    /** Is made by the database, of the row's other columns: it is read, and never written. */
    public Column<M, T> readOnly() {
        table.requireOpen();
        readOnly = true;
        return this;
    }

    /** May be given in a mass assignment, such as {@code create(Map)}. */
    public Column<M, T> fillable() {
        table.requireOpen();
        fillable = true;
        return this;
    }

    /** Is not for outside: {@link Model#toMap()} and the model's JSON are without it. */
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

    /**
     * Has so many characters or bytes at most: a description for whoever makes the table.
     *
     * @throws InvalidUsageException when it is less than one
     */
    public Column<M, T> maxLength(int most) {
        table.requireOpen();
        if (most < 1) {
            throw new InvalidUsageException(this + " needs room for at least one character, not " + most);
        }
        maxLength = most;
        return this;
    }

    /**
     * Has so many digits, and so many of them after the point: a description for whoever makes the table.
     *
     * @throws InvalidUsageException when there are fewer digits than stand after the point
     */
    public Column<M, T> digits(int all, int afterPoint) {
        table.requireOpen();
        digits = new Digits(all, afterPoint);
        return this;
    }

    /**
     * How exact a number is.
     *
     * @param all how many digits it has
     * @param afterPoint how many of them stand after the point
     */
    public record Digits(int all, int afterPoint) {
        public Digits {
            if (all < 1 || afterPoint < 0 || afterPoint > all) {
                throw new InvalidUsageException(
                        "a number of " + all + " digits can't have " + afterPoint + " of them after the point");
            }
        }
    }

    /** What a new model has here from the start. */
    public Column<M, T> defaultTo(T value) {
        table.requireOpen();
        defaultValue = mutable ? copy(value) : value;
        return this;
    }

    /** What a new model that has nothing here is given before it is stored. */
    public Column<M, T> generatedBy(Supplier<? extends T> maker) {
        table.requireOpen();
        generator = maker;
        return this;
    }

    /** Changes every value on its way into the model; not one that is read from the database. */
    public Column<M, T> mutate(UnaryOperator<T> change) {
        table.requireOpen();
        mutator = change;
        return this;
    }

    /** What a value must be before the model is saved; all that is wrong is said at once. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Column<M, T> rules(Rule<? super T>... more) {
        table.requireOpen();
        rules.addAll(List.of(more));
        return this;
    }

    /** Its name in code: that in the database, where it was given no other. */
    public String name() {
        return name;
    }

    /** Its name in the database. */
    public String databaseName() {
        return reference.column();
    }

    @Override
    public ModelTable<M> table() {
        return table;
    }

    @Override
    public List<Column<M, ?>> columns() {
        return List.of(this);
    }

    public boolean isReadOnly() {
        return readOnly;
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

    /** How many characters or bytes it has at most; null where nobody said. */
    public @Nullable Integer maxLength() {
        return maxLength;
    }

    /** How exact its numbers are; null where nobody said. */
    public @Nullable Digits digits() {
        return digits;
    }

    /** What a new model has here from the start, as it is stored; null for nothing. */
    public @Nullable Object storedDefault() {
        T value = defaultValue;
        return value == null ? null : stored(value).value();
    }

    // Values

    @Override
    public @Nullable T valueIn(M model) {
        return model.get(this);
    }

    /** What stands for a value of this column in JSON. */
    @SuppressWarnings("unchecked") // for values of this column
    Object json(Object value) {
        return cast == null ? value : cast.json((T) value);
    }

    /** This column set to the value, for {@code create(...)} and {@code update(...)}; a null where it may be null. */
    public Assignment<M> to(@Nullable T value) {
        return new Assignment<>(this, incoming(value));
    }

    /** This column set to what the expression is in each row: {@code VIEWS.to(VIEWS.plus(1))}; for {@code update(...)}. */
    public Assignment<M> to(Field<M, ? extends T> expression) {
        requireWritable();
        return new Assignment<>(this, expression);
    }

    /** This column as a part of a value over several: {@code STREET.from(Address::street)}. */
    public <C> Part<M, C, T> from(Function<? super C, ? extends @Nullable T> getter) {
        return new Part<>(this, getter);
    }

    /** The reference to this column in a statement. */
    public ColumnRef reference() {
        return reference;
    }

    /** What a query reads for this column. */
    Selection selection() {
        return Selection.of(type() == SqlType.OTHER ? new Spelled(reference) : reference);
    }

    /** The value as it is bound. */
    public Value stored(@Nullable T value) {
        return new Value(value == null || cast == null ? value : cast.set(value), type());
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
        if (cast != null) {
            return cast.accept(given, toString());
        }
        @SuppressWarnings("unchecked")
        T value = (T) Conversion.to(javaType, given, toString());
        return value;
    }

    /** The value as it goes into a model: checked for null, and mutated. */
    @Nullable T incoming(@Nullable T value) {
        requireWritable();
        if (value == null) {
            return requireNullable(null);
        }
        return mutator == null ? value : mutator.apply(value);
    }

    private void requireWritable() {
        if (readOnly) {
            throw new InvalidUsageException(this + " is made by the database of other columns: it can't be set");
        }
    }

    @Nullable T requireNullable(@Nullable T value) {
        if (value == null && !nullable) {
            throw new NullNotAllowedException(
                    this + " takes no null; declare the column nullable() if it may have one");
        }
        return value;
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

    @Override
    Expression expression() {
        return reference;
    }

    @Override
    Value bound(T value) {
        requireComparable();
        return stored(value);
    }

    @Override
    void requireComparable() {
        if (cast != null && cast.comparedBy() != cast) {
            throw new InvalidUsageException(this + " is encrypted, and never twice as the same, so the database can't"
                    + " compare it; keep what is to be found in another column, such as a keyed hash of it");
        }
    }

    @Override
    @Nullable T read(Dialect dialect, Readable row, int index, ColumnMetadata metadata) {
        Object stored = dialect.codec(type()).read(row, index);
        return stored == null ? null : fromStored(stored);
    }

    @Override
    boolean isCast() {
        return cast != null;
    }

    @Override
    Field<M, T> derived(Expression expression) {
        return new Computed<>(expression, this);
    }

    List<Rule<? super T>> rules() {
        return rules;
    }

    /** What the column keeps for a value of it. */
    @SuppressWarnings("unchecked") // a value of this column
    Object storedValue(Object value) {
        return Objects.requireNonNull(stored((T) value).value());
    }

    @Nullable Cast<T, Object> cast() {
        return cast;
    }

    /** Whether a value can be changed in place. */
    boolean isMutable() {
        return mutable;
    }

    /** The stored form that tells two values of a mutable column apart. */
    Object form(Object value) {
        return comparedBy().set(typed(value));
    }

    /** A new value of its stored form. */
    T ofForm(Object form) {
        return comparedBy().get(form);
    }

    /** A value like that one, which shares nothing with it. */
    T copy(Object value) {
        return ofForm(form(value));
    }

    @SuppressWarnings("unchecked") // its own forms come back to it
    private Cast<T, Object> comparedBy() {
        return (Cast<T, Object>) Objects.requireNonNull(cast, "only a cast makes a column mutable")
                .comparedBy();
    }

    @SuppressWarnings("unchecked") // a value of this column
    private T typed(Object value) {
        return (T) value;
    }

    @Nullable Supplier<? extends T> generator() {
        return generator;
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
