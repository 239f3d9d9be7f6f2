package dev.ilana.connection;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Makes connections that a pool need not ask for after each use.
 *
 * @param validationTimeout how long the server may take to answer where it is asked
 */
record ProvenConnectionFactory(ConnectionFactory delegate, Duration validationTimeout) implements ConnectionFactory {

    @Override
    public Mono<Connection> create() {
        return Mono.<Connection>from(delegate.create()).map(made -> new ProvenConnection(made, validationTimeout));
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return delegate.getMetadata();
    }
}
