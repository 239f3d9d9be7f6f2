package dev.ilana.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.error.RelationNotLoadedException;
import dev.ilana.sql.Aggregate;
import dev.ilana.sql.Conversion;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What a {@link Model} is related to: relations that are loaded or to be loaded, and what was computed of related rows.
 *
 * @param <M> the model itself
 */
public abstract sealed class HasRelations<M extends Model<M>> extends HasAttributes<M> permits Model {

    private @Nullable Map<String, @Nullable Object> relations;
    private @Nullable Mates<M> mates;

    HasRelations(ModelTable<M> table) {
        super(table);
    }

    /**
     * The loaded value of the relation: a collection, or a model that may be null.
     *
     * @throws RelationNotLoadedException when neither {@code with} nor {@code load} has loaded it
     */
    @SuppressWarnings({"unchecked", "NullAway"}) // whether a null can come is the relation's to say, in its V
    public final <V> V get(Loadable<M, V> relation) {
        if (!relationLoaded(relation)) {
            throw new RelationNotLoadedException(table().name(), relation.name());
        }
        return (V) relations.get(relation.name());
    }

    public final boolean relationLoaded(Loadable<M, ?> relation) {
        return relations != null && relations.containsKey(relation.name());
    }

    /** Puts a value in as the loaded one; nothing is written. */
    @CanIgnoreReturnValue
    public final <V> M setRelation(Loadable<M, V> relation, @Nullable V value) {
        // A mate's load may come while this model is being read.
        Map<String, @Nullable Object> all =
                relations == null ? new HashMap<>(2) : mates == null ? relations : new HashMap<>(relations);
        all.put(relation.name(), value);
        relations = all;
        return self();
    }

    /** The other models of its result, where they know each other. */
    final @Nullable Mates<M> mates() {
        return mates;
    }

    final void setMates(Mates<M> others) {
        mates = others;
    }

    /**
     * How many rows the relation has, as counted by {@code withCount}.
     *
     * @throws RelationNotLoadedException when it was not counted
     */
    public final long countOf(Relation<M, ?, ?> relation) {
        Object count = attributes().extra(relation.countName());
        if (count == null) {
            throw new RelationNotLoadedException(table().name(), relation.countName());
        }
        return (Long) count;
    }

    /**
     * Whether the relation has rows, as found by {@code withExists}.
     *
     * @throws RelationNotLoadedException when it was not asked
     */
    public final boolean existsOf(Relation<M, ?, ?> relation) {
        return (Boolean) added(relation.existsName());
    }

    /**
     * The sum over the relation's rows, as computed by {@code withSum}; 0 over none.
     *
     * @throws RelationNotLoadedException when it was not computed
     */
    public final <R extends Model<R>> BigDecimal sumOf(Relation<M, R, ?> relation, Column<R, ? extends Number> column) {
        String name = relation.aggregateName(Aggregate.Function.SUM, column);
        Object sum = aggregate(name);
        return sum == null ? BigDecimal.ZERO : Conversion.to(BigDecimal.class, sum, name);
    }

    /**
     * The mean over the relation's rows, as computed by {@code withAvg}; null over none.
     *
     * @throws RelationNotLoadedException when it was not computed
     */
    public final <R extends Model<R>> @Nullable BigDecimal avgOf(
            Relation<M, R, ?> relation, Column<R, ? extends Number> column) {
        String name = relation.aggregateName(Aggregate.Function.AVG, column);
        Object mean = aggregate(name);
        return mean == null ? null : Conversion.to(BigDecimal.class, mean, name);
    }

    /**
     * The least value over the relation's rows, as computed by {@code withMin}; null over none.
     *
     * @throws RelationNotLoadedException when it was not computed
     */
    public final <R extends Model<R>, T> @Nullable T minOf(Relation<M, R, ?> relation, Column<R, T> column) {
        return ofStored(column, aggregate(relation.aggregateName(Aggregate.Function.MIN, column)));
    }

    /**
     * The greatest value over the relation's rows, as computed by {@code withMax}; null over none.
     *
     * @throws RelationNotLoadedException when it was not computed
     */
    public final <R extends Model<R>, T> @Nullable T maxOf(Relation<M, R, ?> relation, Column<R, T> column) {
        return ofStored(column, aggregate(relation.aggregateName(Aggregate.Function.MAX, column)));
    }

    private static <T> @Nullable T ofStored(Column<?, T> column, @Nullable Object stored) {
        return stored == null ? null : column.accept(stored);
    }

    private @Nullable Object aggregate(String name) {
        if (!attributes().hasExtra(name)) {
            throw new RelationNotLoadedException(table().name(), name);
        }
        return attributes().extra(name);
    }

    private Object added(String name) {
        return Objects.requireNonNull(aggregate(name), "it is asked whether, and answered");
    }

    /**
     * The loaded value of the relation of that name.
     *
     * @throws RelationNotLoadedException when it is not loaded
     * @throws dev.ilana.error.UnknownRelationException when there is none
     */
    public final @Nullable Object getRelation(String name) {
        return get(table().relation(name));
    }

    /** Loads the relations, loaded or not, by one query each; gives this model. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Mono<M> load(Loadable<M, ?>... relations) {
        return Loading.load(self(), RelationPath.each(relations)).thenReturn(self());
    }

    /** {@link Collection#load(String...)} of this one model; gives it. */
    public final Mono<M> load(String... relations) {
        return Mono.defer(() ->
                Loading.load(self(), RelationPath.each(table(), relations)).thenReturn(self()));
    }

    /** Loads those of the relations that are not loaded; gives this model. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Mono<M> loadMissing(Loadable<M, ?>... relations) {
        return Loading.loadMissing(List.of(self()), RelationPath.each(relations))
                .thenReturn(self());
    }

    /** {@link Collection#loadMissing(String...)} of this one model; gives it. */
    public final Mono<M> loadMissing(String... relations) {
        return Mono.defer(() -> Loading.loadMissing(List.of(self()), RelationPath.each(table(), relations))
                .thenReturn(self()));
    }

    /** Counts the relations' rows, to be read by {@link #countOf}; gives this model. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Mono<M> loadCount(Relation<M, ?, ?>... relations) {
        return Rereading.count(List.of(self()), relations).thenReturn(self());
    }

    /** The models that are loaded as the relation. */
    final List<Model<?>> relatedModels(Loadable<M, ?> relation) {
        Object loaded = get(relation);
        if (loaded instanceof Model<?> model) {
            return List.of(model);
        }
        return loaded instanceof Collection<?> models
                ? models.stream().<Model<?>>map(Model.class::cast).toList()
                : List.of();
    }

    /** Forgets what was loaded. */
    final void forgetRelations() {
        relations = null;
    }
}
