package dev.ilana.query;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a query, and where it stands among the rest. Pages count from 1. Jackson writes all that is said here of a
 * page, from {@code data} to {@code nextPage}.
 *
 * @param total rows of all pages together
 */
@JsonPropertyOrder({"data", "total", "perPage", "currentPage", "lastPage", "from", "to", "nextPage"})
public record Page<T>(List<T> data, long total, int perPage, long currentPage) {

    public Page {
        data = List.copyOf(data);
    }

    /** The number of the last page; 1 when there is no row at all. */
    @JsonProperty
    public long lastPage() {
        return Math.max(1, (total + perPage - 1) / perPage);
    }

    /** The position of this page's first row, counted from 1; null on an empty page. */
    @JsonProperty
    public @Nullable Long from() {
        return data.isEmpty() ? null : (currentPage - 1) * perPage + 1;
    }

    /** The position of this page's last row, counted from 1; null on an empty page. */
    @JsonProperty
    public @Nullable Long to() {
        return data.isEmpty() ? null : (currentPage - 1) * perPage + data.size();
    }

    /** The number of the page after this; null on the last. */
    @JsonProperty
    public @Nullable Long nextPage() {
        return currentPage < lastPage() ? currentPage + 1 : null;
    }

    /** The same page of something made from each row. */
    public <R> Page<R> map(Function<? super T, ? extends R> mapper) {
        return new Page<>(data.stream().<R>map(mapper).toList(), total, perPage, currentPage);
    }
}
