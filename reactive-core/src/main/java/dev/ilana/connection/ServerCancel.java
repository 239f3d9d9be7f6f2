package dev.ilana.connection;

import io.r2dbc.spi.Connection;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** How a server is asked to stop what runs on a connection. */
interface ServerCancel {

    /** Asks it to stop the statement that runs; completes when that is asked. Null where it can't be asked. */
    @Nullable Mono<Void> request(Connection connection);

    /** Sees to it, when the statement has ended, that what was asked does not stop a later one. */
    Mono<Void> settle(Connection connection);

    /** Ends the connection for good, and the statement for this side of it. */
    Mono<Void> evict(Connection connection);
}
