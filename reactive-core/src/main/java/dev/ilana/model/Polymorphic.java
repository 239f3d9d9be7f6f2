package dev.ilana.model;

/**
 * A relation to a model of one of several tables, by columns of the model that has it.
 *
 * @param <M> the model that has it
 */
public interface Polymorphic<M extends Model<M>> extends Loadable<M, Model<?>> {

    /**
     * The rows that belong to this one.
     *
     * @throws dev.ilana.error.InvalidUsageException when it is not stored, or of a table that is not one of them
     */
    <R extends Model<R>> Condition<M> is(R parent);

    /**
     * The rows that belong to a row of that table.
     *
     * @throws dev.ilana.error.InvalidUsageException when that table is not one of them
     */
    Condition<M> isOf(ModelTable<?> table);
}
