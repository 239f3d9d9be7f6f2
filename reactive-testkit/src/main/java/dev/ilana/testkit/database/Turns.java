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

    /**
     * The work in its turn, which ends when what follows the work has.
     *
     * @param afterwards follows the end of the work, and a cancel of it too
     */
    <T> Flux<T> inTurn(Publisher<T> work, Mono<Void> afterwards) {
        return Flux.usingWhen(
                come().thenReturn(this), turn -> work, turn -> afterwards.then().doFinally(end -> turn.next()));
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
