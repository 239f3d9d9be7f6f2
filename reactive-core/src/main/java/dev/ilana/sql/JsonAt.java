package dev.ilana.sql;

import dev.ilana.error.InvalidUsageException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What a JSON value has at a path: null where it has nothing there, or a JSON null.
 *
 * @param path keys, and positions counted from 0 as numbers; any text, which the grammars bind or escape
 * @param type how it is read: text as it is, without the quotes of JSON
 */
public record JsonAt(Expression json, List<String> path, SqlType type) implements Expression {

    public JsonAt {
        path = Texts.checked(path);
        if (path.isEmpty()) {
            throw new InvalidUsageException("a JSON path needs at least one key");
        }
    }

    /** The same, read as that type. */
    public JsonAt as(SqlType newType) {
        return new JsonAt(json, path, newType);
    }

    /** Reads the keys of {@code "theme->color"}. */
    public static List<String> path(String arrows) {
        return new ArrayList<>(Arrays.asList(arrows.split("->", -1)));
    }
}
