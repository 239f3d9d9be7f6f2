package dev.ilana.testkit.factory;

import dev.ilana.model.Key;
import dev.ilana.model.Model;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a model is beside its definition.
 *
 * @param known the states that there are, by name
 * @param applied the names of those that it is in
 * @param changes what is made of it, in order
 * @param overriding what is set last
 */
record States<M extends Model<M>>(
        Map<String, Change<M>> known, List<String> applied, List<Change<M>> changes, List<Overriding<M>> overriding) {

    static <M extends Model<M>> States<M> none() {
        return new States<>(Map.of(), List.of(), List.of(), List.of());
    }

    States<M> withKnown(String name, Change<M> change) {
        Map<String, Change<M>> more = new LinkedHashMap<>(known);
        more.put(name, change);
        return new States<>(Collections.unmodifiableMap(more), applied, changes, overriding);
    }

    States<M> withApplied(String name) {
        return new States<>(known, Recipe.added(applied, name), changes, overriding);
    }

    States<M> withChange(Change<M> change) {
        return new States<>(known, applied, Recipe.added(changes, change), overriding);
    }

    States<M> withOverriding(List<Overriding<M>> values) {
        return new States<>(known, applied, changes, Recipe.added(overriding, values));
    }

    /** Whether a value of that key is set last, so that no relation sets it. */
    boolean overrides(Key<M> key) {
        return overriding.stream().anyMatch(value -> key.columns().contains(value.column()));
    }
}
