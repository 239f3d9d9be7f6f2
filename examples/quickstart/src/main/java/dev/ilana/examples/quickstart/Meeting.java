package dev.ilana.examples.quickstart;

import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Lets the first of two go on only once the second has come; after that, everybody. */
final class Meeting {

    private final AtomicInteger come = new AtomicInteger();
    private final Sinks.Empty<Void> both = Sinks.empty();

    Mono<Void> join() {
        return Mono.defer(() -> {
            if (come.incrementAndGet() == 2) {
                both.tryEmitEmpty().orThrow();
            }
            return both.asMono();
        });
    }
}
