package dev.ilana.cast;

import java.util.function.Function;

/**
 * A cast of two functions.
 *
 * @param <T> the value in a model
 * @param <S> what is stored
 */
public final class FunctionCast<T, S> implements Cast<T, S> {

    private final Class<T> javaType;
    private final Stored<S> stored;
    private final Function<? super S, ? extends T> get;
    private final Function<? super T, ? extends S> set;
    private final boolean mutable;

    FunctionCast(
            Class<T> javaType,
            Stored<S> stored,
            Function<? super S, ? extends T> get,
            Function<? super T, ? extends S> set,
            boolean mutable) {
        this.javaType = javaType;
        this.stored = stored;
        this.get = get;
        this.set = set;
        this.mutable = mutable;
    }

    /** The same over values that can be changed in place. */
    public FunctionCast<T, S> mutable() {
        return new FunctionCast<>(javaType, stored, get, set, true);
    }

    @Override
    public Stored<S> stored() {
        return stored;
    }

    @Override
    public Class<T> javaType() {
        return javaType;
    }

    @Override
    public T get(S value) {
        return get.apply(value);
    }

    @Override
    public S set(T value) {
        return set.apply(value);
    }

    @Override
    public boolean isMutable() {
        return mutable;
    }
}
