package dev.ilana.testkit.factory;

import dev.ilana.model.Loadable;
import dev.ilana.model.Model;
import java.util.ArrayList;
import java.util.List;

/**
 * What a model is related to.
 *
 * @param parents what it points at
 * @param others what points at it, or is attached to it
 * @param recycled stored models that it and those below it point at instead of new ones
 */
record Relatives<M extends Model<M>>(List<Parent<M, ?>> parents, List<Related<M, ?>> others, Recycled recycled) {

    static <M extends Model<M>> Relatives<M> none() {
        return new Relatives<>(List.of(), List.of(), Recycled.NONE);
    }

    /** What was said of the same relation before counts no more: there is one parent by it. */
    Relatives<M> withParent(Parent<M, ?> parent) {
        List<Parent<M, ?>> more = new ArrayList<>(parents);
        more.removeIf(other -> other.relation() == parent.relation());
        more.add(parent);
        return new Relatives<>(List.copyOf(more), others, recycled);
    }

    Relatives<M> withOther(Related<M, ?> other) {
        return new Relatives<>(parents, Recipe.added(others, other), recycled);
    }

    Relatives<M> withRecycled(List<? extends Model<?>> models) {
        return new Relatives<>(parents, others, recycled.and(models));
    }

    boolean hasParentBy(Loadable<M, ?> relation) {
        return parents.stream().anyMatch(parent -> parent.relation() == relation);
    }
}
