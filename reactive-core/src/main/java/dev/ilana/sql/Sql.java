package dev.ilana.sql;

import java.util.List;

/**
 * A statement as one database reads it, its values in the order of their markers.
 *
 * @param returning columns whose generated values the driver must be asked for, where the text itself can't
 */
public record Sql(String text, List<Value> bindings, List<String> returning) {

    public static Sql of(String text) {
        return new Sql(text, List.of(), List.of());
    }

    /** The text without the values: what may be logged. */
    @Override
    public String toString() {
        return text;
    }
}
