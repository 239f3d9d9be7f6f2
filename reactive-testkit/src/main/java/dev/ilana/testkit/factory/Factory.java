package dev.ilana.testkit.factory;

import dev.ilana.model.Model;
import dev.ilana.model.WritableTable;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Makes a model with made-up data, and stores it:
 *
 * <pre>{@code
 * static final Factory<User> USER = Factory.of(USERS, fake -> new User().name(fake.name().fullName()))
 *         .state("admin", user -> user.set(KIND, ADMIN));
 *
 * Mono<User> admin = USER.state("admin").create();
 * Flux<User> writers = USER.has(POST.times(3), POSTS).times(10).create();
 * }</pre>
 *
 * A factory never changes: each word gives another one. Nothing is made before there is a subscriber, and each subscriber
 * gets new models. The functions that it is given run on a thread that may block, one after the other in each run.
 *
 * @param <M> the model
 */
public final class Factory<M extends Model<M>> extends FactoryBuilder<M, Factory<M>> {

    Factory(Recipe<M> recipe) {
        super(recipe);
    }

    /** A factory of the table's models, each of which the function makes new. */
    public static <M extends Model<M>> Factory<M> of(
            WritableTable<M> table, Function<? super Fake, ? extends M> definition) {
        return new Factory<>(Recipe.of(new Definition<>(table, definition)));
    }

    /** The same by attributes, fillable or not. */
    public static <M extends Model<M>> Factory<M> ofAttributes(
            WritableTable<M> table, Function<? super Fake, ? extends Map<String, ?>> definition) {
        return of(table, fake -> table.make().forceFill(definition.apply(fake)));
    }

    /** Has the numbers that all factories have under the key begin at 1 again. */
    public static void resetGlobalSequence(String key) {
        Sequences.GLOBAL.reset(key);
    }

    @Override
    Factory<M> with(Recipe<M> newRecipe) {
        return new Factory<>(newRecipe);
    }

    @Override
    int count() {
        return 1;
    }

    private Creation<M> creation() {
        return new Creation<>(recipe(), 1);
    }

    /** The attributes of a new model by name, without what it would be related to. */
    public Mono<Map<String, @Nullable Object>> raw() {
        return creation().raw().single();
    }

    /** {@link #raw()} with these values, fillable or not. */
    public Mono<Map<String, @Nullable Object>> raw(Map<String, ? extends @Nullable Object> values) {
        return Mono.defer(() -> creation().with(values).raw().single());
    }

    /** A new model with all that it is related to, none of it stored: {@code push()} stores it, but for tables between. */
    public Mono<M> make() {
        return creation().make().single();
    }

    /** {@link #make()} with these values, fillable or not. */
    public Mono<M> make(Map<String, ? extends @Nullable Object> values) {
        return Mono.defer(() -> creation().with(values).make().single());
    }

    /**
     * Stores a new model by {@code save()}, after what it points at and before what points at it, in one transaction; gives
     * it with its key, and with what was created for it loaded. Of a table between no values are loaded.
     */
    public Mono<M> create() {
        return creation().create().single();
    }

    /** {@link #create()} with these values, fillable or not. */
    public Mono<M> create(Map<String, ? extends @Nullable Object> values) {
        return Mono.defer(() -> creation().with(values).create().single());
    }

    /**
     * {@link #create()} with what it is related to, by the names of relations: {@code Map.of("posts", POST.times(3), "roles",
     * ROLE)}.
     *
     * @throws dev.ilana.error.UnknownRelationException as an error, when there is none of that name, naming the nearest
     */
    public Mono<M> createWithRelations(Map<String, ? extends FactoryBuilder<?, ?>> relations) {
        return Mono.defer(
                () -> new Creation<>(withRelations(relations), 1).create().single());
    }
}
