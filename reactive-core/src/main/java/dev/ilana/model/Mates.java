package dev.ilana.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.connection.Database;
import dev.ilana.connection.Outcome;
import dev.ilana.connection.Tenant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The models of one result, which know each other. Where loads are batched, what one of them loads is loaded into all that
 * don't have it, by one query; those that ask meanwhile wait for it, and who asks later has it already.
 */
final class Mates<M extends Model<M>> {

    private final List<M> models;
    private final boolean areBatched;
    private final Map<Load<M>, Batch<M>> underWay = new HashMap<>();
    /** The models that have it because another one asked. */
    private final Map<Load<M>, Set<M>> ahead = new HashMap<>();

    /** A load in one transaction, or outside of any, and for one tenant: what the one sees is not for the other. */
    private record Load<M extends Model<M>>(
            RelationPath<M> path,
            Database database,
            @Nullable Outcome transaction,
            @Nullable Object tenant) {}

    private record Batch<M>(Set<M> models, Mono<Void> loaded) {}

    private Mates(List<M> models, boolean areBatched) {
        this.models = models;
        this.areBatched = areBatched;
    }

    /** Makes the models of a result known to each other. */
    static <M extends Model<M>> void acquaint(List<M> models, boolean areBatched) {
        Mates<M> mates = new Mates<>(List.copyOf(models), areBatched);
        models.forEach(model -> model.setMates(mates));
    }

    /** Whether what one of them loads is loaded into the others too. */
    boolean areBatched() {
        return areBatched;
    }

    /** Loads into the model, and into all that don't have it. */
    Mono<Void> load(M model, RelationPath<M> path, Function<List<M>, Mono<Void>> load) {
        return Mono.deferContextual(context -> {
            Database database = model.databaseIn(context);
            return load(model, new Load<>(path, database, database.outcome(context), Tenant.find(context)), load);
        });
    }

    private synchronized Mono<Void> load(M model, Load<M> key, Function<List<M>, Mono<Void>> load) {
        if (takeAhead(key, model) && model.relationLoaded(key.path().relation())) {
            return Mono.empty();
        }
        Batch<M> batch = underWay.get(key);
        if (batch == null || !batch.models().contains(model)) {
            batch = begin(model, key, load);
        }
        return batch.loaded().doOnSuccess(nothing -> takeAhead(key, model));
    }

    private Batch<M> begin(M model, Load<M> key, Function<List<M>, Mono<Void>> load) {
        List<M> waiting = new ArrayList<>();
        for (M mate : models) {
            if (mate == model || !mate.relationLoaded(key.path().relation())) {
                waiting.add(mate);
            }
        }
        // Whoever began it may be cancelled, and others wait: so it is not.
        Mono<Void> loaded = load.apply(waiting)
                .doOnSuccess(nothing -> markAhead(key, waiting))
                .doFinally(signal -> end(key))
                .cache();
        Batch<M> batch = new Batch<>(identitySet(waiting), loaded);
        underWay.put(key, batch);
        return batch;
    }

    private synchronized void markAhead(Load<M> key, List<M> loaded) {
        ahead.computeIfAbsent(key, unused -> identitySet(List.of())).addAll(loaded);
    }

    /** Whether the model has it because another one asked; only once, as who asks again wants it read again. */
    @CanIgnoreReturnValue
    private synchronized boolean takeAhead(Load<M> key, M model) {
        Set<M> models = ahead.get(key);
        return models != null && models.remove(model);
    }

    private synchronized void end(Load<M> key) {
        underWay.remove(key);
    }

    private static <M> Set<M> identitySet(Collection<M> models) {
        Set<M> set = Collections.newSetFromMap(new IdentityHashMap<>());
        set.addAll(models);
        return set;
    }
}
