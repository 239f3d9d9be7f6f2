package dev.ilana.connection;

import io.r2dbc.spi.Connection;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * What becomes of a statement on its way that nobody waits for any more. Most end by themselves in a moment; one that does
 * not is stopped on the server. Either way its connection is free when it has ended, and nothing of the stop is left for
 * the next statement.
 */
final class Abandoned {

    private static final Logger LOG = LoggerFactory.getLogger(Abandoned.class);

    /** How long a statement may take to end by itself: to ask the server costs a connection. */
    private static final Duration GRACE = Duration.ofMillis(20);

    /** How long it may take to end when the server was asked to stop it. */
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final ServerCancel cancel;
    private final Duration grace;
    private final Duration limit;

    Abandoned(ServerCancel cancel) {
        this(cancel, GRACE, LIMIT);
    }

    Abandoned(ServerCancel cancel, Duration grace, Duration limit) {
        this.cancel = cancel;
        this.grace = grace;
        this.limit = limit;
    }

    /**
     * Completes when the statement has ended.
     *
     * @param ended completes when it has, for whoever subscribes and as often as one does
     */
    Mono<Void> end(Connection connection, Mono<Void> ended) {
        return Mono.defer(() -> {
            Mono<Void> request = cancel.request(connection);
            return request == null ? ended : ended.timeout(grace, stopped(connection, request, ended));
        });
    }

    /** Waits for both: what has been asked, and not come yet, would hit the next statement. */
    private Mono<Void> stopped(Connection connection, Mono<Void> request, Mono<Void> ended) {
        Mono<Void> asked = request.doOnError(error -> LOG.debug(
                        "a statement could not be stopped on the server: {}",
                        error.getClass().getName()))
                .onErrorComplete();
        return Mono.when(asked, ended)
                .then(Mono.defer(() -> cancel.settle(connection)))
                .timeout(limit, Mono.defer(() -> evicted(connection, ended)));
    }

    private Mono<Void> evicted(Connection connection, Mono<Void> ended) {
        LOG.warn("a statement did not stop within {} ms, so its connection is closed", limit.toMillis());
        return cancel.evict(connection).onErrorComplete().then(ended);
    }
}
