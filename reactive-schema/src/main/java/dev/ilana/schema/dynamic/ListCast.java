package dev.ilana.schema.dynamic;

import dev.ilana.cast.Cast;
import dev.ilana.cast.Stored;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.sql.Conversion;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list, kept in a column that is an array.
 *
 * @param element the class of its elements
 * @param words the words that its elements may be; {@link Words#NONE} unless they are of an enumeration
 */
record ListCast(Class<?> element, Words words) implements Cast<List<@Nullable Object>, Object[]> {

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
            list.add(each == null ? null : isWord() ? words.read(each) : plain(each, "a stored array"));
        }
        return list;
    }

    @Override
    public Object[] set(List<@Nullable Object> list) {
        return list.stream()
                .map(each -> each instanceof String name && isWord() ? words.stored(name) : each)
                .toArray();
    }

    @Override
    public List<@Nullable Object> accept(Object given, String where) {
        Collection<?> elements = given instanceof Object[] array
                ? Arrays.asList(array)
                : given instanceof Collection<?> collection ? collection : null;
        if (elements == null) {
            throw new TypeMismatchException(where, "a list of " + element.getName(), given);
        }
        List<@Nullable Object> list = new ArrayList<>(elements.size());
        for (Object each : elements) {
            list.add(each == null ? null : isWord() ? words.accept(each, where) : plain(each, where));
        }
        return list;
    }

    private boolean isWord() {
        return words != Words.NONE;
    }

    private Object plain(Object value, String where) {
        return Conversion.to(element, value, where);
    }

    @Override
    public boolean isMutable() {
        return true;
    }
}
