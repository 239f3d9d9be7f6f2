package dev.ilana.testkit.factory;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.model.Loadable;
import dev.ilana.model.Model;
import dev.ilana.model.Relation;
import dev.ilana.relation.BelongsTo;
import dev.ilana.relation.BelongsToMany;
import dev.ilana.relation.HasOneOrMany;
import dev.ilana.relation.MorphTo;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * The words that a factory of one and a factory of many share: those of {@link FactoryStates}, and what the models are
 * related to. What is related is made anew for each model, and loaded into it.
 *
 * @param <M> the model
 * @param <F> the factory itself
 */
public abstract sealed class FactoryBuilder<M extends Model<M>, F extends FactoryBuilder<M, F>>
        extends FactoryStates<M, F> permits Factory, FactoryOfMany {

    FactoryBuilder(Recipe<M> recipe) {
        super(recipe);
    }

    /** How many models it makes. */
    abstract int count();

    /** So many models by what was said of this factory. */
    public final FactoryOfMany<M> times(int count) {
        return new FactoryOfMany<>(recipe(), count);
    }

    /** {@link #times}. */
    public final FactoryOfMany<M> count(int count) {
        return times(count);
    }

    // What belongs to a model

    /**
     * Has models of the other factory belong to each model: {@code USER.has(POST.times(3), POSTS)}. By a table between they
     * are attached, without values there.
     *
     * @throws InvalidUsageException for a relation by which a model points, or that leads through other models
     */
    @SuppressWarnings("unchecked") // a relation has models of its related table only
    public final <R extends Model<R>> F has(FactoryBuilder<R, ?> related, Relation<M, R, ?> relation) {
        requireOwn(relation);
        Source<R> source = new Source.Fresh<>(related.recipe(), related.count());
        if (relation instanceof HasOneOrMany<M, R, ?> below) {
            return other(new Children<>(below, source));
        } else if (relation instanceof BelongsToMany<?, ?> between) {
            return other(new Attached<>((BelongsToMany<M, R>) between, source, Map.of()));
        }
        throw relation.isPointer()
                ? new InvalidUsageException(relation + " is what a model points at: use forParent")
                : new InvalidUsageException(relation
                        + " leads through other models: have a factory make those between, with what they have");
    }

    /**
     * {@link #has(FactoryBuilder, Relation)} by the relation's name.
     *
     * @throws dev.ilana.error.UnknownRelationException when there is none, naming the nearest
     */
    public final F has(FactoryBuilder<?, ?> related, String relation) {
        return hasNamed(related, relation);
    }

    @SuppressWarnings("unchecked") // the tables are compared when the models are made
    private <R extends Model<R>> F hasNamed(FactoryBuilder<R, ?> related, String name) {
        Loadable<M, ?> found = recipe().table().relation(name);
        if (found instanceof Relation<M, ?, ?> relation) {
            return has(related, (Relation<M, R, ?>) relation);
        }
        throw new InvalidUsageException(found + " is what a model points at: use forParent");
    }

    /** Attaches models of the other factory to each model, by a table between. */
    public final <R extends Model<R>> F hasAttached(FactoryBuilder<R, ?> related, BelongsToMany<M, R> relation) {
        return hasAttached(related, relation, Map.of());
    }

    /** The same with values of the table between: {@code USER.hasAttached(ROLE.times(2), ROLES, Map.of("level", 3))}. */
    public final <R extends Model<R>> F hasAttached(
            FactoryBuilder<R, ?> related, BelongsToMany<M, R> relation, Map<String, ?> attributes) {
        requireOwn(relation);
        return other(new Attached<>(relation, new Source.Fresh<>(related.recipe(), related.count()), attributes));
    }

    /** Attaches these models, which must be stored, to each model. */
    public final <R extends Model<R>> F hasAttached(Collection<R> related, BelongsToMany<M, R> relation) {
        return hasAttached(related, relation, Map.of());
    }

    /** The same with values of the table between. */
    public final <R extends Model<R>> F hasAttached(
            Collection<R> related, BelongsToMany<M, R> relation, Map<String, ?> attributes) {
        requireOwn(relation);
        return other(new Attached<>(relation, new Source.Existing<>(List.copyOf(related)), attributes));
    }

    /**
     * {@link #hasAttached(FactoryBuilder, BelongsToMany, Map)} by the relation's name.
     *
     * @throws dev.ilana.error.UnknownRelationException when there is none, naming the nearest
     * @throws InvalidUsageException when no table is between
     */
    public final F hasAttached(FactoryBuilder<?, ?> related, String relation, Map<String, ?> attributes) {
        return attachedNamed(related, relation, attributes);
    }

    @SuppressWarnings("unchecked") // the tables are compared when the models are made
    private <R extends Model<R>> F attachedNamed(FactoryBuilder<R, ?> related, String name, Map<String, ?> attributes) {
        if (recipe().table().relation(name) instanceof BelongsToMany<?, ?> relation) {
            return hasAttached(related, (BelongsToMany<M, R>) relation, attributes);
        }
        throw new InvalidUsageException(recipe().table().name() + "." + name + " has no table between: use has");
    }

    private F other(Related<M, ?> other) {
        return with(recipe().with(recipe().relatives().withOther(other)));
    }

    // What a model belongs to

    /** Has each model belong to a new one of the other factory: {@code POST.forParent(USER.state("admin"), AUTHOR)}. */
    public final <R extends Model<R>> F forParent(Factory<R> parent, BelongsTo<M, R> relation) {
        return parent(Parent.by(relation, new Source.Fresh<>(parent.recipe(), 1)));
    }

    /** The same by a relation to one of several tables. */
    public final <R extends Model<R>> F forParent(Factory<R> parent, MorphTo<M> relation) {
        return parent(Parent.by(relation, new Source.Fresh<>(parent.recipe(), 1)));
    }

    /** Has all models belong to that one, which must be stored when they are. */
    public final <R extends Model<R>> F forParent(R parent, BelongsTo<M, R> relation) {
        return parent(Parent.by(relation, new Source.Existing<>(List.of(parent))));
    }

    /** The same by a relation to one of several tables. */
    public final <R extends Model<R>> F forParent(R parent, MorphTo<M> relation) {
        return parent(Parent.by(relation, new Source.Existing<>(List.of(parent))));
    }

    /**
     * {@link #forParent(Factory, BelongsTo)} by the relation's name.
     *
     * @throws dev.ilana.error.UnknownRelationException when there is none, naming the nearest
     * @throws InvalidUsageException when a model does not point by it
     */
    public final F forParent(Factory<?> parent, String relation) {
        return parentNamed(parent, relation);
    }

    @SuppressWarnings("unchecked") // the tables are compared when the models are made
    private <R extends Model<R>> F parentNamed(Factory<R> parent, String name) {
        Loadable<M, ?> found = recipe().table().relation(name);
        if (found instanceof BelongsTo<M, ?> relation) {
            return forParent(parent, (BelongsTo<M, R>) relation);
        } else if (found instanceof MorphTo<?> relation) {
            return forParent(parent, (MorphTo<M>) relation);
        }
        throw new InvalidUsageException(found + " is not what a model points at: use has");
    }

    private F parent(Parent<M, ?> parent) {
        requireOwn(parent.relation());
        return with(recipe().with(recipe().relatives().withParent(parent)));
    }

    /**
     * Takes these models, which must be stored, instead of new ones: whatever is made here and below belongs to one of them by
     * each relation to their table by which it would belong to none or to a new one. Of several of a table it is one at random.
     */
    public final F recycle(Model<?>... models) {
        return recycle(List.of(models));
    }

    /** {@link #recycle(Model[])}. */
    public final F recycle(Collection<? extends Model<?>> models) {
        return with(recipe().with(recipe().relatives().withRecycled(List.copyOf(models))));
    }

    /** The factory with relations by their names: to what belongs to a model, is attached to it, or it belongs to. */
    final Recipe<M> withRelations(Map<String, ? extends FactoryBuilder<?, ?>> relations) {
        F related = with(recipe());
        for (Map.Entry<String, ? extends FactoryBuilder<?, ?>> relation : relations.entrySet()) {
            String name = relation.getKey();
            related = recipe().table().relation(name).isPointer()
                    ? related.forParent(requireOne(relation.getValue(), name), name)
                    : related.has(relation.getValue(), name);
        }
        return related.recipe();
    }

    private Factory<?> requireOne(FactoryBuilder<?, ?> factory, String relation) {
        if (factory instanceof Factory<?> one) {
            return one;
        }
        throw new InvalidUsageException("a model belongs to one by "
                + recipe().table().name() + "." + relation + ": give a factory without times");
    }

    /** The compiler can't tell relations apart where tables share the class of their models. */
    private void requireOwn(Loadable<M, ?> relation) {
        if (relation.owner() != recipe().table()) {
            throw new InvalidUsageException(
                    relation + " is no relation of " + recipe().table().name());
        }
    }
}
