package dev.ilana.connection;

import dev.ilana.error.InvalidUsageException;
import java.time.Duration;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Results in this process, the one used longest ago first to go. */
final class MemoryQueryCache implements QueryCache {

    /** What a result without rows is counted as, and each result beside its rows. */
    private static final int EACH = 1;

    private final int maxRows;
    private final LongSupplier nanoTime;
    private final Map<String, Entry> entries = new LinkedHashMap<>(16, 0.75f, true);
    private long size;

    private record Entry(CachedRows result, Set<String> tables, long end) {
        long size() {
            return (long) EACH + result.rows().size();
        }
    }

    MemoryQueryCache(int maxRows, LongSupplier nanoTime) {
        if (maxRows < 1) {
            throw new InvalidUsageException(
                    "a cache of " + maxRows + " rows holds nothing; leave remember(...) out instead");
        }
        this.maxRows = maxRows;
        this.nanoTime = nanoTime;
    }

    @Override
    public Mono<CachedRows> get(String key) {
        return Mono.fromSupplier(() -> find(key));
    }

    private synchronized @Nullable CachedRows find(String key) {
        Entry entry = entries.get(key);
        if (entry == null) {
            return null;
        }
        if (entry.end() - nanoTime.getAsLong() <= 0) {
            remove(key);
            return null;
        }
        return entry.result();
    }

    @Override
    public Mono<Void> put(String key, CachedRows result, Set<String> tables, Duration duration) {
        return Mono.fromRunnable(
                () -> add(key, new Entry(result, Set.copyOf(tables), nanoTime.getAsLong() + duration.toNanos())));
    }

    private synchronized void add(String key, Entry entry) {
        remove(key);
        if (entry.size() > maxRows) {
            return;
        }
        entries.put(key, entry);
        size += entry.size();
        Iterator<Entry> oldest = entries.values().iterator();
        while (size > maxRows) {
            size -= oldest.next().size();
            oldest.remove();
        }
    }

    private void remove(String key) {
        Entry removed = entries.remove(key);
        if (removed != null) {
            size -= removed.size();
        }
    }

    @Override
    public Mono<Void> forget(Set<String> tables) {
        return Mono.fromRunnable(() -> forgetReadFrom(tables));
    }

    private synchronized void forgetReadFrom(Set<String> tables) {
        entries.values().removeIf(entry -> {
            boolean stale = entry.tables().isEmpty() || !Collections.disjoint(entry.tables(), tables);
            size -= stale ? entry.size() : 0;
            return stale;
        });
    }

    @Override
    public Mono<Void> clear() {
        return Mono.fromRunnable(this::empty);
    }

    private synchronized void empty() {
        entries.clear();
        size = 0;
    }
}
