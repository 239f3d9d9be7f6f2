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
import dev.ilana.sql.Selection;
import dev.ilana.sql.Spelled;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.Value;
import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Readable;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
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
public final class Column<M extends Model<M>, T> extends DeclaredColumn<M, T> implements Attribute<M, T>, Key<M> {

    private final ModelTable<M> table;
    private final ColumnRef reference;
    private final Class<?> javaType;
    private final @Nullable Cast<T, Object> cast;
    private final boolean mutable;
    private int ordinal = -1;

    Column(ModelTable<M> table, String name, SqlType type, Class<?> javaType) {
        this(table, name, type, javaType, null);
    }

    @SuppressWarnings("unchecked") // a codec of its stored type gives the cast its class, and takes no other
    Column(ModelTable<M> table, String name, Cast<T, ?> cast) {
        this(table, name, cast.stored().type(), cast.javaType(), (Cast<T, Object>) cast);
    }

    private Column(ModelTable<M> table, String name, SqlType type, Class<?> javaType, @Nullable Cast<T, Object> cast) {
        super(name, type);
        this.table = table;
        this.reference = new ColumnRef(table.name(), name);
        this.javaType = javaType;
        this.cast = cast;
        this.mutable = cast != null && cast.isMutable();
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

    @Override
    Column<M, T> itself() {
        return this;
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

    @Override
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
        return mutated(value);
    }

    private void requireWritable() {
        if (isReadOnly()) {
            throw new InvalidUsageException(this + " is made by the database of other columns: it can't be set");
        }
    }

    @Nullable T requireNullable(@Nullable T value) {
        if (value == null && !isNullable()) {
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

    /** What the column keeps for a value of it. */
    @SuppressWarnings("unchecked") // a value of this column
    Object storedValue(Object value) {
        return Objects.requireNonNull(stored((T) value).value());
    }

    @Nullable Cast<T, Object> cast() {
        return cast;
    }

    @Override
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

    @Override
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
