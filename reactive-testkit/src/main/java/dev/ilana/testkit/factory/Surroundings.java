package dev.ilana.testkit.factory;

import dev.ilana.model.Column;
import dev.ilana.model.Key;
import dev.ilana.model.Model;
import dev.ilana.model.ModelTable;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a model is made within.
 *
 * @param recycled the models to point at instead of new ones, those of the nearest recipe first
 * @param taken the columns that a relation from outside sets, so that none of its own does
 */
record Surroundings(List<Recycled> recycled, List<? extends Column<?, ?>> taken) {

    static final Surroundings NONE = new Surroundings(List.of(), List.of());

    /** For what is made by a relation whose rows point here by that key. */
    Surroundings pointingBy(Key<?> key) {
        return new Surroundings(recycled, key.columns());
    }

    Surroundings pointingByNothing() {
        return new Surroundings(recycled, List.of());
    }

    Surroundings with(Recycled more) {
        return more.isEmpty()
                ? this
                : new Surroundings(
                        Stream.concat(Stream.of(more), recycled.stream()).toList(), taken);
    }

    /** The models to be recycled that are of that table. */
    <R extends Model<R>> List<R> recycledOf(ModelTable<R> table) {
        return recycled.size() == 1
                ? recycled.get(0).of(table)
                : recycled.stream().flatMap(all -> all.of(table).stream()).toList();
    }
}
