package dev.ilana.model;

import dev.ilana.error.InvalidUsageException;
import java.util.List;

/**
 * A key of several columns, as a constant beside them: {@code MEMBERSHIPS.find(KEY.of(1L, 2L))}.
 *
 * @param <M> the model
 */
public final class CompositeKey<M extends Model<M>> implements Key<M> {

    private final ModelTable<M> table;
    private final List<Column<M, ?>> columns;

    CompositeKey(ModelTable<M> table, List<Column<M, ?>> columns) {
        this.table = table;
        this.columns = List.copyOf(columns);
    }

    @Override
    public ModelTable<M> table() {
        return table;
    }

    @Override
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
