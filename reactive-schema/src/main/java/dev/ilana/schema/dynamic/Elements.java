package dev.ilana.schema.dynamic;

import dev.ilana.error.TypeMismatchException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The elements of an array: of one that was given, and of PostgreSQL's text for one (its documentation, 8.15.6). */
final class Elements {

    private final String text;
    private int at = 1;

    private Elements(String text) {
        this.text = text;
    }

    /** @throws TypeMismatchException when nothing like a list was given */
    static List<? extends @Nullable Object> given(Object given, String where) {
        if (given instanceof Collection<?> collection) {
            return new ArrayList<>(collection);
        } else if (given instanceof Object[] array) {
            return Arrays.asList(array);
        }
        throw new TypeMismatchException(where, "a list", given);
    }

    /** Those of an array of one dimension, as texts. */
    static List<@Nullable Object> of(String text) {
        return new Elements(text).all();
    }

    private List<@Nullable Object> all() {
        List<@Nullable Object> all = new ArrayList<>();
        while (at < text.length() - 1) {
            all.add(text.charAt(at) == '"' ? quoted() : plain());
            // Past the comma.
            at++;
        }
        return all;
    }

    private String quoted() {
        StringBuilder element = new StringBuilder();
        for (at++; text.charAt(at) != '"'; at++) {
            if (text.charAt(at) == '\\') {
                at++;
            }
            element.append(text.charAt(at));
        }
        at++;
        return element.toString();
    }

    private @Nullable String plain() {
        int comma = text.indexOf(',', at);
        int end = comma < 0 ? text.length() - 1 : comma;
        String element = text.substring(at, end);
        at = end;
        return element.equals("NULL") ? null : element;
    }
}
