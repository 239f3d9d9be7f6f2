package dev.ilana.model;

import dev.ilana.connection.Database;
import dev.ilana.connection.QueryWatch;
import dev.ilana.sql.Aggregate;
import dev.ilana.sql.ColumnRef;
import dev.ilana.sql.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What relates one model to another. A kind of relation says where its rows are and what a
 * parent has of them; loading, for any number of parents by one query, is the same for all and is done here.
 *
 * @param <M> the parent, which declares the relation
 * @param <R> the related model
 * @param <V> what the relation is once loaded: a collection, or a model that may be null
 */
public abstract class Relation<M extends Model<M>, R extends Model<R>, V> implements Loadable<M, V> {

    private final ModelTable<M> owner;
    private final String name;
    private volatile @Nullable Link<M, R> link;

    protected Relation(ModelTable<M> owner, String name) {
        this.owner = owner;
        this.name = Names.check(name);
    }

    /** The way to the related rows. */
    protected abstract Link<M, R> path();

    /** What a parent has when these are its related rows. */
    protected abstract @Nullable V valueOf(M parent, List<R> related);

    /** The ways of two relations, one after the other. */
    protected static <M extends Model<M>, T extends Model<T>, R extends Model<R>> Link<M, R> through(
            Relation<M, T, ?> first, Relation<T, R, ?> second) {
        return first.link().then(second.link());
    }

    /** The query, for the first only of each parent's related rows that the function lets through. */
    protected final ModelQuery<R> firstOfEach(ModelQuery<R> query, Sort<R> order, UnaryOperator<ModelQuery<R>> among) {
        return link().firstOfEach(query, order, among);
    }

    /** The relation is described with its declaration, before the table is in use. */
    protected final void requireOpen() {
        owner.requireOpen();
    }

    /** Whenever a model of the owner is written, {@code updated_at} of the related rows is too. */
    protected final void touchedWithOwner() {
        owner.touch(this);
    }

    /** The query over the related rows, with what the relation itself asks of them. */
    protected ModelQuery<R> start() {
        return related().query();
    }

    /** The query of a parent's or several parents' related rows, with what else the relation reads with them. */
    protected ModelQuery<R> reading(ModelQuery<R> query) {
        return query;
    }

    /** A column that the relation's query has beside those of the related model. */
    protected static <R extends Model<R>, T> Field<R, T> field(ColumnRef column, Class<T> type) {
        return new Computed<>(column, type);
    }

    /** The table of the related model. */
    public final ModelTable<R> related() {
        return link().related();
    }

    @Override
    public final List<ModelTable<R>> tables() {
        return List.of(related());
    }

    /** The way to the related rows, once the tables are declared. */
    final Link<M, R> link() {
        Link<M, R> current = link;
        if (current == null) {
            current = path();
            link = current;
        }
        return current;
    }

    /** The related rows of one parent, as a query. */
    protected final ModelQuery<R> queryOf(M parent) {
        Object key = link().keyOf(parent);
        ModelQuery<R> query = reading(link().constrain(start(), key == null ? List.of() : List.of(key)));
        return related().beside(caused(query, parent), parent.attributes().database());
    }

    /** Told why it is asked, where the parent is one of several that could be asked for together. */
    private ModelQuery<R> caused(ModelQuery<R> query, M parent) {
        Mates<M> mates = parent.mates();
        return mates == null ? query : query.ofOne(new QueryWatch.Cause(toString(), mates, parent));
    }

    /** The query, for the rows related to the row of the query around it. */
    final ModelQuery<R> correlate(UnaryOperator<ModelQuery<R>> fitting) {
        owner.requireBeside(related());
        return link().correlate(fitting.apply(start()));
    }

    @Override
    public final EagerLoad<M> loading(@Nullable String below) {
        return new RelatedLoad<>(this, query -> below == null ? query : query.with(below));
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final ModelTable<M> owner() {
        return owner;
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

    /** The name of the attribute that {@code withExists} adds. */
    final String existsName() {
        return name + "_exists";
    }

    /** The name of the attribute that an aggregate over the column adds: {@code posts_sum_views}. */
    final String aggregateName(Aggregate.Function function, Column<R, ?> column) {
        return name + "_" + function.name().toLowerCase(Locale.ROOT) + "_" + column.name();
    }

    /** The name of the attribute that {@code withCount} adds. */
    final String countName() {
        return name + "_count";
    }

    /** Loads the relation into all parents; sends nothing when none of them has a key. */
    final Mono<Void> load(List<M> parents, UnaryOperator<ModelQuery<R>> fitting, @Nullable Database database) {
        Set<Object> keys = new LinkedHashSet<>();
        for (M parent : parents) {
            Object key = link().keyOf(parent);
            if (key != null) {
                keys.add(comparable(key));
            }
        }
        ModelQuery<R> all = fitting.apply(related().beside(start(), database));
        ModelQuery<R> query = parents.size() == 1 ? caused(all, parents.get(0)) : all;
        return query.inChunks(
                        keys,
                        link().parent().columns().size(),
                        chunk -> reading(link().constrain(query, chunk))
                                .limitedPer(link().partition())
                                .list())
                .collect(HashMap<Object, List<R>>::new, this::group)
                .doOnNext(groups -> parents.forEach(parent -> match(parent, groups)))
                .then();
    }

    private void group(Map<Object, List<R>> groups, List<R> rows) {
        Link<M, R> way = link();
        Object last = null;
        List<R> group = List.of();
        for (R related : rows) {
            Object key = way.parentKeyOf(related);
            if (key == null) {
                continue;
            }
            // Rows of one parent often stand together.
            if (!key.equals(last)) {
                last = key;
                group = groups.computeIfAbsent(comparable(key), unused -> new ArrayList<>());
            }
            group.add(related);
        }
    }

    private void match(M parent, Map<Object, List<R>> groups) {
        Object key = link().keyOf(parent);
        List<R> matches = key == null ? null : groups.get(comparable(key));
        parent.setRelation(this, valueOf(parent, matches == null ? List.of() : matches));
    }

    /** A key that equals its other side, also where one is an int and the other a long. */
    private static Object comparable(Object key) {
        if (key instanceof Long) {
            return key;
        } else if (key instanceof List<?> parts) {
            return parts.stream().map(Relation::comparable).toList();
        }
        return key instanceof Integer || key instanceof Short ? ((Number) key).longValue() : key;
    }

    @Override
    public final String toString() {
        return owner.name() + "." + name;
    }
}
