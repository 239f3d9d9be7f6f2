package dev.ilana.query;

import java.util.List;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/**
 * Measures the rows of a stream, for a statement to be neither of too many rows nor of too many bytes: servers refuse long
 * ones (16 MB by default on MariaDB, 64 MB on MySQL: {@code max_allowed_packet}), and two batches are in memory at a time.
 */
public final class BatchMeter {

    private static final long MOST_BYTES = 4L << 20;

    /** What a value takes that is neither text nor binary. */
    private static final int FEW_BYTES = 16;

    private final int mostRows;
    private int rows;
    private long bytes;

    public BatchMeter(int mostRows) {
        this.mostRows = mostRows;
    }

    /** The rows in batches of at most so many, and of few bytes. */
    public static <T> Flux<List<T>> batches(Flux<T> rows, int mostRows, ToLongFunction<? super T> bytes) {
        return Flux.defer(() -> {
            BatchMeter meter = new BatchMeter(mostRows);
            return rows.bufferUntil(row -> meter.startsWith(bytes.applyAsLong(row)), true);
        });
    }

    /** Takes a row of so many bytes; says whether it is the first of another batch. */
    public boolean startsWith(long rowBytes) {
        boolean starts = rows == mostRows || (rows > 0 && bytes + rowBytes > MOST_BYTES);
        if (starts) {
            rows = 0;
            bytes = 0;
        }
        rows++;
        bytes += rowBytes;
        return starts;
    }

    /** How many bytes the values take, about. */
    public static long size(Iterable<? extends @Nullable Object> values) {
        long size = 0;
        for (Object value : values) {
            size += size(value);
        }
        return size;
    }

    private static long size(@Nullable Object value) {
        if (value instanceof String text) {
            return text.length();
        }
        return value instanceof byte[] binary ? binary.length : FEW_BYTES;
    }
}
