package dev.ilana.model;

import dev.ilana.error.InvalidUsageException;
import java.util.List;

/**
 * A key of several columns, as a constant beside them: {@code MEMBERSHIPS.find(KEY.of(1L, 2L))}.
 *
 * @param <M> the model
 */
public final class CompositeKey<M extends Model<M>> {

    private final List<Column<M, ?>> columns;

    CompositeKey(List<Column<M, ?>> columns) {
        this.columns = List.copyOf(columns);
    }

    /** The columns, in order. */
    public List<Column<M, ?>> columns() {
        return columns;
    }

    /**
     * A value of the key: what {@code find} takes and {@code getKey()} gives.
     *
     * @throws InvalidUsageException when there is not one part for each column
     */
    public List<Object> of(Object... parts) {
        if (parts.length != columns.size()) {
            throw new InvalidUsageException(
                    "the key " + columns + " has " + columns.size() + " parts, and not " + parts.length);
        }
        return List.of(parts);
    }
}
