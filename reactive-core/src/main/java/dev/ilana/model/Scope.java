package dev.ilana.model;

import java.util.function.UnaryOperator;

/**
 * A named part of a query: {@code USERS.query().scope(active())}. It says of related models too which are meant: {@code
 * POSTS.query().whereHas(AUTHOR, active())}.
 *
 * @param <M> the model
 */
@FunctionalInterface
public interface Scope<M extends Model<M>> extends UnaryOperator<ModelQuery<M>> {

    /** The query with this scope applied. */
    @Override
    ModelQuery<M> apply(ModelQuery<M> query);
}
