package dev.ilana.schema.migrate.session;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.util.function.Consumer;
import reactor.core.publisher.Mono;

/**
 * Opens connections to nowhere: a statement is told of, is not sent, and is answered with no rows.
 *
 * <p>{@code DB.dryRun} is another thing: it writes down what one chain would send, by the Reactor Context, values and all. A
 * migration is anybody's code, which may lose the Context on its way; here it has no database that it could reach.
 *
 * @param name what the driver would call itself
 */
public record PretendedConnectionFactory(String name, Consumer<String> statements)
        implements ConnectionFactory, ConnectionFactoryMetadata {

    @Override
    public Mono<Connection> create() {
        return Mono.just(new PretendedConnection(this));
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return this;
    }

    @Override
    public String getName() {
        return name;
    }
}
