package dev.ilana.model;

import dev.ilana.connection.Database;
import dev.ilana.connection.QueryWatch;
import java.util.List;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is done with the models of a query once they are read: hooks see them, and their relations are loaded. */
final class Completion<M extends Model<M>> {

    private final ModelTable<M> table;
    private final QueryParts<M> parts;
    private final @Nullable Database explicit;
    private final List<EagerLoad<M>> loads;

    /** A wrong name among what the table loads by itself fails here, and not when the rows are there. */
    Completion(ModelTable<M> table, QueryParts<M> parts, @Nullable Database explicit) {
        this.table = table;
        this.parts = parts;
        this.explicit = explicit;
        List<EagerLoad<M>> defaults = table.defaultLoads().all();
        this.loads = defaults.isEmpty() ? parts.loads() : parts.loadsBeside(defaults);
    }

    /** The models with their relations, when the hooks have seen them. */
    Mono<List<M>> of(List<M> models) {
        Mono<List<M>> read = Mono.just(models);
        if (!table.hooks().isEmpty()) {
            read = Flux.fromIterable(models)
                    .concatMap(model -> table.hooks().fire(ModelEvent.RETRIEVED, model))
                    .then(read);
        }
        Mono<List<M>> completed = loads.isEmpty() ? read : load(models).then(read);
        return models.size() < 2
                ? completed
                : Mono.deferContextual(context -> {
                    Database database = explicit == null ? table.databaseIn(context) : explicit;
                    boolean areBatched = parts.batchesLoads() || database.batchesLoads();
                    if (areBatched || QueryWatch.isOn(context)) {
                        Mates.acquaint(models, areBatched);
                    }
                    return completed;
                });
    }

    /** The first of them with its relations, when the hooks have seen it; empty when there is none. */
    Mono<M> first(List<M> models) {
        if (models.isEmpty()) {
            return Mono.empty();
        }
        boolean isDone = loads.isEmpty() && table.hooks().isEmpty();
        return isDone ? Mono.just(models.get(0)) : of(models).map(completed -> completed.get(0));
    }

    /** Loads the relations into the models, wherever they are from. */
    Mono<Void> load(List<M> models) {
        return models.isEmpty()
                ? Mono.empty()
                : Flux.fromIterable(loads)
                        .concatMap(load -> load.into(models, explicit))
                        .then()
                        .contextWrite(QueryWatch::expected);
    }
}
