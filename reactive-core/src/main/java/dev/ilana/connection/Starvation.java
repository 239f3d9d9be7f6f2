package dev.ilana.connection;

import dev.ilana.error.PoolStarvedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Finds out when no connection can come any more: all of a pool are held by those who wait for one more of it. The last to
 * begin such a wait is refused, as databases choose one of a deadlock, and the others go on.
 */
final class Starvation {

    private final int poolSize;
    private final String where;
    /** How many connections are held by those who wait. */
    private int stuck;

    Starvation(int poolSize, String where) {
        this.poolSize = poolSize;
        this.where = where;
    }

    /** The acquiring of one more connection by who holds these. */
    <T> Mono<T> watched(Held held, Mono<T> acquiring) {
        return Mono.defer(() -> {
            List<Held> waiting = new ArrayList<>();
            if (!begin(held, waiting)) {
                return Mono.error(new PoolStarvedException(poolSize, where));
            }
            AtomicBoolean over = new AtomicBoolean();
            Runnable end = () -> {
                if (over.compareAndSet(false, true)) {
                    end(waiting);
                }
            };
            // Before the connection is given: what is done with it may be all that its subscriber waits for.
            return acquiring.doOnNext(connection -> end.run()).doFinally(signal -> end.run());
        });
    }

    private synchronized boolean begin(Held innermost, List<Held> waiting) {
        for (@Nullable Held held = innermost; held != null; held = held.around()) {
            if (!held.isGivenBack()) {
                waiting.add(held);
                stuck += held.startWaiting() ? 1 : 0;
            }
        }
        if (stuck < poolSize) {
            return true;
        }
        end(waiting);
        return false;
    }

    private synchronized void end(List<Held> waiting) {
        waiting.forEach(held -> stuck -= held.stopWaiting() ? 1 : 0);
    }

    /** How many connections are held by who waits for one more. */
    synchronized int stuck() {
        return stuck;
    }
}
