package dev.ilana.connection;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Work that goes on to its end, though nobody may wait for it any more. */
final class Endings {

    private final Set<Sinks.Empty<Void>> running = ConcurrentHashMap.newKeySet();

    <T> Mono<T> toItsEnd(Mono<T> work) {
        return Mono.defer(() -> {
            Sinks.Empty<Void> end = Sinks.empty();
            running.add(end);
            return work.doFinally(signal -> {
                        running.remove(end);
                        var unused = end.tryEmitEmpty();
                    })
                    .cache();
        });
    }

    /** Completes when all that has begun has ended. */
    Mono<Void> all() {
        return Flux.defer(() -> Flux.fromIterable(running))
                .flatMap(Sinks.Empty::asMono)
                .then();
    }
}
