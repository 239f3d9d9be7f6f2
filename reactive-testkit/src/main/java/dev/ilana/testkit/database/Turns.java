package dev.ilana.testkit.database;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** Lets one thing be done at a time, in the order of subscription. */
final class Turns {

    private final Deque<Sinks.Empty<Void>> waiting = new ArrayDeque<>();
    private boolean taken;

    /** The work in its turn, which ends when the work has, or a cancel of it. */
    <T> Flux<T> inTurn(Publisher<T> work) {
        return Flux.usingWhen(come().thenReturn(this), turn -> work, Turns::left);
    }

    private Mono<Void> come() {
        return Mono.defer(() -> {
            Sinks.Empty<Void> place = take();
            return place == null
                    ? Mono.empty()
                    : place.asMono().doOnCancel(() -> {
                        if (!letGo(place)) {
                            next();
                        }
                    });
        });
    }

    /** Null, when the turn has come. */
    private synchronized Sinks.@Nullable Empty<Void> take() {
        if (!taken) {
            taken = true;
            return null;
        }
        Sinks.Empty<Void> place = Sinks.empty();
        waiting.add(place);
        return place;
    }

    private synchronized boolean letGo(Sinks.Empty<Void> place) {
        return waiting.remove(place);
    }

    private Mono<Void> left() {
        return Mono.fromRunnable(this::next);
    }

    private void next() {
        Sinks.Empty<Void> next;
        synchronized (this) {
            next = waiting.poll();
            taken = next != null;
        }
        if (next != null) {
            var unused = next.tryEmitEmpty();
        }
    }
}
