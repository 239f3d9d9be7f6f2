package dev.ilana.relation;

import dev.ilana.model.Column;
import dev.ilana.model.Key;
import dev.ilana.model.KeyColumns;
import dev.ilana.model.Model;

/**
 * The columns by which rows of one table belong to rows of several: one says of which table, the others of which row.
 *
 * @param type holds a table's morph name
 * @param id holds a key of that table
 */
record Morphs<R extends Model<R>>(Column<R, String> type, Key<R> id) {

    /** Makes the row belong to that one. */
    <M extends Model<M>> void point(R child, Model<M> parent) {
        Object key = keyOf(parent);
        child.set(type, parent.table().morphName());
        KeyColumns.of(id).set(child, key);
    }

    @SuppressWarnings("unchecked") // a model is its own kind
    private static <M extends Model<M>> Object keyOf(Model<M> model) {
        return KeyColumns.of(model.table().primary()).required((M) model);
    }
}
