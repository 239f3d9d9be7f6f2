package dev.ilana.schema.dynamic;

import dev.ilana.cast.Cast;
import dev.ilana.cast.Stored;
import dev.ilana.sql.Conversion;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list, kept in a column that is an array.
 *
 * @param element the class of its elements, which every driver knows
 */
record ListCast(Class<?> element) implements Cast<List<@Nullable Object>, Object[]> {

    @Override
    public Stored<Object[]> stored() {
        return Stored.ARRAY;
    }

    @Override
    public Class<?> javaType() {
        return List.class;
    }

    @Override
    public List<@Nullable Object> get(Object[] stored) {
        List<@Nullable Object> list = new ArrayList<>(stored.length);
        for (Object each : stored) {
            list.add(each == null ? null : Conversion.to(element, each, "a stored array"));
        }
        return list;
    }

    @Override
    public Object[] set(List<@Nullable Object> list) {
        return list.toArray();
    }

    @Override
    public List<@Nullable Object> accept(Object given, String where) {
        List<@Nullable Object> list = new ArrayList<>();
        for (Object each : Elements.given(given, where)) {
            list.add(each == null ? null : Conversion.to(element, each, where));
        }
        return list;
    }

    @Override
    public boolean isMutable() {
        return true;
    }
}
