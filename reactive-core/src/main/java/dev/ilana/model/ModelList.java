package dev.ilana.model;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.error.InvalidUsageException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.RandomAccess;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Models in order, and the values they have: the words of a {@link Collection} that neither choose nor sort.
 *
 * @param <M> the model
 */
public abstract sealed class ModelList<M extends Model<M>> extends AbstractList<M> implements RandomAccess
        permits Collection {

    private final List<M> models;

    ModelList(List<M> models) {
        this.models = models;
    }

    abstract Collection<M> self();

    @Override
    public final M get(int index) {
        return models.get(index);
    }

    @Override
    public final int size() {
        return models.size();
    }

    public final boolean isNotEmpty() {
        return !isEmpty();
    }

    // One of them

    /** The first model; empty when there is none. */
    public final Optional<M> first() {
        return isEmpty() ? Optional.empty() : Optional.of(get(0));
    }

    final Optional<M> first(Predicate<? super M> fits) {
        return stream().filter(fits).findFirst();
    }

    /** The last model; empty when there is none. */
    public final Optional<M> last() {
        return isEmpty() ? Optional.empty() : Optional.of(get(size() - 1));
    }

    /** The model of this key; empty when there is none. It looks at one after the other: for many, see {@code keyBy}. */
    public final Optional<M> find(Object key) {
        return isEmpty() ? Optional.empty() : first(hasKey(key));
    }

    /** Whether one of the models has this key. */
    public final boolean containsKey(Object key) {
        return find(key).isPresent();
    }

    private Predicate<M> hasKey(Object key) {
        Object sought = acceptedKey(key);
        return model -> Objects.equals(ValueKey.of(model.getKey()), sought);
    }

    /** The key, given without a type, as what models are told from each other by. */
    final @Nullable Object acceptedKey(Object key) {
        return ValueKey.of(get(0).table().primaryKey().key().accept(key));
    }

    /** The keys of the models that have one, in order. */
    public final List<Object> modelKeys() {
        return stream().map(Model::getKey).filter(Objects::nonNull).toList();
    }

    // A value of each

    /** What the function makes of each model. */
    public final <R extends @Nullable Object> List<R> map(Function<? super M, ? extends R> mapper) {
        return stream().<R>map(mapper).toList();
    }

    /** One value of all models: the function is given what it made so far, and the next model. */
    public final <R extends @Nullable Object> R reduce(
            R initial, BiFunction<? super R, ? super M, ? extends R> function) {
        R result = initial;
        for (M model : this) {
            result = function.apply(result, model);
        }
        return result;
    }

    /** The attribute of each model, nulls included. */
    public final <T> List<@Nullable T> pluck(Attribute<M, T> attribute) {
        return this.<@Nullable T>map(attribute::valueIn);
    }

    /** The attribute of that name of each model, nulls included. */
    public final List<@Nullable Object> pluck(String attribute) {
        return pluck(named(attribute));
    }

    // By a value of each

    /** The models by that attribute, in the order in which its values appear; a null is a value too. */
    public final <K> Map<@Nullable K, Collection<M>> groupBy(Attribute<M, K> attribute) {
        Map<@Nullable K, List<M>> groups = new LinkedHashMap<>();
        for (M model : this) {
            groups.computeIfAbsent(attribute.valueIn(model), unused -> new ArrayList<>())
                    .add(model);
        }
        Map<@Nullable K, Collection<M>> collections = new LinkedHashMap<>();
        groups.forEach((value, group) -> collections.put(value, Collection.make(group)));
        return Collections.unmodifiableMap(collections);
    }

    /** {@link #groupBy(Attribute)} by name. */
    public final Map<@Nullable Object, Collection<M>> groupBy(String attribute) {
        return groupBy(named(attribute));
    }

    /** The model of each value of that attribute; of several, the last. */
    public final <K> Map<@Nullable K, M> keyBy(Attribute<M, K> attribute) {
        Map<@Nullable K, M> byValue = new LinkedHashMap<>();
        forEach(model -> byValue.put(attribute.valueIn(model), model));
        return Collections.unmodifiableMap(byValue);
    }

    /** {@link #keyBy(Attribute)} by name. */
    public final Map<@Nullable Object, M> keyBy(String attribute) {
        return keyBy(named(attribute));
    }

    /** How many models have each value of that attribute. */
    public final <K> Map<@Nullable K, Long> countBy(Attribute<M, K> attribute) {
        Map<@Nullable K, Long> counts = new LinkedHashMap<>();
        forEach(model -> counts.merge(attribute.valueIn(model), 1L, Long::sum));
        return Collections.unmodifiableMap(counts);
    }

    /** {@link #countBy(Attribute)} by name. */
    public final Map<@Nullable Object, Long> countBy(String attribute) {
        return countBy(named(attribute));
    }

    // Numbers; as in SQL, nulls don't count

    /** The sum of the attribute; 0 when there is none. */
    public final BigDecimal sum(Attribute<M, ? extends Number> attribute) {
        return numbers(attribute).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** {@link #sum(Attribute)} by name. */
    public final BigDecimal sum(String attribute) {
        return sum(model -> number(model, attribute));
    }

    /** The average of the attribute, to 34 digits; empty when there is none. */
    public final Optional<BigDecimal> avg(Attribute<M, ? extends Number> attribute) {
        List<BigDecimal> numbers = numbers(attribute);
        return numbers.isEmpty()
                ? Optional.empty()
                : Optional.of(numbers.stream()
                        .reduce(BigDecimal.ZERO, BigDecimal::add)
                        .divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL128));
    }

    /** {@link #avg(Attribute)} by name. */
    public final Optional<BigDecimal> avg(String attribute) {
        return avg(model -> number(model, attribute));
    }

    /** The least value of the attribute; empty when there is none. */
    public final <T extends Comparable<? super T>> Optional<T> min(Attribute<M, T> attribute) {
        return present(attribute).stream().min(Comparator.naturalOrder());
    }

    /** {@link #min(Attribute)} by name. */
    public final Optional<Object> min(String attribute) {
        return present(named(attribute)).stream().min(byNature(attribute));
    }

    /** The greatest value of the attribute; empty when there is none. */
    public final <T extends Comparable<? super T>> Optional<T> max(Attribute<M, T> attribute) {
        return present(attribute).stream().max(Comparator.naturalOrder());
    }

    /** {@link #max(Attribute)} by name. */
    public final Optional<Object> max(String attribute) {
        return present(named(attribute)).stream().max(byNature(attribute));
    }

    private <T> List<T> present(Attribute<M, T> attribute) {
        List<T> values = new ArrayList<>();
        for (M model : this) {
            T value = attribute.valueIn(model);
            if (value != null) {
                values.add(value);
            }
        }
        return values;
    }

    private List<BigDecimal> numbers(Attribute<M, ? extends Number> attribute) {
        return present(attribute).stream()
                .map(number -> new BigDecimal(number.toString()))
                .toList();
    }

    // Whatever the chain is at

    /** This collection, once it was looked at. */
    @CanIgnoreReturnValue
    public final Collection<M> tap(Consumer<? super Collection<M>> look) {
        look.accept(self());
        return self();
    }

    /** What the function makes of the collection. */
    public final <R extends @Nullable Object> R pipe(Function<? super Collection<M>, ? extends R> function) {
        return function.apply(self());
    }

    /** What is made of this collection on that condition, else itself. */
    public final Collection<M> when(boolean condition, UnaryOperator<Collection<M>> change) {
        return condition ? change.apply(self()) : self();
    }

    /** What is made of this collection without that condition, else itself. */
    public final Collection<M> unless(boolean condition, UnaryOperator<Collection<M>> change) {
        return when(!condition, change);
    }

    /** What is made of this collection when it has no model, else itself. */
    public final Collection<M> whenEmpty(UnaryOperator<Collection<M>> change) {
        return when(isEmpty(), change);
    }

    /** What is made of this collection when it has a model, else itself. */
    public final Collection<M> whenNotEmpty(UnaryOperator<Collection<M>> change) {
        return when(isNotEmpty(), change);
    }

    // By name

    static <M extends Model<M>> Attribute<M, Object> named(String attribute) {
        return model -> model.getAttribute(attribute);
    }

    private static @Nullable Number number(Model<?> model, String attribute) {
        Object value = model.getAttribute(attribute);
        if (value == null || value instanceof Number) {
            return (Number) value;
        }
        throw new InvalidUsageException(model.table().name() + "." + attribute + " is no number");
    }

    @SuppressWarnings("unchecked") // values of one attribute are of one type
    static Comparator<Object> byNature(String attribute) {
        return (left, right) -> {
            if (left instanceof Comparable<?> comparable) {
                return ((Comparable<Object>) comparable).compareTo(right);
            }
            throw new InvalidUsageException(attribute + " has no order: sort the stream by a Comparator of yours");
        };
    }
}
