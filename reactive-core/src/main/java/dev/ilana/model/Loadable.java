package dev.ilana.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What can be loaded into a model beside its columns: a {@link Relation}, to models of one table, or one to models of several.
 *
 * @param <M> the parent, which declares it
 * @param <V> what it is once loaded: a collection, or a model that may be null
 */
public interface Loadable<M extends Model<M>, V> extends Attribute<M, V> {

    /** The name that {@code with("name")} knows it by. */
    String name();

    /** The table that declares it. */
    ModelTable<M> owner();

    /** The tables of the models that it may be. */
    List<? extends ModelTable<?>> tables();

    /** Whether the model that declares it points at what it has here, and not the other way round. */
    default boolean isPointer() {
        return false;
    }

    /**
     * Makes one point at the other, when it is new and points nowhere; both have keys by then, or the one that is pointed at
     * has. Nothing where neither does, as with a pivot table.
     */
    default void point(M model, Model<?> related) {}

    /** How it is loaded, with all its models have below the path; without a path, by itself. */
    EagerLoad<M> loading(@Nullable String below);

    /**
     * What the model has here once it is loaded.
     *
     * @throws dev.ilana.error.RelationNotLoadedException when it is not
     */
    @Override
    default @Nullable V valueIn(M model) {
        return model.get(this);
    }
}
