package dev.ilana.testkit.factory;

import dev.ilana.model.Model;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A model with what was made for it, none of it stored yet; or a model that was there. */
final class Made<M extends Model<M>> {

    private final M model;
    private final @Nullable Recipe<M> recipe;
    private final Map<Related<M, ?>, List<? extends Made<?>>> related = new HashMap<>(4);
    private final List<Runnable> pointing = new ArrayList<>(2);

    private Made(M model, @Nullable Recipe<M> recipe) {
        this.model = model;
        this.recipe = recipe;
    }

    static <M extends Model<M>> Made<M> by(Recipe<M> recipe, M model) {
        return new Made<>(model, recipe);
    }

    static <M extends Model<M>> Made<M> existing(M model) {
        return new Made<>(model, null);
    }

    M model() {
        return model;
    }

    /** What it was made by; null for one that was there. */
    @Nullable Recipe<M> recipe() {
        return recipe;
    }

    <R extends Model<R>> void put(Related<M, R> relation, List<Made<R>> others) {
        related.put(relation, others);
    }

    /** What was made for it by that relation. */
    @SuppressWarnings("unchecked") // what was put in for this relation
    <R extends Model<R>> List<Made<R>> of(Related<M, R> relation) {
        return (List<Made<R>>) related.getOrDefault(relation, List.of());
    }

    /** What makes it point at others, once they are stored. */
    void pointingBy(Runnable pointer) {
        pointing.add(pointer);
    }

    void point() {
        pointing.forEach(Runnable::run);
    }
}
