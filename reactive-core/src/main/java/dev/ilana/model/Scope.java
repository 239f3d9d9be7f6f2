package dev.ilana.model;

/**
 * A named part of a query: {@code USERS.query().scope(active())}.
 *
 * @param <M> the model
 */
@FunctionalInterface
public interface Scope<M extends Model<M>> {

    /** The query with this scope applied. */
    ModelQuery<M> apply(ModelQuery<M> query);
}
