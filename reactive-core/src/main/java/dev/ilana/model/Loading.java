package dev.ilana.model;

import dev.ilana.connection.Database;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads more of models that are there already, for all of them at once. Nothing is sent for no models. */
final class Loading {

    private Loading() {}

    /** Loads into the models what the query would load with what it finds. */
    static <M extends Model<M>> Mono<Void> load(List<M> models, UnaryOperator<ModelQuery<M>> with) {
        return onTheirDatabases(
                        models,
                        (query, some) -> with.apply(query.withoutDefaults()).loadInto(some))
                .then();
    }

    static <M extends Model<M>> Mono<Void> load(List<M> models, Loadable<M, ?>[] relations) {
        return load(models, query -> {
            ModelQuery<M> loading = query;
            for (Loadable<M, ?> relation : relations) {
                loading = loading.with(relation);
            }
            return loading;
        });
    }

    /** Into one model, and into those of its result where their loads are batched. */
    static <M extends Model<M>> Mono<Void> load(M model, Loadable<M, ?>[] relations) {
        return Flux.fromArray(relations)
                .concatMap(relation -> load(model, relation, relation, query -> query.with(relation)))
                .then();
    }

    /** The same by names and paths. */
    static <M extends Model<M>> Mono<Void> load(M model, String[] paths) {
        return Flux.fromArray(paths)
                .concatMap(path -> load(model, path, model.table().relation(firstOf(path)), query -> query.with(path)))
                .then();
    }

    private static <M extends Model<M>> Mono<Void> load(
            M model, Object what, Loadable<M, ?> relation, UnaryOperator<ModelQuery<M>> with) {
        Mates<M> mates = model.mates();
        return mates == null || !mates.areBatched()
                ? load(List.of(model), with)
                : mates.load(model, what, relation, models -> load(models, with));
    }

    private static String firstOf(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    /** The same of what is missing. */
    static <M extends Model<M>> Mono<Void> loadMissing(M model, Loadable<M, ?>[] relations) {
        return Flux.fromArray(relations)
                .filter(relation -> !model.relationLoaded(relation))
                .concatMap(relation -> load(model, relation, relation, query -> query.with(relation)))
                .then();
    }

    static <M extends Model<M>> Mono<Void> loadMissing(List<M> models, Loadable<M, ?>[] relations) {
        return Flux.fromArray(relations)
                .concatMap(relation -> missing(models, relation, null))
                .then();
    }

    static <M extends Model<M>> Mono<Void> loadMissing(List<M> models, String[] paths) {
        return Flux.fromArray(paths).concatMap(path -> missing(models, path)).then();
    }

    private static <M extends Model<M>> Mono<Void> missing(List<M> models, String path) {
        if (models.isEmpty()) {
            return Mono.empty();
        }
        ModelTable<M> table = models.get(0).table();
        int dot = path.indexOf('.');
        return dot < 0
                ? missing(models, table.relation(path), null)
                : missing(models, table.relation(path.substring(0, dot)), path.substring(dot + 1));
    }

    private static <M extends Model<M>> Mono<Void> missing(
            List<M> models, Loadable<M, ?> relation, @Nullable String rest) {
        Mono<Void> loaded = load(
                models.stream().filter(model -> !model.relationLoaded(relation)).toList(),
                query -> query.with(relation));
        return rest == null
                ? loaded
                : loaded.then(Flux.defer(() -> Flux.fromIterable(
                                relatedByTable(models, relation).values()))
                        .concatMap(related -> missingBelow(related, rest))
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
        return missing((List<R>) related, path);
    }

    static <M extends Model<M>> Mono<Void> count(List<M> models, Relation<M, ?, ?>[] relations) {
        return count(models, query -> {
            ModelQuery<M> counting = query;
            for (Relation<M, ?, ?> relation : relations) {
                counting = counting.withCount(relation);
            }
            return counting;
        });
    }

    /** Reads the rows again, but only their keys and what the query adds, and puts that into the models. */
    static <M extends Model<M>> Mono<Void> count(List<M> models, UnaryOperator<ModelQuery<M>> counting) {
        return onTheirDatabases(
                        models,
                        (query, some) -> rows(
                                        counting.apply(query.withoutDefaults()
                                                .select(query.table()
                                                        .primaryKey()
                                                        .key()
                                                        .names())),
                                        some)
                                .doOnNext(
                                        rows -> some.forEach(model -> takeExtras(model, rows.get(ValueKey.of(model)))))
                                .then())
                .then();
    }

    private static <M extends Model<M>> void takeExtras(M model, @Nullable M row) {
        if (row != null) {
            row.attributes().extras().forEach(model.attributes()::putExtra);
        }
    }

    static <M extends Model<M>> Mono<Collection<M>> fresh(List<M> models) {
        return onTheirDatabases(models, (query, some) -> rows(query, some).map(rows -> pairs(some, rows)))
                .collect(IdentityHashMap<M, M>::new, IdentityHashMap::putAll)
                .map(fresh -> Collection.make(
                        models.stream().map(fresh::get).filter(Objects::nonNull).toList()));
    }

    private static <M extends Model<M>> IdentityHashMap<M, M> pairs(List<M> models, Map<Object, M> rows) {
        IdentityHashMap<M, M> pairs = new IdentityHashMap<>();
        for (M model : models) {
            M row = rows.get(ValueKey.of(model));
            if (row != null) {
                pairs.put(model, row);
            }
        }
        return pairs;
    }

    /** The rows of these models that are there, by their keys; softly deleted ones too, as the models are in hand. */
    private static <M extends Model<M>> Mono<Map<Object, M>> rows(ModelQuery<M> query, List<M> models) {
        return query.withTrashed()
                .inChunks(
                        Collection.make(models).unique().modelKeys(),
                        query.table().primaryKey().columns().size(),
                        keys -> query.withTrashed()
                                .constrained(query.table().primaryKey().key().isOneOf(keys)))
                .flatMapIterable(rows -> rows)
                .collectMap(ValueKey::of, row -> row);
    }

    private static <M extends Model<M>, T> Flux<T> onTheirDatabases(List<M> models, Work<M, T> work) {
        return Flux.defer(() -> {
            Map<@Nullable Database, List<M>> byDatabase = new LinkedHashMap<>();
            for (M model : models) {
                byDatabase
                        .computeIfAbsent(model.attributes().database(), unused -> new ArrayList<>())
                        .add(model);
            }
            return Flux.fromIterable(byDatabase.entrySet())
                    .concatMap(part -> work.on(queryOn(part.getKey(), part.getValue()), part.getValue()));
        });
    }

    private static <M extends Model<M>> ModelQuery<M> queryOn(@Nullable Database database, List<M> models) {
        ModelQuery<M> query = models.get(0).table().query();
        return database == null ? query : query.on(database);
    }

    /** What is to be done for models of one database. */
    @FunctionalInterface
    private interface Work<M extends Model<M>, T> {
        Mono<T> on(ModelQuery<M> query, List<M> models);
    }
}
