package dev.ilana.connection;

import dev.ilana.error.InvalidUsageException;
import java.util.concurrent.atomic.AtomicInteger;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Work that goes on to its end, though nobody may wait for it any more. Once all of it is waited for, none begins but beside other
 * work that does: what a cancel let go of late would otherwise begin on connections that are being closed.
 */
final class Endings {

    /** Added to the number of those that run when they are waited for. */
    private static final int WAITED_FOR = Integer.MIN_VALUE;

    private final AtomicInteger running = new AtomicInteger();
    private final Sinks.Empty<Void> ended = Sinks.empty();

    <T> Mono<T> toItsEnd(Mono<T> work) {
        return Mono.defer(() -> begins() ? ending(work) : Mono.error(closed()));
    }

    /** From the beginning, not from the giving back on: between the two a cancel may close what that takes. */
    <T> Flux<T> holding(Publisher<? extends T> work, Mono<Void> afterwards, Mono<Void> otherwise) {
        return Flux.defer(() -> begins()
                ? Flux.usingWhen(
                        Mono.just(this),
                        unused -> work,
                        unused -> ending(afterwards),
                        (unused, error) -> ending(otherwise),
                        unused -> ending(otherwise))
                : Flux.error(closed()));
    }

    private <T> Mono<T> ending(Mono<T> work) {
        return work.doFinally(signal -> ends()).cache();
    }

    private static InvalidUsageException closed() {
        return new InvalidUsageException("the database is closed, or is being closed");
    }

    private boolean begins() {
        return running.getAndUpdate(count -> count == WAITED_FOR ? count : count + 1) != WAITED_FOR;
    }

    private void ends() {
        if (running.decrementAndGet() == WAITED_FOR) {
            var unused = ended.tryEmitEmpty();
        }
    }

    /** Completes when all that has begun has ended. */
    Mono<Void> all() {
        return Mono.defer(() -> {
            if (running.getAndUpdate(count -> count < 0 ? count : count + WAITED_FOR) == 0) {
                var unused = ended.tryEmitEmpty();
            }
            return ended.asMono();
        });
    }
}
