package dev.ilana.schema.dynamic;

import dev.ilana.cast.Cast;
import dev.ilana.cast.Stored;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of what only its database has a type for, kept in a column that is an array.
 *
 * @param words the words that its elements may be; {@link Words#NONE} unless they are of an enumeration
 */
record OwnListCast(Words words) implements Cast<List<@Nullable Object>, Object> {

    @Override
    public Stored<Object> stored() {
        return Stored.OTHER;
    }

    @Override
    public Class<?> javaType() {
        return List.class;
    }

    /** As an array, or as the text that PostgreSQL has for one. */
    @Override
    public List<@Nullable Object> get(Object stored) {
        List<@Nullable Object> elements =
                stored instanceof Object[] array ? Arrays.asList(array) : Elements.of(String.valueOf(stored));
        List<@Nullable Object> list = new ArrayList<>(elements.size());
        for (Object each : elements) {
            list.add(each != null && isWord() ? words.read(each) : each);
        }
        return list;
    }

    @Override
    public Object set(List<@Nullable Object> list) {
        return list.stream()
                .map(each -> each instanceof String name && isWord() ? words.stored(name) : each)
                .toArray();
    }

    @Override
    public List<@Nullable Object> accept(Object given, String where) {
        List<@Nullable Object> list = new ArrayList<>();
        for (Object each : Elements.given(given, where)) {
            list.add(each != null && isWord() ? words.accept(each, where) : each);
        }
        return list;
    }

    private boolean isWord() {
        return words != Words.NONE;
    }

    @Override
    public boolean isMutable() {
        return true;
    }
}
