package dev.ilana.connection;

import dev.ilana.dialect.Dialect;
import dev.ilana.sql.Sql;
import dev.ilana.sql.Value;
import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * The remembered results of one database: when one may be used, and when it is forgotten.
 *
 * <p>A result that a query read before a write ended, and would keep after it, is not kept: each write counts up its
 * tables, and a result is kept only when nothing has counted since the query began.
 */
final class ResultCache {

    private static final Logger LOG = LoggerFactory.getLogger(ResultCache.class);

    private final QueryCache store;
    private final Map<String, Long> writes = new ConcurrentHashMap<>();
    /** Until something is remembered, or where others may have, a write has nothing to forget. */
    private volatile boolean used;

    ResultCache(QueryCache store, boolean shared) {
        this.store = store;
        this.used = shared;
    }

    /** The result from the store, or else from the query, kept for the next. */
    <T> Mono<List<T>> remembered(
            Sql sql,
            RowReader<T> reader,
            Duration duration,
            Dialect dialect,
            boolean keep,
            Function<RowReader<@Nullable Object[]>, Mono<List<@Nullable Object[]>>> query) {
        return Mono.defer(() -> {
            used = true;
            String key = key(sql);
            Recorder recorder = new Recorder(dialect);
            Mono<CachedRows> queried = Mono.defer(() -> {
                long before = count(sql.tables());
                Mono<CachedRows> rows = query.apply(recorder).map(values -> new CachedRows(recorder.names, values));
                return keep ? rows.flatMap(result -> kept(key, result, sql, duration, before)) : rows;
            });
            return harmless(() -> store.get(key)).switchIfEmpty(queried).map(rows -> ReplayedRow.read(rows, reader));
        });
    }

    private Mono<CachedRows> kept(String key, CachedRows result, Sql sql, Duration duration, long before) {
        Set<String> tables = sql.tables() == null ? Set.of() : sql.tables();
        if (count(sql.tables()) != before) {
            return Mono.just(result);
        }
        // A write that ended while the store took the result may have forgotten too early.
        Mono<Void> again =
                Mono.defer(() -> count(sql.tables()) == before ? Mono.empty() : harmless(() -> store.forget(tables)));
        return harmless(() -> store.put(key, result, tables, duration))
                .then(again)
                .thenReturn(result);
    }

    /** The write, and then the end of what was read from its tables: also when it failed, as part of it may be done. */
    <T> Mono<T> afterwards(Mono<T> write, @Nullable Set<String> tables) {
        if (!used) {
            return write;
        }
        Mono<Void> forget = Mono.defer(() -> {
            countUp(tables);
            return harmless(() -> tables == null ? store.clear() : store.forget(tables));
        });
        return write.materialize().flatMap(signal -> forget.thenReturn(signal)).dematerialize();
    }

    private void countUp(@Nullable Set<String> tables) {
        writes.merge("", 1L, Long::sum);
        if (tables == null) {
            writes.replaceAll((table, count) -> count + 1);
        } else {
            tables.forEach(table -> writes.merge(table, 1L, Long::sum));
        }
    }

    private long count(@Nullable Set<String> tables) {
        if (tables == null) {
            return writes.getOrDefault("", 0L);
        }
        return tables.stream()
                .mapToLong(table -> writes.computeIfAbsent(table, unused -> 0L))
                .sum();
    }

    /** A store that fails must not fail the query or the write. */
    private static <T> Mono<T> harmless(Supplier<Mono<T>> work) {
        return Mono.defer(work).onErrorResume(error -> {
            LOG.warn("the query cache failed: {}", Unquoted.of(error));
            return Mono.empty();
        });
    }

    private static String key(Sql sql) {
        MessageDigest digest = sha256();
        digest.update(sql.text().getBytes(StandardCharsets.UTF_8));
        for (Value value : sql.bindings()) {
            digest.update((byte) 0);
            digest.update(value.type().name().getBytes(StandardCharsets.UTF_8));
            add(digest, value.value());
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, @Nullable Object value) {
        digest.update((byte) 0);
        if (value instanceof byte[] bytes) {
            digest.update(bytes);
        } else if (value instanceof Object[] array) {
            Arrays.stream(array).forEach(element -> add(digest, element));
        } else if (value instanceof Iterable<?> array) {
            StreamSupport.stream(array.spliterator(), false).forEach(element -> add(digest, element));
        } else if (value != null) {
            String text = value.toString();
            digest.update((text.length() + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Reads rows as plain values. */
    private static final class Recorder implements RowReader<@Nullable Object[]> {

        private final Dialect dialect;
        private List<String> names = List.of();

        Recorder(Dialect dialect) {
            this.dialect = dialect;
        }

        @Override
        public @Nullable Object[] read(Row row, RowMetadata metadata) {
            List<? extends ColumnMetadata> columns = metadata.getColumnMetadatas();
            if (names.isEmpty()) {
                names = columns.stream().map(ColumnMetadata::getName).toList();
            }
            Object[] values = new Object[columns.size()];
            for (int i = 0; i < values.length; i++) {
                values[i] = dialect.readAny(row, i, columns.get(i));
            }
            return values;
        }
    }
}
