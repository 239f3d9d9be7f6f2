package dev.ilana.model;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** A walk over a table by its key, a window at a time. */
final class KeyWindow<M extends Model<M>> {

    private final ModelQuery<M> query;
    private final int size;
    private @Nullable Object lastKey;
    private boolean more = true;

    KeyWindow(ModelQuery<M> query, int size) {
        this.query = query;
        this.size = size;
    }

    boolean hasMore() {
        return more;
    }

    /** The models after the last window's; an empty list at the end. */
    Mono<List<M>> next() {
        ModelQuery<M> window =
                query.inOrderOf(query.table().primaryKey().columns()).limit(size);
        return (lastKey == null
                        ? window
                        : window.constrained(query.table().primaryKey().key().after(lastKey)))
                .get()
                .collectList()
                .doOnNext(models -> {
                    more = models.size() == size;
                    if (more) {
                        lastKey = Objects.requireNonNull(models.get(size - 1).getKey());
                    }
                });
    }
}
