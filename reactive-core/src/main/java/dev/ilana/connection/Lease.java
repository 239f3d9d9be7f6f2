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
 * it any more goes straight back.
 *
 * @param <T> what comes of it
 */
final class Lease<T> {

    private enum State {
        AWAITED,
        IN_USE,
        GIVEN_UP
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.AWAITED);
    private final Runnable waited;
    private final AtomicInteger givenUp;
    private final Mono<T> use;
    private volatile @Nullable Connection connection;

    /**
     * @param waited is told when nobody waits for the connection any more, once or twice
     * @param givenUp counts those that are on their way for nobody
     * @param use of it, once; on a cancel it goes on
     */
    Lease(
            Mono<Connection> acquiring,
            Runnable waited,
            AtomicInteger givenUp,
            Function<Connection, ? extends Mono<T>> use) {
        this.waited = waited;
        this.givenUp = givenUp;
        this.use = acquiring.flatMap(given -> used(given, use)).cache();
    }

    private Mono<T> used(Connection given, Function<Connection, ? extends Mono<T>> use) {
        connection = given;
        // Before it is used: what is done with it may be all that others wait for.
        waited.run();
        return state.compareAndSet(State.AWAITED, State.IN_USE)
                ? use.apply(given)
                : Connections.release(given).then(Mono.empty());
    }

    /** What comes of the use; empty where it was given up before. */
    Mono<T> use() {
        return use;
    }

    /** What is to be done when the use has ended; nothing where no connection came. */
    Mono<Void> ended(Function<Connection, Mono<Void>> last) {
        return Mono.defer(() -> {
            waited.run();
            Connection given = connection;
            return given == null ? Mono.empty() : last.apply(given);
        });
    }

    /** The same when nobody waits for it any more: a connection that has not come yet will not be used. */
    Mono<Void> givenUp(Function<Connection, Mono<Void>> last) {
        return Mono.defer(() -> {
            if (state.compareAndSet(State.AWAITED, State.GIVEN_UP)) {
                waited.run();
                givenUp.incrementAndGet();
                return use.onErrorComplete().then().doFinally(signal -> givenUp.decrementAndGet());
            }
            return ended(last);
        });
    }
}
