package dev.ilana.model;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One column of a {@link Composed} value, and where the value has what it keeps.
 *
 * @param <M> the model
 * @param <T> the composed value
 * @param <V> the column's value
 */
public final class Part<M extends Model<M>, T, V> {

    private final Column<M, V> column;
    private final Function<? super T, ? extends @Nullable V> getter;

    Part(Column<M, V> column, Function<? super T, ? extends @Nullable V> getter) {
        this.column = column;
        this.getter = getter;
    }

    Column<M, V> column() {
        return column;
    }

    /** The column set to this part of the value; to null for no value. */
    Assignment<M> of(@Nullable T value) {
        return column.to(value == null ? null : getter.apply(value));
    }

    /** That the column has this part of the value. */
    Condition<M> eq(T value) {
        V part = getter.apply(value);
        return part == null ? column.isNull() : column.eq(part);
    }
}
