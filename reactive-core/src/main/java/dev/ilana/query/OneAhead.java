package dev.ilana.query;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Writes batches one after the other, in order, and prepares each while the database is busy with the one before. At most
 * two batches are in memory. After an error or a cancel no further one is sent.
 */
public final class OneAhead {

    private OneAhead() {}

    /**
     * What the writes of the batches give, in their order.
     *
     * @param prepare called as soon as the batch is there; what it returns is subscribed when the batch before is written
     */
    public static <B, T> Flux<T> write(Flux<B> batches, Function<? super B, ? extends Flux<T>> prepare) {
        return Flux.defer(() -> {
            AtomicReference<Mono<Void>> before = new AtomicReference<>(Mono.empty());
            return batches.flatMapSequential(
                    batch -> {
                        Flux<T> write = prepare.apply(batch);
                        Sinks.Empty<Void> written = Sinks.empty();
                        return before.getAndSet(written.asMono())
                                .thenMany(write)
                                .doOnComplete(written::tryEmitEmpty);
                    },
                    2,
                    1);
        });
    }
}
