package dev.ilana.schema.dynamic;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.RelationNotLoadedException;
import dev.ilana.error.UnknownRelationException;
import dev.ilana.model.Collection;
import dev.ilana.model.Loadable;
import dev.ilana.model.Model;
import dev.ilana.model.ModelQuery;
import dev.ilana.model.ModelTable;
import dev.ilana.relation.BelongsTo;
import dev.ilana.relation.BelongsToMany;
import dev.ilana.relation.HasMany;
import dev.ilana.relation.HasOne;
import dev.ilana.relation.PivotQuery;
import dev.ilana.relation.RelationQuery;
import org.jspecify.annotations.Nullable;

/**
 * A model of a table that is known only at run time: its attributes and relations go by their names. All else is as for any
 * {@link Model}. A relation is a query, {@link #relation}, and once loaded a value, {@link #many} or {@link #one}.
 */
@SuppressWarnings("unchecked") // both sides of a relation here are dynamic
public final class DynamicModel extends Model<DynamicModel> {

    DynamicModel(ModelTable<DynamicModel> table) {
        super(table);
    }

    // Attributes

    /**
     * The attribute of that name, or the loaded value of the relation of that name; null when it is null, or was not set on a
     * model that is not stored.
     *
     * @throws dev.ilana.error.UnknownColumnException when there is neither, naming the nearest attribute
     * @throws dev.ilana.error.AttributeNotLoadedException when the model was read without it
     * @throws RelationNotLoadedException when the relation is not loaded
     */
    public @Nullable Object get(String name) {
        return table().relationNames().contains(name) ? getRelation(name) : getAttribute(name);
    }

    /**
     * {@link #getAttribute(String, Class)}: the attribute as that class, numbers converted where nothing is lost; null when it
     * is null.
     *
     * @throws dev.ilana.error.TypeMismatchException when it can't be had as that class
     */
    public <T> @Nullable T get(String name, Class<T> type) {
        return getAttribute(name, type);
    }

    /**
     * Sets the attribute of that name, whether or not it may be given in a mass assignment.
     *
     * @throws dev.ilana.error.UnknownColumnException when there is none, naming the nearest
     * @throws dev.ilana.error.TypeMismatchException for a value of another type
     * @throws dev.ilana.error.NullNotAllowedException for a null where the column takes none
     * @throws InvalidUsageException for a column that the database makes of others
     */
    @CanIgnoreReturnValue
    public DynamicModel set(String name, @Nullable Object value) {
        return setAttribute(name, value);
    }

    // Relations, loaded

    /**
     * The loaded models of a relation to many.
     *
     * @throws RelationNotLoadedException when neither {@code with} nor {@code load} has loaded it
     * @throws UnknownRelationException when there is none of that name, naming the nearest
     * @throws InvalidUsageException when it is a relation to one
     */
    public Collection<DynamicModel> many(String relation) {
        if (getRelation(relation) instanceof Collection<?> models) {
            return (Collection<DynamicModel>) models;
        }
        throw wrong(relation, "to one model: use one(name)");
    }

    /**
     * The loaded model of a relation to one; null when there is none.
     *
     * @throws RelationNotLoadedException when neither {@code with} nor {@code load} has loaded it
     * @throws UnknownRelationException when there is none of that name, naming the nearest
     * @throws InvalidUsageException when it is a relation to many
     */
    public @Nullable DynamicModel one(String relation) {
        Object loaded = getRelation(relation);
        if (loaded instanceof Collection<?>) {
            throw wrong(relation, "to many models: use many(name)");
        }
        return (DynamicModel) loaded;
    }

    // Relations, as queries

    /**
     * The related rows as a query, whatever the kind of the relation.
     *
     * @throws UnknownRelationException when there is none of that name, naming the nearest
     */
    public ModelQuery<DynamicModel> relation(String relation) {
        Loadable<DynamicModel, ?> found = table().relation(relation);
        return found instanceof BelongsTo
                ? ((BelongsTo<DynamicModel, DynamicModel>) found).of(this)
                : related(relation).query();
    }

    /**
     * The rows that point at this one or are related by a table between: a query, and the place to make more.
     *
     * @throws UnknownRelationException when there is none of that name, naming the nearest
     * @throws InvalidUsageException when this model is what points: use {@link #associate}
     */
    public RelationQuery<DynamicModel> related(String relation) {
        Loadable<DynamicModel, ?> found = table().relation(relation);
        if (found instanceof HasMany) {
            return ((HasMany<DynamicModel, DynamicModel>) found).of(this);
        } else if (found instanceof HasOne) {
            return ((HasOne<DynamicModel, DynamicModel>) found).of(this);
        } else if (found instanceof BelongsToMany) {
            return pivot(relation);
        }
        throw wrong(relation, "by a key of this model's own: use relation(name) and associate(name, model)");
    }

    /**
     * The rows related by a table between: a query, and what attaches, detaches and syncs.
     *
     * @throws UnknownRelationException when there is none of that name, naming the nearest
     * @throws InvalidUsageException when no table is between
     */
    public PivotQuery<DynamicModel> pivot(String relation) {
        Loadable<DynamicModel, ?> found = table().relation(relation);
        if (found instanceof BelongsToMany) {
            return ((BelongsToMany<DynamicModel, DynamicModel>) found).of(this);
        }
        throw wrong(relation, "without a table between: use related(name)");
    }

    /**
     * Points this model at that one, which must be stored; written by the next {@code save()}.
     *
     * @throws UnknownRelationException when there is none of that name, naming the nearest
     * @throws InvalidUsageException when this model is not what points, or that one is of another table or has no key yet
     */
    @CanIgnoreReturnValue
    public DynamicModel associate(String relation, DynamicModel parent) {
        return pointer(relation).associate(this, parent);
    }

    /**
     * Points this model at none; written by the next {@code save()}.
     *
     * @throws dev.ilana.error.NullNotAllowedException when it must point at one
     */
    @CanIgnoreReturnValue
    public DynamicModel dissociate(String relation) {
        return pointer(relation).dissociate(this);
    }

    private BelongsTo<DynamicModel, DynamicModel> pointer(String relation) {
        Loadable<DynamicModel, ?> found = table().relation(relation);
        if (found instanceof BelongsTo) {
            return (BelongsTo<DynamicModel, DynamicModel>) found;
        }
        throw wrong(relation, "by keys elsewhere: use related(name)");
    }

    private InvalidUsageException wrong(String relation, String what) {
        return new InvalidUsageException(table() + "." + relation + " relates " + what);
    }
}
