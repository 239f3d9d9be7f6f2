package dev.ilana.testkit.factory;

import dev.ilana.model.Model;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A {@link Factory} of several models: what {@link #times} gives. Words said after {@code times} are as those said before.
 *
 * @param <M> the model
 */
public final class FactoryOfMany<M extends Model<M>> extends FactoryBuilder<M, FactoryOfMany<M>> {

    /** As many as one statement of few columns takes. */
    private static final int BATCH = 1_000;

    private final Creation<M> creation;

    FactoryOfMany(Recipe<M> recipe, int count) {
        super(recipe);
        this.creation = new Creation<>(recipe, count);
    }

    @Override
    FactoryOfMany<M> with(Recipe<M> newRecipe) {
        return new FactoryOfMany<>(newRecipe, count());
    }

    @Override
    int count() {
        return creation.count();
    }

    /** The attributes of new models by name, without what they would be related to. */
    public Flux<Map<String, @Nullable Object>> raw() {
        return creation.raw();
    }

    /** {@link #raw()} with these values, fillable or not. */
    public Flux<Map<String, @Nullable Object>> raw(Map<String, ? extends @Nullable Object> values) {
        return Flux.defer(() -> creation.with(values).raw());
    }

    /** New models with all that they are related to, none of it stored: {@code push()} stores one, but for tables between. */
    public Flux<M> make() {
        return creation.make();
    }

    /** {@link #make()} with these values, fillable or not. */
    public Flux<M> make(Map<String, ? extends @Nullable Object> values) {
        return Flux.defer(() -> creation.with(values).make());
    }

    /**
     * Stores new models by {@code save()}, one after the other, as {@link Factory#create()} does each. All are one
     * transaction: they are held in memory and given after its COMMIT, or an error or a cancel leaves none. For large
     * numbers there is {@link #createInBatches}.
     */
    public Flux<M> create() {
        return creation.create();
    }

    /** {@link #create()} with these values, fillable or not. */
    public Flux<M> create(Map<String, ? extends @Nullable Object> values) {
        return Flux.defer(() -> creation.with(values).create());
    }

    /** {@link Factory#createWithRelations} of each model. */
    public Flux<M> createWithRelations(Map<String, ? extends FactoryBuilder<?, ?>> relations) {
        return Flux.defer(() -> new Creation<>(withRelations(relations), count()).create());
    }

    /**
     * Stores new models with all that they are related to, so many at a time, by few statements for each table and as fast as
     * they are asked for; only two batches are in memory. Callbacks of factories are called, hooks and events of models are
     * not. Each batch is a transaction whose models are given after its COMMIT, so an error or a cancel leaves the batches
     * before it.
     *
     * @throws dev.ilana.error.InvalidUsageException for batches of none
     */
    public Flux<M> createInBatches(int size) {
        Creation.requireSize(size);
        return creation.createInBatches(size);
    }

    /**
     * Stores new models as fast as the database takes them, without telling them their keys; gives their number. What they
     * point at is created too.
     *
     * @throws dev.ilana.error.InvalidUsageException where something is to follow a model: what it has, or {@code afterCreating}
     */
    public Mono<Long> bulk() {
        return bulk(BATCH);
    }

    /**
     * The same, so many at a time.
     *
     * @throws dev.ilana.error.InvalidUsageException for batches of none, or where something is to follow a model
     */
    public Mono<Long> bulk(int size) {
        Creation.requireSize(size);
        return creation.bulk(size);
    }
}
