package dev.ilana.model;

import dev.ilana.sql.Update;
import org.jspecify.annotations.Nullable;

/**
 * A column and its new value: {@code NAME.to("Ada")}. It names its column itself, so the column need not be fillable.
 *
 * @param <M> the model
 */
public final class Assignment<M extends Model<M>> {

    private final Column<M, ?> column;
    private final @Nullable Object value;

    <T> Assignment(Column<M, T> column, @Nullable T value) {
        this.column = column;
        this.value = value;
    }

    Column<M, ?> column() {
        return column;
    }

    void into(M model) {
        model.attributes().set(column.ordinal(), value);
    }

    Update.Assignment statement() {
        return stored(column, value);
    }

    @SuppressWarnings("unchecked") // the value came with this column
    private static <T> Update.Assignment stored(Column<?, T> column, @Nullable Object value) {
        return new Update.Assignment(column.name(), column.stored((T) value));
    }
}
