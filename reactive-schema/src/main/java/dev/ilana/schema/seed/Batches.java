package dev.ilana.schema.seed;

import dev.ilana.error.InvalidUsageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Rows that a function makes by their number, so many at a time: only those in hand are in memory. */
record Batches<T>(String table, long count, LongFunction<? extends @Nullable T> row) {

    /** The same, once they can be made. */
    static <T> Batches<T> of(String table, long count, LongFunction<? extends @Nullable T> row) {
        if (count < 0) {
            throw new InvalidUsageException("there can't be " + count + " rows for " + table);
        }
        return new Batches<>(table, count, row);
    }

    /** The rows of all of these, as those of one. */
    static <T> Batches<T> joined(String table, List<Batches<T>> parts) {
        NavigableMap<Long, Batches<T>> byFirst = new TreeMap<>();
        long count = 0;
        for (Batches<T> part : parts) {
            if (part.count > 0) {
                byFirst.put(count, part);
                count += part.count;
            }
        }
        return new Batches<>(table, count, number -> {
            Map.Entry<Long, Batches<T>> part = Objects.requireNonNull(byFirst.floorEntry(number));
            return part.getValue().row.apply(number - part.getKey());
        });
    }

    /** All, the first first. */
    Flux<List<T>> forward(int size) {
        return Flux.generate(() -> 0L, (from, sink) -> {
            long to = Math.min(count, from + size);
            if (from == count) {
                sink.complete();
            } else {
                sink.next(made(from, to, false));
            }
            return to;
        });
    }

    /** All, the last first. */
    Flux<List<T>> backward(int size) {
        return Flux.generate(() -> count, (to, sink) -> {
            long from = Math.max(0, to - size);
            if (to == 0) {
                sink.complete();
            } else {
                sink.next(made(from, to, true));
            }
            return from;
        });
    }

    private List<T> made(long from, long to, boolean backward) {
        List<T> made = new ArrayList<>((int) (to - from));
        for (long i = from; i < to; i++) {
            long number = backward ? to - 1 - (i - from) : i;
            T one = row.apply(number);
            if (one == null) {
                throw new InvalidUsageException("row " + number + " for " + table + " is null");
            }
            made.add(one);
        }
        return made;
    }
}
