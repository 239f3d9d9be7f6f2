package dev.ilana.testkit.factory;

import dev.ilana.model.Model;
import dev.ilana.model.WritableTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** All that was said of a factory. */
record Recipe<M extends Model<M>>(
        Definition<M> definition, States<M> states, Relatives<M> relatives, Callbacks<M> callbacks, Settings settings) {

    static <M extends Model<M>> Recipe<M> of(Definition<M> definition) {
        return new Recipe<>(definition, States.none(), Relatives.none(), Callbacks.none(), Settings.DEFAULT);
    }

    WritableTable<M> table() {
        return definition.table();
    }

    Recipe<M> with(States<M> newStates) {
        return new Recipe<>(definition, newStates, relatives, callbacks, settings);
    }

    Recipe<M> with(Relatives<M> newRelatives) {
        return new Recipe<>(definition, states, newRelatives, callbacks, settings);
    }

    Recipe<M> with(Callbacks<M> newCallbacks) {
        return new Recipe<>(definition, states, relatives, newCallbacks, settings);
    }

    Recipe<M> with(Settings newSettings) {
        return new Recipe<>(definition, states, relatives, callbacks, newSettings);
    }

    Recipe<M> inState(String name) {
        Change<M> change = states.known().get(name);
        if (change == null) {
            throw new UnknownStateException(table().name(), name, states.known().keySet());
        }
        return with(states.withApplied(name).withChange(change));
    }

    /** These values by name, set last. */
    Recipe<M> overriding(Map<String, ? extends @Nullable Object> values) {
        List<Overriding<M>> named = new ArrayList<>();
        values.forEach((name, value) -> named.add(Overriding.of(table(), name, value)));
        return with(states.withOverriding(named));
    }

    static <T> List<T> added(List<T> all, T one) {
        return added(all, List.of(one));
    }

    static <T> List<T> added(List<T> all, List<? extends T> some) {
        List<T> more = new ArrayList<>(all);
        more.addAll(some);
        return List.copyOf(more);
    }
}
