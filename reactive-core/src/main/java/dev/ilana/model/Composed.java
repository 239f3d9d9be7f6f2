package dev.ilana.model;

import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A value over several columns, such as an address over street, city and zip. Each stays a column of its own, for
 * conditions, orders and mass assignments; this is a second way to read and set them. It is null where all of them are.
 *
 * @param <M> the model
 * @param <T> the value
 */
public final class Composed<M extends Model<M>, T> {

    private final Function<@Nullable Object[], ? extends T> maker;
    private final List<Part<M, T, ?>> parts;

    Composed(Function<@Nullable Object[], ? extends T> maker, List<Part<M, T, ?>> parts) {
        this.maker = maker;
        this.parts = parts;
    }

    /** Its columns, in the order of its declaration. */
    public List<Column<M, ?>> columns() {
        return parts.stream().<Column<M, ?>>map(Part::column).toList();
    }

    /** Its columns set to the parts of the value, for {@code make(...)} and {@code update(...)}; all to null for null. */
    public List<Assignment<M>> to(@Nullable T value) {
        return parts.stream().map(part -> part.of(value)).toList();
    }

    /** All parts are those of the value. */
    public Condition<M> eq(T value) {
        return all(part -> part.eq(value));
    }

    /** There is no value: all its columns are null. */
    public Condition<M> isNull() {
        return all(part -> part.column().isNull());
    }

    /** There is a value: one of its columns is not null. */
    public Condition<M> isNotNull() {
        return isNull().not();
    }

    /** The value of what each column has; null when none has anything. */
    @Nullable T make(Function<Column<M, ?>, @Nullable Object> valueOf) {
        @Nullable Object[] values =
                parts.stream().map(part -> valueOf.apply(part.column())).toArray();
        for (Object value : values) {
            if (value != null) {
                return maker.apply(values);
            }
        }
        return null;
    }

    private Condition<M> all(Function<Part<M, T, ?>, Condition<M>> condition) {
        BinaryOperator<Condition<M>> and = Condition::and;
        return Objects.requireNonNull(parts.stream().map(condition).reduce(and).orElse(null));
    }
}
