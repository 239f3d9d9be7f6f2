package dev.ilana.connection;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A result as a cache keeps it: plain values, which are not to be changed. They are those of {@code Dialect.readAny}:
 * numbers, text, booleans, {@code byte[]}, {@code java.time}, {@code UUID}, null.
 *
 * @param names those of the columns, in order
 * @param rows for each row its values, in the order of the names
 */
public record CachedRows(List<String> names, List<@Nullable Object[]> rows) {

    public CachedRows {
        names = List.copyOf(names);
        rows = List.copyOf(rows);
    }
}
