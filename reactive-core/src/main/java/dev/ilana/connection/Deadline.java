package dev.ilana.connection;

import dev.ilana.error.TransactionTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Until when the work of a transaction must be done. It is met when COMMIT is about to be sent: from then on only the answer
 * says what has become of it, so it is waited for. It is met too when the work has failed: that is its error, though the
 * ROLLBACK takes its time.
 */
final class Deadline {

    private enum State {
        OPEN,
        MET,
        PASSED
    }

    private final @Nullable Duration timeout;
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

    Deadline(@Nullable Duration timeout) {
        this.timeout = timeout;
    }

    /** The work, which is cancelled when it is late; who waits for it is told at once. */
    <T> Mono<T> around(Mono<T> work) {
        Duration limit = timeout;
        if (limit == null) {
            return work;
        }
        Mono<Long> late = Mono.delay(limit)
                .flatMap(tick -> state.compareAndSet(State.OPEN, State.PASSED) ? Mono.just(tick) : Mono.never());
        return work.timeout(late, Mono.error(() -> new TransactionTimeoutException(limit)));
    }

    /** The work, whose error meets it; one that is too late is not told, as the cancel is on its way. */
    <T> Mono<T> failing(Mono<T> work) {
        return timeout == null ? work : work.onErrorResume(error -> isMet() ? Mono.error(error) : Mono.never());
    }

    /** Whether what ends the work now, once, is in time; from then on it is never too late. */
    boolean isMet() {
        return timeout == null || state.compareAndSet(State.OPEN, State.MET);
    }
}
