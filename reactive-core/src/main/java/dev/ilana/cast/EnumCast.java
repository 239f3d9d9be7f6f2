package dev.ilana.cast;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.TypeMismatchException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/**
 * An enum, stored by the names of its constants or by a value that each of them has.
 *
 * @param <E> the enum
 * @param <S> the value that is stored
 */
public final class EnumCast<E extends Enum<E>, S> implements Cast<E, S> {

    private final Class<E> type;
    private final Stored<S> stored;
    private final Function<? super E, ? extends S> code;
    private final Map<S, E> constants = new LinkedHashMap<>();

    private EnumCast(Class<E> type, Stored<S> stored, Function<? super E, ? extends S> code) {
        this.type = type;
        this.stored = stored;
        this.code = code;
        for (E constant : type.getEnumConstants()) {
            E other = constants.putIfAbsent(code.apply(constant), constant);
            if (other != null) {
                throw new InvalidUsageException(other + " and " + constant + " of " + type.getSimpleName()
                        + " are stored as the same; give each constant a value of its own");
            }
        }
    }

    /** By name. */
    public static <E extends Enum<E>> EnumCast<E, String> of(Class<E> type) {
        return new EnumCast<>(type, Stored.STRING, Enum::name);
    }

    /**
     * By a value of each constant: {@code EnumCast.by(Status.class, Status::code)}.
     *
     * @throws InvalidUsageException when two constants have the same, or no column holds such
     */
    @SuppressWarnings("unchecked") // the class of an S
    public static <E extends Enum<E>, S> EnumCast<E, S> by(Class<E> type, Function<? super E, ? extends S> code) {
        E[] constants = type.getEnumConstants();
        if (constants.length == 0) {
            throw new InvalidUsageException(type.getName() + " has no constants to be stored");
        }
        return new EnumCast<>(
                type, Stored.of((Class<S>) code.apply(constants[0]).getClass()), code);
    }

    @Override
    public Stored<S> stored() {
        return stored;
    }

    @Override
    public Class<E> javaType() {
        return type;
    }

    @Override
    public E get(S value) {
        E constant = constants.get(value);
        if (constant == null) {
            throw new TypeMismatchException("a " + type.getSimpleName(), "one of " + constants.keySet(), value);
        }
        return constant;
    }

    @Override
    public S set(E value) {
        return code.apply(value);
    }
}
