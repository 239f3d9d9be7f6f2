package dev.ilana.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Loads relations into models that are there already. Nothing is sent for no models. */
final class Loading {

    private Loading() {}

    /** Loads into the models what the query would load with what it finds. */
    static <M extends Model<M>> Mono<Void> load(List<M> models, UnaryOperator<ModelQuery<M>> with) {
        return ByDatabase.each(
                        models,
                        (query, some) -> with.apply(query.withoutDefaults()).loadInto(some))
                .then();
    }

    static <M extends Model<M>> Mono<Void> load(List<M> models, List<RelationPath<M>> paths) {
        return load(models, query -> {
            ModelQuery<M> loading = query;
            for (RelationPath<M> path : paths) {
                loading = loading.with(path.loading());
            }
            return loading;
        });
    }

    /** Into one model, and into those of its result where their loads are batched. */
    static <M extends Model<M>> Mono<Void> load(M model, List<RelationPath<M>> paths) {
        return Flux.fromIterable(paths).concatMap(path -> load(model, path)).then();
    }

    private static <M extends Model<M>> Mono<Void> load(M model, RelationPath<M> path) {
        Mates<M> mates = matesOf(model);
        return mates == null
                ? load(List.of(model), List.of(path))
                : mates.load(model, path, models -> load(models, List.of(path)));
    }

    /** Those that the model loads for too. */
    private static <M extends Model<M>> @Nullable Mates<M> matesOf(M model) {
        Mates<M> mates = model.mates();
        return mates == null || !mates.areBatched() ? null : mates;
    }

    /** What is missing on each level of the paths. */
    static <M extends Model<M>> Mono<Void> loadMissing(List<M> models, List<RelationPath<M>> paths) {
        return Flux.fromIterable(paths).concatMap(path -> missing(models, path)).then();
    }

    private static <M extends Model<M>> Mono<Void> missing(List<M> models, RelationPath<M> path) {
        Loadable<M, ?> relation = path.relation();
        Mono<Void> alone = Mono.defer(() -> load(
                models.stream()
                        .filter(model -> !model.relationLoaded(relation) && matesOf(model) == null)
                        .toList(),
                List.of(path.first())));
        // One at a time, as the first loads for those that come after it.
        Flux<Void> batched = Flux.fromIterable(models)
                .filter(model -> !model.relationLoaded(relation))
                .concatMap(model -> load(model, path.first()), 0);
        Mono<Void> loaded = alone.thenMany(batched).then();
        String below = path.below();
        return below == null
                ? loaded
                : loaded.then(Flux.defer(() -> Flux.fromIterable(
                                relatedByTable(models, relation).values()))
                        .concatMap(related -> missingBelow(related, below))
                        .then());
    }

    /** The related models, each once, as several parents may have the same; those of one table together. */
    private static <M extends Model<M>> Map<ModelTable<?>, List<Model<?>>> relatedByTable(
            List<M> models, Loadable<M, ?> relation) {
        Set<Model<?>> related = Collections.newSetFromMap(new IdentityHashMap<>());
        models.forEach(model -> related.addAll(model.relatedModels(relation)));
        Map<ModelTable<?>, List<Model<?>>> byTable = new LinkedHashMap<>();
        related.forEach(model -> byTable.computeIfAbsent(model.table(), unused -> new ArrayList<>())
                .add(model));
        return byTable;
    }

    @SuppressWarnings("unchecked") // models of one table are of one class
    private static <R extends Model<R>> Mono<Void> missingBelow(List<? extends Model<?>> related, String path) {
        List<R> models = (List<R>) related;
        return missing(models, RelationPath.of(models.get(0).table(), path));
    }
}
