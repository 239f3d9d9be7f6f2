package dev.ilana.model;

import org.jspecify.annotations.Nullable;

/**
 * Something that each model has: a {@link Column}, an {@link Accessor}, a {@link Relation} that is loaded; or whatever a
 * function makes of the model, such as {@code User::name}. The words of a {@link Collection} take any of them.
 *
 * @param <M> the model
 * @param <T> the value in Java
 */
@FunctionalInterface
public interface Attribute<M extends Model<M>, T> {

    /** The value that the model has here; null where it may be null. */
    @Nullable T valueIn(M model);
}
