package dev.ilana.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.error.InvalidUsageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * The models of a query in one hand: an unmodifiable {@link List} with the words that lists of models want. A word that
 * chooses or sorts answers with another collection of the same models.
 *
 * @param <M> the model
 */
public final class Collection<M extends Model<M>> extends ModelList<M> {

    private Collection(List<M> models) {
        super(models);
    }

    /** These models, as they are now. */
    public static <M extends Model<M>> Collection<M> make(java.util.Collection<? extends M> models) {
        return models instanceof Collection<?> same ? itself(same) : new Collection<>(List.copyOf(models));
    }

    @SuppressWarnings("unchecked") // a collection can't be changed, so one of a narrower model is one of a wider
    private static <M extends Model<M>> Collection<M> itself(Collection<?> collection) {
        return (Collection<M>) collection;
    }

    /** These models. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public static <M extends Model<M>> Collection<M> make(M... models) {
        return new Collection<>(List.of(models));
    }

    /** That many models, each made by the function from its number, counted from 1. */
    public static <M extends Model<M>> Collection<M> times(int count, IntFunction<? extends M> maker) {
        return make(IntStream.rangeClosed(1, count).<M>mapToObj(maker).toList());
    }

    @Override
    Collection<M> self() {
        return this;
    }

    // Some of them

    /** The models that fit. */
    public Collection<M> filter(Predicate<? super M> fits) {
        return make(stream().filter(fits).toList());
    }

    /** The models that don't fit. */
    public Collection<M> reject(Predicate<? super M> fits) {
        return filter(Predicate.not(fits));
    }

    /** The models that have this value there; a null is a value. */
    public <T> Collection<M> where(Attribute<M, T> attribute, @Nullable T value) {
        return filter(has(attribute, value));
    }

    /**
     * The models whose attribute of that name has this value; a null is a value.
     *
     * @throws dev.ilana.error.TypeMismatchException for what is no value of that column
     */
    public Collection<M> where(String attribute, @Nullable Object value) {
        return isEmpty() ? this : filter(has(attribute, value));
    }

    /** The first model that has this value there; empty when none does. */
    public <T> Optional<M> firstWhere(Attribute<M, T> attribute, @Nullable T value) {
        return first(has(attribute, value));
    }

    /** {@link #firstWhere(Attribute, Object)} by name. */
    public Optional<M> firstWhere(String attribute, @Nullable Object value) {
        return isEmpty() ? Optional.empty() : first(has(attribute, value));
    }

    private static <M extends Model<M>, T> Predicate<M> has(Attribute<M, T> attribute, @Nullable T value) {
        Object sought = ValueKey.of(value);
        return model -> Objects.equals(ValueKey.of(attribute.valueIn(model)), sought);
    }

    /** A value given by name is one of the column's, as in a query; what else a model has is compared as it is. */
    private Predicate<M> has(String attribute, @Nullable Object value) {
        ModelTable<M> table = get(0).table();
        Column<M, ?> column = table.shape().byName().get(attribute);
        Object sought = value != null && column != null ? column.accept(value) : value;
        Attribute<M, Object> named = named(attribute);
        return has(named, sought);
    }

    /** The models without those that have a key that one before had. */
    public Collection<M> unique() {
        return uniqueBy(ValueKey::of);
    }

    /** The first model of each value of that attribute. */
    public Collection<M> unique(Attribute<M, ?> attribute) {
        return uniqueBy(model -> ValueKey.of(attribute.valueIn(model)));
    }

    /** {@link #unique(Attribute)} by name. */
    public Collection<M> unique(String attribute) {
        return unique(named(attribute));
    }

    private Collection<M> uniqueBy(Attribute<M, Object> value) {
        Set<@Nullable Object> seen = new HashSet<>();
        return filter(model -> seen.add(value.valueIn(model)));
    }

    /**
     * The first models, at most that many.
     *
     * @throws InvalidUsageException for less than none
     */
    public Collection<M> take(int count) {
        return make(subList(0, Math.min(atLeastNone(count), size())));
    }

    /**
     * The models after that many.
     *
     * @throws InvalidUsageException for less than none
     */
    public Collection<M> skip(int count) {
        return make(subList(Math.min(atLeastNone(count), size()), size()));
    }

    private static int atLeastNone(int count) {
        if (count < 0) {
            throw new InvalidUsageException("there is no collection of " + count + " models");
        }
        return count;
    }

    /** Any one of the models; empty when there is none. */
    public Optional<M> random() {
        return isEmpty() ? Optional.empty() : Optional.of(get(new Random().nextInt(size())));
    }

    /** Any of the models, each once at most: that many, or all when there are fewer. */
    public Collection<M> random(int count) {
        return shuffle().take(count);
    }

    /** The parts of that size, in order; the last may be smaller. */
    public List<Collection<M>> chunk(int size) {
        if (size < 1) {
            throw new InvalidUsageException("a chunk has at least one model, not " + size);
        }
        List<Collection<M>> chunks = new ArrayList<>();
        for (int from = 0; from < size(); from += Math.min(size, size() - from)) {
            chunks.add(skip(from).take(size));
        }
        return List.copyOf(chunks);
    }

    /** The models that fit, and the others. */
    public Partition<M> partition(Predicate<? super M> fits) {
        List<M> passed = new ArrayList<>();
        List<M> failed = new ArrayList<>();
        forEach(model -> (fits.test(model) ? passed : failed).add(model));
        return new Partition<>(make(passed), make(failed));
    }

    /** The related models of all these, of a relation that is loaded: the posts of the users. */
    public <R extends Model<R>> Collection<R> flatten(Relation<M, R, ?> relation) {
        List<R> related = new ArrayList<>();
        forEach(model -> related.addAll(relation.relatedTo(model)));
        return make(related);
    }

    // In another order

    /** By that attribute, nulls first; models of the same value keep their order. */
    public <T extends Comparable<? super T>> Collection<M> sortBy(Attribute<M, T> attribute) {
        return sorted(attribute, Comparator.<T>naturalOrder());
    }

    /** {@link #sortBy(Attribute)} by name. */
    public Collection<M> sortBy(String attribute) {
        return sorted(named(attribute), byNature(attribute));
    }

    /** By that attribute from the greatest down, nulls last; models of the same value keep their order. */
    public <T extends Comparable<? super T>> Collection<M> sortByDesc(Attribute<M, T> attribute) {
        return sortedDown(attribute, Comparator.<T>naturalOrder());
    }

    /** {@link #sortByDesc(Attribute)} by name. */
    public Collection<M> sortByDesc(String attribute) {
        return sortedDown(named(attribute), byNature(attribute));
    }

    private <T> Collection<M> sorted(Attribute<M, T> attribute, Comparator<T> order) {
        return sorted(Comparator.comparing(attribute::valueIn, Comparator.<@Nullable T>nullsFirst(order)));
    }

    private <T> Collection<M> sortedDown(Attribute<M, T> attribute, Comparator<T> order) {
        return sorted(Comparator.comparing(attribute::valueIn, Comparator.<@Nullable T>nullsLast(order.reversed())));
    }

    private Collection<M> sorted(Comparator<M> order) {
        return make(stream().sorted(order).toList());
    }

    /** In any order. */
    public Collection<M> shuffle() {
        return shuffle(new Random());
    }

    /** In an order that follows from the random numbers given. */
    public Collection<M> shuffle(Random random) {
        List<M> shuffled = new ArrayList<>(this);
        Collections.shuffle(shuffled, random);
        return make(shuffled);
    }

    // With others, by key; models without one are the same only when they are one object

    /** The models that are not in the other list. */
    public Collection<M> diff(java.util.Collection<? extends M> others) {
        Set<Object> theirs = identities(others);
        return reject(model -> theirs.contains(ValueKey.of(model)));
    }

    /** The models that are in the other list too. */
    public Collection<M> intersect(java.util.Collection<? extends M> others) {
        Set<Object> theirs = identities(others);
        return filter(model -> theirs.contains(ValueKey.of(model)));
    }

    /** The models of both, each key once: the other list's model stands where this one's stood, the rest behind. */
    public Collection<M> merge(java.util.Collection<? extends M> others) {
        Map<Object, M> merged = new LinkedHashMap<>();
        forEach(model -> merged.put(ValueKey.of(model), model));
        others.forEach(model -> merged.put(ValueKey.of(model), model));
        return make(merged.values());
    }

    private static Set<Object> identities(java.util.Collection<? extends Model<?>> models) {
        Set<Object> identities = new HashSet<>();
        models.forEach(model -> identities.add(ValueKey.of(model)));
        return identities;
    }

    /** The models of these keys. */
    public Collection<M> only(Object... keys) {
        Set<@Nullable Object> sought = acceptedKeys(keys);
        return filter(model -> sought.contains(ValueKey.of(model)));
    }

    /** The models of other keys than these. */
    public Collection<M> except(Object... keys) {
        Set<@Nullable Object> sought = acceptedKeys(keys);
        return reject(model -> sought.contains(ValueKey.of(model)));
    }

    private Set<@Nullable Object> acceptedKeys(Object... keys) {
        Set<@Nullable Object> accepted = new HashSet<>();
        if (!isEmpty()) {
            Arrays.stream(keys).map(this::acceptedKey).forEach(accepted::add);
        }
        return accepted;
    }

    // From the database

    /** Loads the relations for all models, loaded or not, by one query each; gives this collection. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Mono<Collection<M>> load(Loadable<M, ?>... relations) {
        return Loading.load(this, RelationPath.each(relations)).thenReturn(this);
    }

    /** Loads the relation's rows that fit for all models, by one query; a limit counts for each. Gives this collection. */
    public <R extends Model<R>> Mono<Collection<M>> load(
            Relation<M, R, ?> relation, UnaryOperator<ModelQuery<R>> fitting) {
        return Loading.load(this, query -> query.with(relation, fitting)).thenReturn(this);
    }

    /**
     * Loads relations by name, nested ones by a path: {@code load("posts.comments", "roles")}; gives this collection.
     *
     * @throws dev.ilana.error.UnknownRelationException as an error, when there is none of that name
     */
    public Mono<Collection<M>> load(String... relations) {
        return Loading.load(this, query -> query.with(relations)).thenReturn(this);
    }

    /** Loads the relations, each for the models that don't have it yet; gives this collection. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Mono<Collection<M>> loadMissing(Loadable<M, ?>... relations) {
        return Loading.loadMissing(this, RelationPath.each(relations)).thenReturn(this);
    }

    /**
     * Loads relations by name where they are missing, on each level of a path; gives this collection.
     *
     * @throws dev.ilana.error.UnknownRelationException as an error, when there is none of that name
     */
    public Mono<Collection<M>> loadMissing(String... relations) {
        return Mono.defer(() -> isEmpty()
                ? Mono.just(this)
                : Loading.loadMissing(this, RelationPath.each(get(0).table(), relations))
                        .thenReturn(this));
    }

    /** Counts the relations' rows of each model, all by one query, to be read by {@link Model#countOf}. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Mono<Collection<M>> loadCount(Relation<M, ?, ?>... relations) {
        return Rereading.count(this, relations).thenReturn(this);
    }

    /** Counts the relation's rows that fit. */
    public <R extends Model<R>> Mono<Collection<M>> loadCount(
            Relation<M, R, ?> relation, UnaryOperator<ModelQuery<R>> fitting) {
        return Rereading.count(this, query -> query.withCount(relation, fitting))
                .thenReturn(this);
    }

    /** The same models read again, as new objects, in this order; without those whose row is gone or never was. */
    public Mono<Collection<M>> fresh() {
        return Rereading.fresh(this);
    }

    // For outside

    /** Each model as {@link Model#toMap()}. */
    public List<Map<String, @Nullable Object>> toMaps() {
        return map(Model::toMap);
    }

    /** The models as a JSON array, each as {@link Model#toJson()}. */
    public String toJson() {
        return Jackson.text(map(Model::jsonValue), "the JSON of a collection");
    }

    /** {@link Model#makeHidden(String...)} on each model; gives this collection. */
    @CanIgnoreReturnValue
    public Collection<M> makeHidden(String... attributes) {
        forEach(model -> model.makeHidden(attributes));
        return this;
    }

    /** {@link Model#makeVisible(String...)} on each model; gives this collection. */
    @CanIgnoreReturnValue
    public Collection<M> makeVisible(String... attributes) {
        forEach(model -> model.makeVisible(attributes));
        return this;
    }

    /** {@link Model#append(String...)} on each model; gives this collection. */
    @CanIgnoreReturnValue
    public Collection<M> append(String... accessors) {
        forEach(model -> model.append(accessors));
        return this;
    }

    /**
     * A collection in two parts.
     *
     * @param passed the models that fit
     * @param failed the others
     */
    public record Partition<M extends Model<M>>(Collection<M> passed, Collection<M> failed) {}
}
