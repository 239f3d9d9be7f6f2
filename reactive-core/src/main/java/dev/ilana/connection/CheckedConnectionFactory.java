package dev.ilana.connection;

import dev.ilana.dialect.Dialect;
import dev.ilana.error.InvalidConfigurationException;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import reactor.core.publisher.Mono;

/** Refuses a server that is another database than the URL said: MySQL and MariaDB answer to the same driver. */
record CheckedConnectionFactory(ConnectionFactory delegate, Dialect dialect) implements ConnectionFactory {

    @Override
    public Mono<Connection> create() {
        return Mono.<Connection>from(delegate.create()).flatMap(this::checked);
    }

    private Mono<Connection> checked(Connection connection) {
        String version = connection.getMetadata().getDatabaseVersion();
        String actual = dialect.mistakenFor(version);
        if (actual == null) {
            return Mono.just(connection);
        }
        return Mono.from(connection.close())
                .then(Mono.error(new InvalidConfigurationException("the URL says " + dialect + ", but the server is "
                        + actual + " " + version + "; write the URL's scheme accordingly")));
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return delegate.getMetadata();
    }
}
