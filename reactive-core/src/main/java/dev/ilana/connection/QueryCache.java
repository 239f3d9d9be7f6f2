package dev.ilana.connection;

import java.time.Duration;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * Where the results of {@code remember(...)} are kept. The default is {@link #inMemory}; one over a store that several
 * processes share is yours to write. An error of the store is logged, and costs no more than the query or the wait for
 * the result to grow old.
 */
public interface QueryCache {

    /** A cache in this process that lets go of the results used longest ago beyond so many rows in all. */
    static QueryCache inMemory(int maxRows) {
        return new MemoryQueryCache(maxRows, System::nanoTime);
    }

    /** The result under the key; empty when there is none, or it is too old. */
    Mono<CachedRows> get(String key);

    /**
     * Keeps the result for as long.
     *
     * @param tables those that it was read from, for {@link #forget}; none where they are not known, which is for any
     */
    Mono<Void> put(String key, CachedRows result, Set<String> tables, Duration duration);

    /** Forgets what was read from one of the tables, and what was read from tables not known. */
    Mono<Void> forget(Set<String> tables);

    /** Forgets everything. */
    Mono<Void> clear();
}
