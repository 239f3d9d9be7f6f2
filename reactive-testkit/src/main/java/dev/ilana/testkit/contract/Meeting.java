package dev.ilana.testkit.contract;

import java.util.concurrent.atomic.AtomicInteger;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Work that goes on only when all have come this far; who comes later, in another try, isn't held up. */
final class Meeting {

    private final AtomicInteger missing;
    private final Sinks.Empty<Void> met = Sinks.empty();

    Meeting(int size) {
        this.missing = new AtomicInteger(size);
    }

    Mono<Void> arrive() {
        return Mono.defer(() -> {
            if (missing.decrementAndGet() == 0) {
                met.tryEmitEmpty();
            }
            return met.asMono();
        });
    }
}
