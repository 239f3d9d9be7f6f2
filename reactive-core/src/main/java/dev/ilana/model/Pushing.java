package dev.ilana.model;

import dev.ilana.connection.Database;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Saves a model and all that is loaded into it, wherever its relations lead, and back. What is pointed at is saved before
 * what points at it, so that a new model can be given the key of a new one.
 */
final class Pushing {

    private final Set<Model<?>> met = Collections.newSetFromMap(new IdentityHashMap<>());
    private final List<Model<?>> inOrder = new ArrayList<>();
    /** What is to be set in a model before it is saved. */
    private final IdentityHashMap<Model<?>, List<Runnable>> pointers = new IdentityHashMap<>();

    private Pushing() {}

    static <M extends Model<M>> Mono<M> push(M model) {
        return Mono.deferContextual(context -> {
            Pushing pushing = new Pushing();
            pushing.reach(model);
            if (pushing.inOrder.size() == 1) {
                return model.save();
            }
            Map<Database, List<Model<?>>> byDatabase = new LinkedHashMap<>();
            pushing.inOrder.forEach(each -> byDatabase
                    .computeIfAbsent(each.databaseIn(context), unused -> new ArrayList<>())
                    .add(each));
            return Flux.fromIterable(byDatabase.entrySet())
                    .concatMap(theirs -> pushing.together(theirs.getKey(), theirs.getValue()))
                    .then(Mono.just(model));
        });
    }

    /** The model and those it leads to, each once: a circle ends. */
    private <M extends Model<M>> void reach(Model<M> model) {
        if (!met.add(model)) {
            return;
        }
        M self = model.self();
        List<Loadable<M, ?>> loaded = self.table().relations().values().stream()
                .filter(self::relationLoaded)
                .toList();
        for (Loadable<M, ?> relation : loaded) {
            if (relation.isPointer()) {
                self.relatedModels(relation).forEach(related -> {
                    reach(related);
                    before(self, () -> relation.point(self, related));
                });
            }
        }
        inOrder.add(self);
        for (Loadable<M, ?> relation : loaded) {
            if (!relation.isPointer()) {
                self.relatedModels(relation).forEach(related -> {
                    before(related, () -> relation.point(self, related));
                    reach(related);
                });
            }
        }
    }

    private void before(Model<?> model, Runnable pointing) {
        pointers.computeIfAbsent(model, unused -> new ArrayList<>()).add(pointing);
    }

    private Mono<Void> together(Database database, List<Model<?>> models) {
        return database.transaction(
                () -> Flux.fromIterable(models).concatMap(this::save).then());
    }

    private Mono<?> save(Model<?> model) {
        return Mono.defer(() -> {
            pointers.getOrDefault(model, List.of()).forEach(Runnable::run);
            return model.save();
        });
    }
}
