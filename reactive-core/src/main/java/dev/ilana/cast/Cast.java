package dev.ilana.cast;

import java.util.function.Function;

/**
 * How a value becomes what is stored in its column, and back. Nulls never reach a cast.
 *
 * <p>A class of its own, or two functions:
 *
 * <pre>{@code
 * Cast<Celsius, Double> CELSIUS = Cast.of(Celsius.class, Stored.DOUBLE, Celsius::new, Celsius::degrees);
 * }</pre>
 *
 * @param <T> the value in a model
 * @param <S> what is stored
 */
public interface Cast<T, S> {

    /** A cast of two functions, over values that never change after they were made; see {@link FunctionCast#mutable()}. */
    static <T, S> FunctionCast<T, S> of(
            Class<T> javaType,
            Stored<S> stored,
            Function<? super S, ? extends T> get,
            Function<? super T, ? extends S> set) {
        return new FunctionCast<>(javaType, stored, get, set, false);
    }

    /** What is stored. */
    Stored<S> stored();

    /** The class of the values. */
    Class<?> javaType();

    /** The value of what is stored. */
    T get(S stored);

    /** What to store for a value. */
    S set(T value);

    /**
     * A value that was given by name and without its type, as in a mass assignment: one of the class is taken as it is,
     * anything else as what is stored.
     *
     * @param where what the value is for, as a message shall name it
     * @throws dev.ilana.error.TypeMismatchException when it is neither
     */
    @SuppressWarnings("unchecked") // the class is asked
    default T accept(Object given, String where) {
        return javaType().isInstance(given) ? (T) given : get(stored().accept(given, where));
    }

    /**
     * What stands for the value in the JSON of its model: plain Java, or what the Jackson that writes it knows. It is the
     * value itself, unless a cast says otherwise.
     */
    default Object json(T value) {
        return value;
    }

    /**
     * Whether a value can be changed in place, as a list or a bean can. Models then compare what would be stored to see
     * whether it was, and share no such value; so {@link #get} must give a new one each time.
     */
    default boolean isMutable() {
        return false;
    }

    /**
     * The cast that two values are compared by: this one, where the same value is always stored as the same. One that
     * isn't, such as an encryption's, is of no use in a condition.
     */
    default Cast<T, ?> comparedBy() {
        return this;
    }

    /** This cast for that column, which it may want to know. */
    default Cast<T, S> in(String table, String column) {
        return this;
    }
}
