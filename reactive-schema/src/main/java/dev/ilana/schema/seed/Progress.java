package dev.ilana.schema.seed;

import dev.ilana.schema.seed.SeedEvent.Progressed;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.LongConsumer;

/** Counts what is done of a number known before, and tells of it. */
public final class Progress {

    private final String seed;
    private final long total;
    private final LongConsumer counted;
    private final Consumer<? super SeedEvent> events;
    private final long start = System.nanoTime();
    private long done;

    Progress(String seed, long total, LongConsumer counted, Consumer<? super SeedEvent> events) {
        this.seed = seed;
        this.total = total;
        this.counted = counted;
        this.events = events;
    }

    /** So many more are done. */
    public synchronized void advance(long more) {
        done += more;
        counted.accept(more);
        events.accept(new Progressed(seed, done, total, Duration.ofNanos(System.nanoTime() - start)));
    }
}
