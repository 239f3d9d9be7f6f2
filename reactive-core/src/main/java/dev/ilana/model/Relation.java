package dev.ilana.model;

import dev.ilana.connection.Database;
import dev.ilana.sql.Expression;
import dev.ilana.sql.Names;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What relates one model to another. A kind of relation says five small things; loading, for any number of parents by one
 * query, is the same for all and is done here.
 *
 * @param <M> the parent, which declares the relation
 * @param <R> the related model
 * @param <V> what the relation is once loaded: a collection, or a model that may be null
 */
public abstract class Relation<M extends Model<M>, R extends Model<R>, V> implements Attribute<M, V> {

    private final ModelTable<M> owner;
    private final String name;

    protected Relation(ModelTable<M> owner, String name) {
        this.owner = owner;
        this.name = Names.check(name);
    }

    /** The table of the related model. */
    protected abstract ModelTable<R> related();

    /** What the parent's related rows are found by; null when it can have none. */
    protected abstract @Nullable Object keyOf(M parent);

    /** The query, for the rows related to the parents of these keys only. */
    protected abstract ModelQuery<R> constrain(ModelQuery<R> query, Collection<?> keys);

    /** What tells the rows of one parent from another's in the constrained query: a limit counts for each of its values. */
    protected abstract Expression partition();

    /** The query, for the rows related to the row of the query around it only. */
    protected abstract ModelQuery<R> correlate(ModelQuery<R> query);

    /** The key of the parent that a row of the constrained query belongs to. */
    protected abstract @Nullable Object parentKeyOf(R related);

    /** What a parent has when these are its related rows. */
    protected abstract @Nullable V valueOf(List<R> related);

    /** The related rows of one parent, as a query. */
    protected final ModelQuery<R> queryOf(M parent) {
        Object key = keyOf(parent);
        ModelQuery<R> query = constrain(related().query(), key == null ? List.of() : List.of(key));
        Database explicit = parent.attributes().database();
        return explicit == null ? query : query.on(explicit);
    }

    public final String name() {
        return name;
    }

    public final ModelTable<M> owner() {
        return owner;
    }

    /**
     * What the model has here once it is loaded.
     *
     * @throws dev.ilana.error.RelationNotLoadedException when it is not
     */
    @Override
    public final @Nullable V valueIn(M model) {
        return model.get(this);
    }

    /** The related models that are loaded, be it a list or one or none. */
    @SuppressWarnings("unchecked") // a relation has models of its related table only
    final List<R> relatedTo(M parent) {
        Object value = valueIn(parent);
        if (value instanceof List<?> list) {
            return (List<R>) list;
        }
        return value == null ? List.of() : List.of((R) value);
    }

    /** The name of the attribute that {@code withCount} adds. */
    final String countName() {
        return name + "_count";
    }

    /** Loads the relation into all parents; sends nothing when none of them has a key. */
    final Mono<Void> load(List<M> parents, UnaryOperator<ModelQuery<R>> fitting, @Nullable Database database) {
        Set<Object> keys = new LinkedHashSet<>();
        for (M parent : parents) {
            Object key = keyOf(parent);
            if (key != null) {
                keys.add(comparable(key));
            }
        }
        ModelQuery<R> query = fitting.apply(
                database == null ? related().query() : related().query().on(database));
        return query.inChunks(
                        keys,
                        chunk -> constrain(query, chunk).limitedPer(partition()).get())
                .collect(HashMap<Object, List<R>>::new, this::group)
                .doOnNext(groups -> parents.forEach(parent -> match(parent, groups)))
                .then();
    }

    private void group(Map<Object, List<R>> groups, R related) {
        Object key = parentKeyOf(related);
        if (key != null) {
            groups.computeIfAbsent(comparable(key), unused -> new ArrayList<>()).add(related);
        }
    }

    private void match(M parent, Map<Object, List<R>> groups) {
        Object key = keyOf(parent);
        List<R> matches = key == null ? null : groups.get(comparable(key));
        parent.setRelation(this, valueOf(matches == null ? List.of() : matches));
    }

    /** A key that equals its other side, also where one is an int and the other a long. */
    private static Object comparable(Object key) {
        return key instanceof Integer || key instanceof Short ? ((Number) key).longValue() : key;
    }

    @Override
    public final String toString() {
        return owner.name() + "." + name;
    }
}
