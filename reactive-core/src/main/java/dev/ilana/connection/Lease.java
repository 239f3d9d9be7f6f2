package dev.ilana.connection;

import io.r2dbc.spi.Connection;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * A connection from the moment it is asked for to its last use.
 *
 * <p>The asking is never cancelled. A pool that is told to let go in the moment in which it hands a connection over takes it back,
 * though it is handed over (r2dbc-pool 1.0.2): what is done on it then meets the next borrower. So what comes when nobody waits for
 * it any more, as he has let go or it was too late, goes straight back.
 *
 * @param <T> what comes of it
 */
final class Lease<T> {

    private enum State {
        AWAITED,
        IN_USE,
        FAILED,
        GIVEN_UP
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.AWAITED);
    private final @Nullable Patience patience;
    private final Runnable waited;
    private final AtomicInteger givenUp;
    private final Mono<T> use;
    private volatile @Nullable Connection connection;

    /**
     * @param asked the pool, or a factory
     * @param otherwise what else is done when that has failed, which may be to ask again
     * @param patience ends the wait; null where the factory does so itself
     * @param waited is told when nobody waits for the connection any more, once or twice
     * @param givenUp counts those that are on their way for nobody
     * @param use of it, once; on a cancel it goes on
     */
    Lease(
            Mono<Connection> asked,
            Function<Throwable, Mono<Connection>> otherwise,
            @Nullable Patience patience,
            Runnable waited,
            AtomicInteger givenUp,
            Function<Connection, ? extends Mono<T>> use) {
        this.patience = patience;
        this.waited = waited;
        this.givenUp = givenUp;
        this.use = asked.onErrorResume(error -> otherwise.apply(error).doOnError(failed -> noneCame()))
                .flatMap(given -> used(given, use))
                .cache();
    }

    private Mono<T> used(Connection given, Function<Connection, ? extends Mono<T>> use) {
        connection = given;
        if (state.compareAndSet(State.AWAITED, State.IN_USE)) {
            // Before it is used: what is done with it may be all that others wait for.
            waited.run();
            return use.apply(given);
        }
        givenUp.decrementAndGet();
        return Connections.release(given).then(Mono.empty());
    }

    private void noneCame() {
        if (!state.compareAndSet(State.AWAITED, State.FAILED)) {
            givenUp.decrementAndGet();
        }
    }

    /** What comes of the use; empty where it was given up before, and an error where the connection does not come in time. */
    Mono<T> use() {
        return patience == null
                ? use
                : Mono.firstWithSignal(
                        use,
                        Mono.defer(() -> state.get() == State.AWAITED ? patience.end(this::giveUp) : Mono.never()));
    }

    /** Whether it was still waited for; now it is not. */
    private boolean giveUp() {
        boolean awaited = state.compareAndSet(State.AWAITED, State.GIVEN_UP);
        if (awaited) {
            givenUp.incrementAndGet();
            waited.run();
        }
        return awaited;
    }

    /** What is to be done when the use has ended; nothing where no connection came. */
    Mono<Void> ended(Function<Connection, Mono<Void>> last) {
        return Mono.defer(() -> {
            waited.run();
            Connection given = connection;
            return state.get() == State.IN_USE && given != null ? last.apply(given) : Mono.empty();
        });
    }

    /** The same when nobody waits for it any more: a connection that has not come yet will not be used. */
    Mono<Void> givenUp(Function<Connection, Mono<Void>> last) {
        return Mono.defer(() -> giveUp() ? Mono.empty() : ended(last));
    }
}
