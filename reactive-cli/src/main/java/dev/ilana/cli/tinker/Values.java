package dev.ilana.cli.tinker;

import dev.ilana.model.Model;
import dev.ilana.query.CursorPage;
import dev.ilana.query.Page;
import dev.ilana.query.Row;
import dev.ilana.query.SimplePage;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Looks into values: those that are rows, and those that hold several. */
final class Values {

    private Values() {}

    /** What it has by name, without what a model hides; null where it is no row. */
    static @Nullable Map<String, @Nullable Object> row(@Nullable Object value) {
        if (value instanceof Model<?> model) {
            return model.toMap();
        } else if (value instanceof Row row) {
            return row.toMap();
        } else if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>();
            map.forEach((key, one) -> row.put(String.valueOf(key), one));
            return row;
        }
        return value instanceof Record known ? components(known) : null;
    }

    /** What it holds; null where it is one. */
    static @Nullable List<@Nullable Object> several(@Nullable Object value) {
        if (value instanceof Collection<?> collection) {
            return new ArrayList<>(collection);
        } else if (value instanceof Page<?> page) {
            return new ArrayList<>(page.data());
        } else if (value instanceof SimplePage<?> page) {
            return new ArrayList<>(page.data());
        } else if (value instanceof CursorPage<?> page) {
            return new ArrayList<>(page.data());
        }
        return value == null || !value.getClass().isArray() || value instanceof byte[] ? null : elements(value);
    }

    /** The value in one line; what a database says can't move the cursor. */
    static String text(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return "0x" + HexFormat.of().formatHex(bytes);
        }
        return value == null ? "NULL" : value.toString().replaceAll("\\p{Cntrl}+", " ");
    }

    private static List<@Nullable Object> elements(Object array) {
        List<@Nullable Object> elements = new ArrayList<>();
        for (int i = 0; i < Array.getLength(array); i++) {
            elements.add(Array.get(array, i));
        }
        return elements;
    }

    private static Map<String, @Nullable Object> components(Record value) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            try {
                component.getAccessor().setAccessible(true);
                row.put(component.getName(), component.getAccessor().invoke(value));
            } catch (ReflectiveOperationException e) {
                throw new IllegalArgumentException("can't read " + component + ": " + e, e);
            }
        }
        return row;
    }
}
