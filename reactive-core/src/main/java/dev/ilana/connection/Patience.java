package dev.ilana.connection;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Ends waits that last too long. All may last as long as the other, so the first to begin is the first to be late, and one timer does
 * for all of them: one for each would cost more than the wait, as it wakes a thread.
 */
final class Patience {

    private final Duration limit;
    private final Supplier<Throwable> tooLate;
    private final Queue<Wait<?>> waits = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean ticking = new AtomicBoolean();

    /** @param tooLate the error of a wait that was too long */
    Patience(Duration limit, Supplier<Throwable> tooLate) {
        this.limit = limit;
        this.tooLate = tooLate;
    }

    /**
     * An error when the limit has passed from now on, where the wait is not over by then.
     *
     * @param giveUp ends the wait; false when it was over
     */
    <T> Mono<T> end(BooleanSupplier giveUp) {
        Wait<T> wait = new Wait<>(System.nanoTime() + limit.toNanos(), giveUp);
        waits.add(wait);
        tick();
        return wait.late.asMono().doOnCancel(() -> waits.remove(wait));
    }

    /** One is armed while any wait: it is let run though its own wait may be over, as others are to come. */
    private void tick() {
        Wait<?> first = waits.peek();
        if (first != null && ticking.compareAndSet(false, true)) {
            var unused = Schedulers.parallel()
                    .schedule(this::endThoseThatAreLate, first.until - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    private void endThoseThatAreLate() {
        long now = System.nanoTime();
        try {
            for (@Nullable Wait<?> first = waits.peek();
                    first != null && first.until - now <= 0;
                    first = waits.peek()) {
                waits.remove(first);
                if (first.giveUp.getAsBoolean()) {
                    var unused = first.late.tryEmitError(tooLate.get());
                }
            }
        } finally {
            // Whatever those who are told make of it, the others are to be told too.
            ticking.set(false);
            tick();
        }
    }

    private static final class Wait<T> {

        private final long until;
        private final BooleanSupplier giveUp;
        private final Sinks.Empty<T> late = Sinks.empty();

        private Wait(long until, BooleanSupplier giveUp) {
            this.until = until;
            this.giveUp = giveUp;
        }
    }
}
