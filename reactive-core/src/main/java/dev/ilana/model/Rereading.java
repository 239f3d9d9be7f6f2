package dev.ilana.model;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Reads the rows of models that are there already once more, all at once. Nothing is sent for no models. */
final class Rereading {

    private Rereading() {}

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
        return ByDatabase.each(
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
        return ByDatabase.each(models, (query, some) -> rows(query, some).map(rows -> pairs(some, rows)))
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
                .findMany(Collection.make(models).unique().modelKeys())
                .collectMap(ValueKey::of, row -> row);
    }
}
