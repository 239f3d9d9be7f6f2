package dev.ilana.connection;

import dev.ilana.error.ConnectionLostException;
import dev.ilana.error.DatabaseException.Failure;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import java.util.concurrent.atomic.AtomicBoolean;
import reactor.core.publisher.Mono;

/** Opens one connection. What the session had, a lock or a setting, is gone with it, so a second is refused. */
final class SingleConnectionFactory implements ConnectionFactory {

    private final ConnectionFactory delegate;
    private final String where;
    private final AtomicBoolean opened = new AtomicBoolean();

    SingleConnectionFactory(ConnectionFactory delegate, String where) {
        this.delegate = delegate;
        this.where = where;
    }

    @Override
    public Mono<Connection> create() {
        return Mono.defer(() -> opened.get()
                ? Mono.error(lost())
                : Mono.<Connection>from(delegate.create()).doOnNext(connection -> opened.set(true)));
    }

    private ConnectionLostException lost() {
        String message = "the dedicated connection to " + where + " is gone, and what its session had with it";
        return new ConnectionLostException(
                new Failure(null, null, 0, message, null, new R2dbcNonTransientResourceException(message)));
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return delegate.getMetadata();
    }
}
