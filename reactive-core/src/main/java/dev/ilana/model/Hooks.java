package dev.ilana.model;

import dev.ilana.connection.Database;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** What is to run at the events of some models, in the order it was registered. */
final class Hooks<M extends Model<?>> {

    /** In a Context, says that events are not told. */
    private static final Object QUIET = new Object();

    private final List<Hook<M>> hooks = new CopyOnWriteArrayList<>();
    /** Those of all models, which run before these. */
    private final @Nullable Hooks<? super M> shared;

    private record Hook<M extends Model<?>>(
            @Nullable ModelEvent event,
            BooleanSupplier condition,
            boolean afterCommit,
            BiFunction<ModelEvent, ? super M, Publisher<Void>> action) {

        boolean isFor(ModelEvent happened) {
            return (event == null || event == happened) && condition.getAsBoolean();
        }
    }

    Hooks(@Nullable Hooks<? super M> shared) {
        this.shared = shared;
    }

    static Context quietly(Context context) {
        return context.put(QUIET, true);
    }

    /** Registers the action until the answer is disposed of; for every event where none is given. */
    Disposable add(
            @Nullable ModelEvent event,
            BooleanSupplier condition,
            boolean afterCommit,
            BiFunction<ModelEvent, ? super M, Publisher<Void>> action) {
        Hook<M> hook = new Hook<>(event, condition, afterCommit, action);
        hooks.add(hook);
        return () -> hooks.remove(hook);
    }

    boolean isEmpty() {
        return hooks.isEmpty() && (shared == null || shared.isEmpty());
    }

    /** Runs what there is for the event, one after the other. */
    Mono<Void> fire(ModelEvent event, M model) {
        if (isEmpty()) {
            return Mono.empty();
        }
        return Mono.deferContextual(
                context -> context.hasKey(QUIET) ? Mono.empty() : run(event, model, model.databaseIn(context)));
    }

    private Mono<Void> run(ModelEvent event, M model, Database database) {
        Mono<Void> first = shared == null ? Mono.empty() : shared.run(event, model, database);
        return first.then(Flux.fromIterable(hooks)
                .filter(hook -> hook.isFor(event))
                .concatMap(hook -> hook.afterCommit() && event.isAfter()
                        ? database.afterCommit(() -> hook.action().apply(event, model))
                        : hook.action().apply(event, model))
                .then());
    }
}
