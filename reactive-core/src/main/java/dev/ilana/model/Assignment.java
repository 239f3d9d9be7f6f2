package dev.ilana.model;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.Expression;
import dev.ilana.sql.Update;
import org.jspecify.annotations.Nullable;

/**
 * A column and its new value: {@code NAME.to("Ada")}, or for an update {@code VIEWS.to(VIEWS.plus(1))}. It names its column
 * itself, so the column need not be fillable.
 *
 * @param <M> the model
 */
public final class Assignment<M extends Model<M>> {

    private final Column<M, ?> column;
    private final @Nullable Object value;
    private final @Nullable Expression expression;

    <T> Assignment(Column<M, T> column, @Nullable T value) {
        this.column = column;
        this.value = value;
        this.expression = null;
    }

    <T> Assignment(Column<M, T> column, Field<M, ? extends T> field) {
        this.column = column;
        this.value = null;
        this.expression = field.expression();
    }

    /** The column that it sets. */
    public Column<M, ?> column() {
        return column;
    }

    /**
     * Sets it in the model.
     *
     * @throws InvalidUsageException for an expression, which only an update by a query can be set to
     */
    public void into(M model) {
        if (expression != null) {
            throw new InvalidUsageException(
                    column + " is set to an expression, which only an update by a query can: " + expression);
        }
        model.requireOwn(column);
        model.attributes().set(column, value);
    }

    /** That a row has this value in this column. */
    Condition<M> condition() {
        return value == null ? column.isNull() : equal(column, value);
    }

    @SuppressWarnings("unchecked") // the value came with this column
    private static <M extends Model<M>, T> Condition<M> equal(Column<M, T> column, Object value) {
        return column.eq((T) value);
    }

    Update.Assignment statement() {
        return expression != null ? new Update.Assignment(column.databaseName(), expression) : stored(column, value);
    }

    @SuppressWarnings("unchecked") // the value came with this column
    private static <T> Update.Assignment stored(Column<?, T> column, @Nullable Object value) {
        return new Update.Assignment(column.databaseName(), column.stored((T) value));
    }
}
