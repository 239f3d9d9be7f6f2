package dev.ilana.query;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.function.Function;

/**
 * One page of a query that nobody has counted. Jackson writes it as it is.
 *
 * @param hasMore whether there is a page after this
 */
@JsonPropertyOrder({"data", "hasMore"})
public record SimplePage<T>(List<T> data, boolean hasMore) {

    public SimplePage {
        data = List.copyOf(data);
    }

    /** The same page of something made from each row. */
    public <R> SimplePage<R> map(Function<? super T, ? extends R> mapper) {
        return new SimplePage<>(data.stream().<R>map(mapper).toList(), hasMore);
    }
}
