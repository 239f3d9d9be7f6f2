package dev.ilana.model;

import dev.ilana.error.TypeMismatchException;
import dev.ilana.sql.SqlType;
import java.util.HashMap;
import java.util.Map;

/** An enum, stored by the name of its constant. */
final class EnumCast<E extends Enum<E>> implements Cast<E> {

    private final Class<E> type;
    private final Map<String, E> constants = new HashMap<>();

    EnumCast(Class<E> type) {
        this.type = type;
        for (E constant : type.getEnumConstants()) {
            constants.put(constant.name(), constant);
        }
    }

    @Override
    public SqlType type() {
        return SqlType.STRING;
    }

    @Override
    public Class<?> javaType() {
        return type;
    }

    @Override
    public E get(Object stored) {
        E constant = constants.get((String) stored);
        if (constant == null) {
            throw new TypeMismatchException(
                    "a " + type.getSimpleName() + " by name", "one of " + constants.keySet(), stored);
        }
        return constant;
    }

    @Override
    public Object set(E value) {
        return value.name();
    }
}
