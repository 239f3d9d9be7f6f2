package dev.ilana.testkit.factory;

import dev.ilana.model.Model;

/**
 * What several factories of a model may be told at once, by {@link FactoryStates#configure}: {@code Trait<User> premium = users
 * -> users.state("premium").has(POST, POSTS)}.
 *
 * @param <M> the model
 */
@FunctionalInterface
public interface Trait<M extends Model<M>> {

    /** The factory with what the trait says. */
    Factory<M> apply(Factory<M> factory);
}
