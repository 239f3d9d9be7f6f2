package dev.ilana.connection;

import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import dev.ilana.error.InvalidConfigurationException;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import reactor.core.publisher.Mono;

/** Refuses a server that is another database than the URL said: MySQL and MariaDB answer to the same driver. */
record CheckedConnectionFactory(ConnectionFactory delegate, Dialect dialect) implements ConnectionFactory {

    @Override
    public Mono<Connection> create() {
        Mono<Connection> created = Mono.from(delegate.create());
        return dialect == Dialects.MYSQL || dialect == Dialects.MARIADB ? created.flatMap(this::checked) : created;
    }

    private Mono<Connection> checked(Connection connection) {
        String version = connection.getMetadata().getDatabaseVersion();
        Dialect actual = version.contains("MariaDB") ? Dialects.MARIADB : Dialects.MYSQL;
        if (actual == dialect) {
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
