package dev.ilana.connection;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Lets one piece of work at a time use a connection, in the order of subscription.
 *
 * <p>Who has the turn is kept here and not in a signal, so a cancel that races the signal can't lose it.
 */
final class StatementQueue {

    private final Deque<Turn> waiting = new ArrayDeque<>();
    private @Nullable Turn running;

    /** The work, once all that was subscribed before it has ended. Its own end, whichever, is the end of its turn. */
    <T> Mono<T> inTurn(Supplier<? extends Mono<T>> work) {
        return Mono.defer(() -> {
            Turn turn = join();
            Mono<T> statement = turn.hasCome() ? Mono.defer(work) : turn.come().then(Mono.defer(work));
            return statement.doFinally(signal -> turn.leave());
        });
    }

    /** A place in the queue, for work that says by itself when its turn ends. */
    synchronized Turn join() {
        Turn turn = new Turn();
        if (running == null) {
            running = turn;
        } else {
            waiting.add(turn);
        }
        return turn;
    }

    private synchronized boolean isRunning(Turn turn) {
        return running == turn;
    }

    private synchronized @Nullable Turn leave(Turn turn) {
        if (running != turn) {
            waiting.remove(turn);
            return null;
        }
        running = waiting.poll();
        return running;
    }

    /** A place in the queue. */
    final class Turn {

        private final Sinks.Empty<Void> signal = Sinks.empty();

        private Turn() {}

        boolean hasCome() {
            return isRunning(this);
        }

        /** Completes when the turn has come. */
        Mono<Void> come() {
            return hasCome() ? Mono.empty() : signal.asMono();
        }

        /** Gives the turn to the next, or the place up where it had not come. Doing so twice does nothing. */
        void leave() {
            Turn next = StatementQueue.this.leave(this);
            if (next != null) {
                var unused = next.signal.tryEmitEmpty();
            }
        }
    }
}
