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

/** Saves a model and all that is loaded into it, wherever its relations lead, and back. */
final class Pushing {

    private Pushing() {}

    static <M extends Model<M>> Mono<M> push(M model) {
        return Mono.deferContextual(context -> {
            List<Model<?>> all = new ArrayList<>();
            reach(model, Collections.newSetFromMap(new IdentityHashMap<>()), all);
            if (all.size() == 1) {
                return model.save();
            }
            Map<Database, List<Model<?>>> byDatabase = new LinkedHashMap<>();
            all.forEach(each -> byDatabase
                    .computeIfAbsent(each.databaseIn(context), unused -> new ArrayList<>())
                    .add(each));
            return Flux.fromIterable(byDatabase.entrySet())
                    .concatMap(theirs -> together(theirs.getKey(), theirs.getValue()))
                    .then(Mono.just(model));
        });
    }

    /** The model and those it leads to, each once: a circle ends. */
    private static void reach(Model<?> model, Set<Model<?>> met, List<Model<?>> all) {
        if (met.add(model)) {
            all.add(model);
            model.relatedModels().forEach(related -> reach(related, met, all));
        }
    }

    private static Mono<Void> together(Database database, List<Model<?>> models) {
        return database.transaction(
                () -> Flux.fromIterable(models).concatMap(Model::save).then());
    }
}
