package dev.ilana.model;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.Names;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.Value;
import dev.ilana.validation.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is declared of a {@link Column}. The words answer with the column itself, and refuse once the table is in use.
 *
 * @param <M> the model
 * @param <T> the value in Java
 */
public abstract sealed class DeclaredColumn<M extends Model<M>, T> extends Field<M, T> permits Column {

    private String name;
    private boolean nullable;
    private boolean fillable;
    private boolean hidden;
    private boolean unique;
    private @Nullable Integer maxLength;
    private @Nullable Digits digits;
    private boolean readOnly;
    private final List<Rule<? super T>> rules = new ArrayList<>();
    private @Nullable T defaultValue;
    private @Nullable Supplier<? extends T> generator;
    private @Nullable UnaryOperator<T> mutator;

    DeclaredColumn(String name, SqlType type) {
        super(type);
        this.name = name;
    }

    abstract Column<M, T> itself();

    public abstract ModelTable<M> table();

    /** The value as it is bound. */
    abstract Value stored(@Nullable T value);

    /** Whether a value can be changed in place. */
    abstract boolean isMutable();

    /** A value like that one, which shares nothing with it. */
    abstract T copy(Object value);

    /** May be null, in the model and in the database. */
    public final Column<M, T> nullable() {
        table().requireOpen();
        nullable = true;
        return itself();
    }

    /**
     * Goes by another name in code, in conditions by name, maps and JSON, than in the database: {@code
     * foreignId("author_id").attribute("authorId")}.
     *
     * @throws dev.ilana.error.InvalidNameException when it is no name
     */
    public final Column<M, T> attribute(String other) {
        table().requireOpen();
        name = Names.check(other);
        return itself();
    }

    /** Is made by the database, of the row's other columns: it is read, and never written. */
    public final Column<M, T> readOnly() {
        table().requireOpen();
        readOnly = true;
        return itself();
    }

    /** May be given in a mass assignment, such as {@code create(Map)}. */
    public final Column<M, T> fillable() {
        table().requireOpen();
        fillable = true;
        return itself();
    }

    /** Is not for outside: {@link Model#toMap()} and the model's JSON are without it. */
    public final Column<M, T> hidden() {
        table().requireOpen();
        hidden = true;
        return itself();
    }

    /** Has no value twice: a description for whoever makes the table; the database is what holds it. */
    public final Column<M, T> unique() {
        table().requireOpen();
        unique = true;
        return itself();
    }

    /**
     * Has so many characters or bytes at most: a description for whoever makes the table.
     *
     * @throws InvalidUsageException when it is less than one
     */
    public final Column<M, T> maxLength(int most) {
        table().requireOpen();
        if (most < 1) {
            throw new InvalidUsageException(this + " needs room for at least one character, not " + most);
        }
        maxLength = most;
        return itself();
    }

    /**
     * Has so many digits, and so many of them after the point: a description for whoever makes the table.
     *
     * @throws InvalidUsageException when there are fewer digits than stand after the point
     */
    public final Column<M, T> digits(int all, int afterPoint) {
        table().requireOpen();
        digits = new Digits(all, afterPoint);
        return itself();
    }

    /** What a new model has here from the start. */
    public final Column<M, T> defaultTo(T value) {
        table().requireOpen();
        defaultValue = isMutable() ? copy(value) : value;
        return itself();
    }

    /** What a new model that has nothing here is given before it is stored. */
    public final Column<M, T> generatedBy(Supplier<? extends T> maker) {
        table().requireOpen();
        generator = maker;
        return itself();
    }

    /** Changes every value on its way into the model; not one that is read from the database. */
    public final Column<M, T> mutate(UnaryOperator<T> change) {
        table().requireOpen();
        mutator = change;
        return itself();
    }

    /** What a value must be before the model is saved; all that is wrong is said at once. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Column<M, T> rules(Rule<? super T>... more) {
        table().requireOpen();
        rules.addAll(List.of(more));
        return itself();
    }

    /** Its name in code: that in the database, where it was given no other. */
    public final String name() {
        return name;
    }

    public final boolean isReadOnly() {
        return readOnly;
    }

    public final boolean isNullable() {
        return nullable;
    }

    public final boolean isFillable() {
        return fillable;
    }

    public final boolean isHidden() {
        return hidden;
    }

    public final boolean isUnique() {
        return unique;
    }

    /** How many characters or bytes it has at most; null where nobody said. */
    public final @Nullable Integer maxLength() {
        return maxLength;
    }

    /** How exact its numbers are; null where nobody said. */
    public final @Nullable Digits digits() {
        return digits;
    }

    /** What a new model has here from the start, as it is stored; null for nothing. */
    public final @Nullable Object storedDefault() {
        T value = defaultValue;
        return value == null ? null : stored(value).value();
    }

    final List<Rule<? super T>> rules() {
        return rules;
    }

    final @Nullable Supplier<? extends T> generator() {
        return generator;
    }

    final @Nullable T defaultValue() {
        return defaultValue;
    }

    final T mutated(T value) {
        return mutator == null ? value : mutator.apply(value);
    }
}
