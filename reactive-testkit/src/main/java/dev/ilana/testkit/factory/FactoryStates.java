package dev.ilana.testkit.factory;

import dev.ilana.connection.Database;
import dev.ilana.model.Assignment;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;

/**
 * What a factory says of a model by itself: its states, its numbers, what is called around it, and how it is run. Every word
 * gives another factory and leaves this one as it is.
 *
 * @param <M> the model
 * @param <F> the factory itself
 */
public abstract sealed class FactoryStates<M extends Model<M>, F extends FactoryStates<M, F>> permits FactoryBuilder {

    private final Recipe<M> recipe;

    FactoryStates(Recipe<M> recipe) {
        this.recipe = recipe;
    }

    final Recipe<M> recipe() {
        return recipe;
    }

    /** A factory of this kind of which that was said. */
    abstract F with(Recipe<M> newRecipe);

    // States

    /** Declares a state by name, for {@link #state(String)}. */
    public final F state(String name, UnaryOperator<M> change) {
        return state(name, (model, fake) -> change.apply(model));
    }

    /** The same of a state that needs made-up data. */
    public final F state(String name, BiFunction<? super M, ? super Fake, ? extends M> change) {
        return with(recipe.with(recipe.states().withKnown(name, change::apply)));
    }

    /**
     * Has the models in the state of that name, after those that were said before.
     *
     * @throws UnknownStateException when it is not declared, naming the nearest and those that are
     */
    public final F state(String name) {
        return with(recipe.inState(name));
    }

    /** {@link #state(String)}. */
    public final F as(String name) {
        return state(name);
    }

    /** Has the models in a state without a name. */
    public final F state(UnaryOperator<M> change) {
        return state((model, fake) -> change.apply(model));
    }

    /** The same of a state that needs made-up data. */
    public final F state(BiFunction<? super M, ? super Fake, ? extends M> change) {
        return with(recipe.with(recipe.states().withChange(change::apply)));
    }

    /** Whether the models are in the state of that name: for callbacks, which are given the factory. */
    public final boolean hasState(String name) {
        return recipe.states().applied().contains(name);
    }

    /** Sets these values last, whatever the definition, the states and {@code forParent} say. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final F set(Assignment<M>... values) {
        return with(recipe.with(recipe.states()
                .withOverriding(Arrays.stream(values).map(Overriding::of).toList())));
    }

    /** The factory with what the trait says. */
    public final F configure(Trait<M> trait) {
        return with(trait.apply(new Factory<>(recipe)).recipe());
    }

    /** {@link #configure} where the condition is true. */
    public final F when(boolean condition, Trait<M> then) {
        return condition ? configure(then) : with(recipe);
    }

    /** {@link #configure} where the condition is false. */
    public final F unless(boolean condition, Trait<M> then) {
        return when(!condition, then);
    }

    // Numbers

    /** Changes the models in turn, the first by the first, and after the last by the first again. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final F sequence(UnaryOperator<M>... changes) {
        List<UnaryOperator<M>> turns = List.of(changes);
        return turns.isEmpty()
                ? with(recipe)
                : state((model, fake) -> turns.get(fake.index() % turns.size()).apply(model));
    }

    /** Gives the column these values in turn: {@code sequence(KIND, Kind.ADMIN, Kind.MEMBER)}. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final <T> F sequence(Column<M, T> column, @Nullable T... values) {
        List<@Nullable T> turns = Arrays.asList(values.clone());
        return turns.isEmpty()
                ? with(recipe)
                : state((model, fake) -> model.set(column, turns.get(fake.index() % turns.size())));
    }

    /** Gives the column what the function makes of the next number that the factory has for it, from 1. */
    public final <T> F sequenceFor(Column<M, T> column, LongFunction<? extends T> value) {
        return state((model, fake) -> model.set(column, value.apply(fake.sequence(column.name()))));
    }

    /** {@link #sequenceFor(Column, LongFunction)} by name. */
    public final F sequenceFor(String column, LongFunction<?> value) {
        return state((model, fake) -> model.setAttribute(column, value.apply(fake.sequence(column))));
    }

    /** Has the numbers under the key, or of the column of that name, begin at 1 again with each run of this factory. */
    public final F resetSequence(String key) {
        return with(recipe.with(recipe.settings().withReset(key)));
    }

    // What is called

    /**
     * Calls the function with the attributes of a model by name, once states and values are in: what it gives is set too, by
     * name; give an empty map for nothing.
     */
    public final F beforeMaking(
            Function<Map<String, @Nullable Object>, Map<String, ? extends @Nullable Object>> callback) {
        return with(recipe.with(recipe.callbacks().withBeforeMaking(callback)));
    }

    /** Calls the function with each model that is made, before it is stored. */
    public final F afterMaking(Consumer<? super M> callback) {
        return with(recipe.with(recipe.callbacks().withAfterMaking(callback)));
    }

    /** Calls the function before a model is stored, when all that it points at is; what it gives is waited for. */
    public final F beforeCreating(Function<? super M, ? extends Publisher<?>> callback) {
        return beforeCreating((model, factory) -> callback.apply(model));
    }

    /** The same with the factory, for {@link #hasState}. */
    public final F beforeCreating(BiFunction<? super M, Factory<M>, ? extends Publisher<?>> callback) {
        return with(recipe.with(recipe.callbacks().withBeforeCreating(callback)));
    }

    /** Calls the function when a model is stored, with all that is created for it; what it gives is waited for. */
    public final F afterCreating(Function<? super M, ? extends Publisher<?>> callback) {
        return afterCreating((model, factory) -> callback.apply(model));
    }

    /** The same with the factory, for {@link #hasState}. */
    public final F afterCreating(BiFunction<? super M, Factory<M>, ? extends Publisher<?>> callback) {
        return with(recipe.with(recipe.callbacks().withAfterCreating(callback)));
    }

    // How it is run

    /**
     * Makes the same data in every run: it is a function of the seed, the factory and the place of each model, whatever runs
     * beside it, and all sequences count from 1 in the run. It holds for the factories inside too, whose own seeds do not
     * count. What asks a clock, as Datafaker's dates do, is not the same.
     */
    public final F withSeed(long seed) {
        return with(recipe.with(recipe.settings().withSeed(seed)));
    }

    /** Makes data of that language and country, where Datafaker has it; English is the default, wherever the machine is. */
    public final F withLocale(Locale locale) {
        return with(recipe.with(recipe.settings().withLocale(locale)));
    }

    /** Stores on that database, whatever the chain says; models of a table with a connection of its own stay on theirs. */
    public final F on(Database database) {
        return with(recipe.with(recipe.settings().withDatabase(database)));
    }
}
