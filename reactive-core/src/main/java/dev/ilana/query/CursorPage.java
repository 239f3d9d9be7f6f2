package dev.ilana.query;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a query, and the cursors by which it goes on. Jackson writes it as it is.
 *
 * @param nextCursor stands behind the last row; null on the last page
 * @param prevCursor stands before the first row; null on the first page
 * @param path where the pages are, for who follows a cursor; empty when nobody said
 */
@JsonPropertyOrder({"data", "nextCursor", "prevCursor", "hasNextPage", "hasPrevPage", "path", "perPage"})
public record CursorPage<T>(
        List<T> data,
        @Nullable String nextCursor,
        @Nullable String prevCursor,
        boolean hasNextPage,
        boolean hasPrevPage,
        String path,
        int perPage) {

    public CursorPage {
        data = List.copyOf(data);
    }

    /** The same page, which is to be had there: {@code page.withPath("/users")}. */
    public CursorPage<T> withPath(String newPath) {
        return new CursorPage<>(data, nextCursor, prevCursor, hasNextPage, hasPrevPage, newPath, perPage);
    }

    /** The same page of something made from each row. */
    public <R> CursorPage<R> map(Function<? super T, ? extends R> mapper) {
        return new CursorPage<>(
                data.stream().<R>map(mapper).toList(), nextCursor, prevCursor, hasNextPage, hasPrevPage, path, perPage);
    }
}
