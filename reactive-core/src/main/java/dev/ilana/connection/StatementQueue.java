package dev.ilana.connection;

import static java.util.Objects.requireNonNull;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
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
    private boolean passing;

    /**
     * The work, once all that was subscribed before it has ended.
     *
     * <p>A cancel lets go of work that has begun, but does not stop it: a driver that is cancelled while it takes a
     * statement may send it later, and what comes next must not overtake it. Work that has not begun never will.
     */
    <T> Mono<T> inTurn(Supplier<? extends Mono<T>> work) {
        return queued(work, true);
    }

    /** The same for work that is never stopped, whoever lets go of it. */
    <T> Mono<T> toItsEnd(Supplier<? extends Mono<T>> work) {
        return queued(work, false);
    }

    private <T> Mono<T> queued(Supplier<? extends Mono<T>> work, boolean stoppable) {
        return Mono.defer(() -> {
            Turn turn = join(stoppable);
            Mono<T> begun = turn.signal == null
                    ? begun(work)
                    : turn.come().then(Mono.defer(() -> turn.isGivenUp() ? Mono.<T>empty() : work.get()));
            return begun.doOnTerminate(() -> leaveUnlessAwaited(turn))
                    .doFinally(signal -> turn.leave())
                    .cache()
                    .doOnCancel(turn::giveUp);
        });
    }

    /** Its turn ends also when it can't begin. */
    private static <T> Mono<T> begun(Supplier<? extends Mono<T>> work) {
        try {
            return work.get();
        } catch (RuntimeException e) {
            return Mono.error(e);
        }
    }

    /**
     * Stops the work that has the turn, where nobody waits for it any more.
     *
     * @param stopping is given what completes when the work has ended; until its own end nobody else gets the turn, so that it
     *     hits nothing else
     */
    Mono<Void> stopAbandoned(UnaryOperator<Mono<Void>> stopping) {
        return Mono.defer(() -> {
            Turn turn = keepAbandoned();
            return turn == null
                    ? Mono.empty()
                    : stopping.apply(requireNonNull(turn.ended).asMono()).doFinally(signal -> letPass(turn));
        });
    }

    private synchronized @Nullable Turn keepAbandoned() {
        Turn turn = running;
        if (turn == null || !turn.stoppable || !turn.givenUp || turn.kept) {
            return null;
        }
        turn.kept = true;
        turn.ended = Sinks.empty();
        return turn;
    }

    private void letPass(Turn turn) {
        synchronized (this) {
            turn.kept = false;
        }
        leave(turn);
    }

    /** A place in the queue, for work that says by itself when its turn ends. */
    Turn join() {
        return join(false);
    }

    private synchronized Turn join(boolean stoppable) {
        if (running == null) {
            running = new Turn(stoppable, null);
            return running;
        }
        Turn turn = new Turn(stoppable, Sinks.empty());
        waiting.add(turn);
        return turn;
    }

    private synchronized boolean isRunning(Turn turn) {
        return running == turn;
    }

    /** Before its result is told, which brings the next statement as a rule: that need not wait then. */
    private synchronized void leaveUnlessAwaited(Turn turn) {
        if (running == turn && waiting.isEmpty() && !turn.kept) {
            running = null;
        }
    }

    private void leave(Turn turn) {
        boolean kept;
        synchronized (this) {
            if (running != turn) {
                waiting.remove(turn);
                return;
            }
            kept = turn.kept;
            if (!kept) {
                running = waiting.poll();
                // Whoever is passing the turn on already does so again: work that ends at once must not pile up the
                // stack.
                if (passing) {
                    return;
                }
                passing = true;
            }
        }
        if (kept) {
            var unused = requireNonNull(turn.ended).tryEmitEmpty();
        } else {
            passOn();
        }
    }

    private void passOn() {
        Turn told = null;
        while (true) {
            synchronized (this) {
                if (running == null || running == told) {
                    passing = false;
                    return;
                }
                told = running;
            }
            told.tell();
        }
    }

    /** A place in the queue. */
    final class Turn {

        /** Says that the turn has come; null where it had from the beginning. */
        private final Sinks.@Nullable Empty<Void> signal;

        private final boolean stoppable;
        private volatile boolean givenUp;
        /** Whether the work is being stopped, which is to end too before the turn goes on; guarded by the queue. */
        private boolean kept;

        /** Says to who stops the work that it has ended; null while nobody does. */
        private Sinks.@Nullable Empty<Void> ended;

        private Turn(boolean stoppable, Sinks.@Nullable Empty<Void> signal) {
            this.stoppable = stoppable;
            this.signal = signal;
        }

        private void tell() {
            if (signal != null) {
                var unused = signal.tryEmitEmpty();
            }
        }

        boolean hasCome() {
            return isRunning(this);
        }

        /** Completes when the turn has come. */
        Mono<Void> come() {
            return signal == null || hasCome() ? Mono.empty() : signal.asMono();
        }

        void giveUp() {
            givenUp = true;
        }

        boolean isGivenUp() {
            return givenUp;
        }

        /** Gives the turn to the next, or the place up where it had not come. Doing so twice does nothing. */
        void leave() {
            StatementQueue.this.leave(this);
        }
    }
}
