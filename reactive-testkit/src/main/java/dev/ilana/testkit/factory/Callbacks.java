package dev.ilana.testkit.factory;

import dev.ilana.model.Model;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is called around the making and the storing of a model, each in the order in which it was said. */
record Callbacks<M extends Model<M>>(
        List<Function<Map<String, @Nullable Object>, Map<String, ? extends @Nullable Object>>> beforeMaking,
        List<Consumer<? super M>> afterMaking,
        List<BiFunction<? super M, Factory<M>, ? extends Publisher<?>>> beforeCreating,
        List<BiFunction<? super M, Factory<M>, ? extends Publisher<?>>> afterCreating) {

    static <M extends Model<M>> Callbacks<M> none() {
        return new Callbacks<>(List.of(), List.of(), List.of(), List.of());
    }

    Callbacks<M> withBeforeMaking(
            Function<Map<String, @Nullable Object>, Map<String, ? extends @Nullable Object>> callback) {
        return new Callbacks<>(Recipe.added(beforeMaking, callback), afterMaking, beforeCreating, afterCreating);
    }

    Callbacks<M> withAfterMaking(Consumer<? super M> callback) {
        return new Callbacks<>(beforeMaking, Recipe.added(afterMaking, callback), beforeCreating, afterCreating);
    }

    Callbacks<M> withBeforeCreating(BiFunction<? super M, Factory<M>, ? extends Publisher<?>> callback) {
        return new Callbacks<>(beforeMaking, afterMaking, Recipe.added(beforeCreating, callback), afterCreating);
    }

    Callbacks<M> withAfterCreating(BiFunction<? super M, Factory<M>, ? extends Publisher<?>> callback) {
        return new Callbacks<>(beforeMaking, afterMaking, beforeCreating, Recipe.added(afterCreating, callback));
    }

    /** Calls these for each of the models, one after the other. */
    static <M extends Model<M>> Mono<Void> call(
            List<BiFunction<? super M, Factory<M>, ? extends Publisher<?>>> callbacks,
            List<Made<M>> made,
            Recipe<M> recipe) {
        if (callbacks.isEmpty()) {
            return Mono.empty();
        }
        Factory<M> factory = new Factory<>(recipe);
        return Flux.fromIterable(made)
                .concatMap(
                        one -> Flux.fromIterable(callbacks).concatMap(callback -> callback.apply(one.model(), factory)))
                .then();
    }
}
