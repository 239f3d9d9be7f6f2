package dev.ilana.schema.migrate.session;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import reactor.core.publisher.Mono;

/** Opens connections that tell of their statements. */
public record WatchedConnectionFactory(ConnectionFactory delegate, StatementWatch watch) implements ConnectionFactory {

    @Override
    public Mono<Connection> create() {
        return Mono.<Connection>from(delegate.create()).map(connection -> new WatchedConnection(connection, watch));
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return delegate.getMetadata();
    }
}
