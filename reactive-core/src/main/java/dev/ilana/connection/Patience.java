package dev.ilana.connection;

import io.r2dbc.spi.R2dbcTimeoutException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
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
    private final String awaited;
    private final Queue<Wait> waits = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean ticking = new AtomicBoolean();

    /** @param awaited what is waited for, as the error of a wait that was too long calls it */
    Patience(Duration limit, String awaited) {
        this.limit = limit;
        this.awaited = awaited;
    }

    /**
     * That, or an {@link R2dbcTimeoutException} when it has not come in time. It is never cancelled: what comes in the moment in
     * which the wait ends would be lost.
     *
     * @param givenBack takes what comes too late
     */
    <T> Mono<T> within(Mono<T> waiting, Function<? super T, Mono<Void>> givenBack) {
        return Mono.defer(() -> {
            AtomicBoolean decided = new AtomicBoolean();
            Mono<T> come = waiting.flatMap(value -> decided.compareAndSet(false, true)
                            ? Mono.just(value)
                            : givenBack.apply(value).then(Mono.<T>empty()))
                    .cache();
            return Mono.firstWithSignal(come, Mono.defer(() -> late(decided)));
        });
    }

    private <T> Mono<T> late(AtomicBoolean decided) {
        Wait wait = new Wait(System.nanoTime() + limit.toNanos());
        waits.add(wait);
        tick();
        return wait.late
                .asMono()
                .then(Mono.<T>defer(() -> decided.compareAndSet(false, true) ? Mono.error(tooLate()) : Mono.never()))
                .doOnCancel(() -> waits.remove(wait));
    }

    private R2dbcTimeoutException tooLate() {
        return new R2dbcTimeoutException(awaited + " did not come within " + limit.toMillis() + " ms");
    }

    /** One is armed while any wait: it is let run though its own wait may be over, as others are to come. */
    private void tick() {
        Wait first = waits.peek();
        if (first != null && ticking.compareAndSet(false, true)) {
            var unused = Schedulers.parallel()
                    .schedule(this::endThoseThatAreLate, first.until - System.nanoTime(), TimeUnit.NANOSECONDS);
        }
    }

    private void endThoseThatAreLate() {
        long now = System.nanoTime();
        try {
            for (@Nullable Wait first = waits.peek(); first != null && first.until - now <= 0; first = waits.peek()) {
                waits.remove(first);
                var unused = first.late.tryEmitEmpty();
            }
        } finally {
            // Whatever those who are told make of it, the others are to be told too.
            ticking.set(false);
            tick();
        }
    }

    private static final class Wait {

        private final long until;
        private final Sinks.Empty<Void> late = Sinks.empty();

        private Wait(long until) {
            this.until = until;
        }
    }
}
