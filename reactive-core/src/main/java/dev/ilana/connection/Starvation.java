package dev.ilana.connection;

import dev.ilana.error.PoolStarvedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

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

    /**
     * Notes that who holds these waits for one more connection.
     *
     * @return what ends that; only the first time that it is said counts
     * @throws PoolStarvedException when none could come
     */
    Runnable waiting(Held held) {
        List<Held> waiting = new ArrayList<>();
        if (!begin(held, waiting)) {
            throw new PoolStarvedException(poolSize, where);
        }
        AtomicBoolean over = new AtomicBoolean();
        return () -> {
            if (over.compareAndSet(false, true)) {
                end(waiting);
            }
        };
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
