package dev.ilana.testkit.factory;

import dev.ilana.model.Column;
import dev.ilana.model.Key;
import dev.ilana.model.Model;
import dev.ilana.model.ModelTable;
import java.util.List;
import java.util.Set;

/**
 * What a model is made within.
 *
 * @param recycled the models to point at instead of new ones
 * @param taken the columns that are not to be set by a relation of its own: another says them
 */
record Surroundings(List<Model<?>> recycled, Set<Column<?, ?>> taken) {

    static final Surroundings NONE = new Surroundings(List.of(), Set.of());

    /** For what is made by such a relation, whose rows point here by that key. */
    Surroundings pointingBy(Key<?> key) {
        return new Surroundings(recycled, Set.copyOf(key.columns()));
    }

    Surroundings pointingByNothing() {
        return new Surroundings(recycled, Set.of());
    }

    boolean has(Key<?> key) {
        return key.columns().stream().anyMatch(taken::contains);
    }

    /** The models to be recycled that are of that table. */
    @SuppressWarnings("unchecked") // a model of a table is that table's kind
    <R extends Model<R>> List<R> recycledOf(ModelTable<R> table) {
        return recycled.stream()
                .filter(model -> model.table() == table)
                .map(model -> (R) model)
                .toList();
    }
}
