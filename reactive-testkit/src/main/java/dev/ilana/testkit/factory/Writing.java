package dev.ilana.testkit.factory;

import dev.ilana.model.Model;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Stores what was made: what is pointed at first, then the models, then what points at them, then what is attached. */
enum Writing {
    /** By {@code save()}, each with what belongs to it before the next. */
    ONE_BY_ONE,
    /** By few statements for all models of a table. */
    TOGETHER;

    /** Stores those that are new; all of them were made by the same recipe. */
    <M extends Model<M>> Mono<Void> write(List<Made<M>> made) {
        List<Made<M>> fresh = made.stream().filter(one -> one.recipe() != null).toList();
        if (fresh.isEmpty()) {
            return Mono.empty();
        }
        Recipe<M> recipe = Objects.requireNonNull(fresh.get(0).recipe(), "it was made by one");
        return this == TOGETHER
                ? write(recipe, fresh)
                : Flux.fromIterable(fresh)
                        .concatMap(one -> write(recipe, List.of(one)))
                        .then();
    }

    private <M extends Model<M>> Mono<Void> write(Recipe<M> recipe, List<Made<M>> made) {
        return ready(recipe, made)
                .then(Mono.defer(() -> store(recipe, made)))
                .thenMany(Flux.fromIterable(recipe.relatives().others())
                        .concatMap(other -> write(other.madeFor(made)).then(other.relate(made))))
                .then(Callbacks.call(recipe.callbacks().afterCreating(), made, recipe));
    }

    private <M extends Model<M>> Mono<Void> store(Recipe<M> recipe, List<Made<M>> made) {
        Flux<M> models = Flux.fromIterable(made).map(Made::model);
        return this == TOGETHER
                ? recipe.table().insertMany(models).then()
                : models.concatMap(Model::save).then();
    }

    /** Adds the rows without telling the models; gives their number. */
    static <M extends Model<M>> Mono<Long> bulk(Recipe<M> recipe, List<Made<M>> made) {
        List<M> models = made.stream().map(Made::model).toList();
        return TOGETHER.ready(recipe, made).then(Mono.defer(() -> recipe.table().bulkInsert(models)));
    }

    /** Stores what the models point at, and has them point there. */
    private <M extends Model<M>> Mono<Void> ready(Recipe<M> recipe, List<Made<M>> made) {
        return Flux.fromIterable(recipe.relatives().parents())
                .concatMap(parent -> write(parent.madeFor(made)))
                .then(Mono.<Void>fromRunnable(() -> made.forEach(Made::point)))
                .then(Callbacks.call(recipe.callbacks().beforeCreating(), made, recipe));
    }
}
