package dev.ilana.model;

import java.util.List;

/**
 * What rows are told or related by: a column, or several together.
 *
 * @param <M> the model that has it
 */
public sealed interface Key<M extends Model<M>> permits Column, CompositeKey {

    /** The table that has it. */
    ModelTable<M> table();

    /** The columns, in order. */
    List<Column<M, ?>> columns();
}
