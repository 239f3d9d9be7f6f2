package dev.ilana.connection;

import dev.ilana.error.ConnectionFailedException;
import dev.ilana.error.ConnectionLostException;
import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

/**
 * The servers of a database: the primary, which has all, and its replicas, which come after it and only answer. Which of them
 * a statement outside of a transaction goes to, and a transaction, is said here.
 */
final class Servers {

    private static final Logger LOG = LoggerFactory.getLogger(Servers.class);

    private final Database database;
    private final Connections primary;
    private final List<Connections> replicas;
    private final AtomicInteger turn = new AtomicInteger();

    Servers(Database database, Connections primary, List<Connections> replicas) {
        this.database = database;
        this.primary = primary;
        this.replicas = replicas;
    }

    Connections primary() {
        return primary;
    }

    /** Notes what the chain writes, where it matters. */
    Context chain(Context context) {
        return replicas.isEmpty() ? context : ChainWrites.begin(context);
    }

    /** Whether the chain has not written to what the replicas may not have yet. */
    boolean mayReadAnywhere(ContextView context) {
        return replicas.isEmpty() || ChainWrites.areNone(database, context);
    }

    /** Where what only reads may begin: on each replica in its turn, unless the chain has written, or may have. */
    Connections reading(ContextView context) {
        return !replicas.isEmpty() && mayReadAnywhere(context)
                ? replicas.get(Math.floorMod(turn.getAndIncrement(), replicas.size()))
                : primary;
    }

    /** Work that only reads, and so can be done again: by the primary, where a replica is not there. */
    <T> Mono<T> read(Function<Connection, Mono<T>> work, ContextView context) {
        Connections from = reading(context);
        return from == primary
                ? primary.use(context, work)
                : from.use(context, work)
                        .onErrorResume(
                                error -> error instanceof ConnectionFailedException
                                        || error instanceof ConnectionLostException,
                                error -> {
                                    LOG.warn("a replica is not there, the primary answers: {}", from.where());
                                    return primary.use(context, work);
                                });
    }

    /** How many connections are in use now. */
    int acquired() {
        return primary.acquired()
                + replicas.stream().mapToInt(Connections::acquired).sum();
    }

    /** Closes the pools that are our own. */
    Mono<Void> close() {
        return Flux.fromIterable(replicas)
                .concatWithValues(primary)
                .flatMapDelayError(Connections::close, replicas.size() + 1, 1)
                .then();
    }
}
