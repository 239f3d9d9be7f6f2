package dev.ilana.sql;

import java.util.List;

/** How many elements the JSON array at the path has; without a path, the whole value. */
public record JsonLength(Expression json, List<String> path) implements Expression {

    public JsonLength {
        path = Texts.checked(path);
    }
}
