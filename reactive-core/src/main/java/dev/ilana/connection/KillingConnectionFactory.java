package dev.ilana.connection;

import dev.ilana.dialect.Kill;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.Wrapped;
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks each connection that it makes for the number of its session, and stops what runs on it over another one. */
final class KillingConnectionFactory implements ConnectionFactory, ServerCancel {

    private final ConnectionFactory delegate;
    private final Kill kill;
    private final Map<Connection, Session> sessions = Collections.synchronizedMap(new WeakHashMap<>());

    KillingConnectionFactory(ConnectionFactory delegate, Kill kill) {
        this.delegate = delegate;
        this.kill = kill;
    }

    @Override
    public Mono<Connection> create() {
        return Mono.usingWhen(
                Mono.<Connection>from(delegate.create()),
                connection -> whoAmI(connection)
                        .doOnNext(session -> sessions.put(connection, session))
                        .thenReturn(connection),
                connection -> Mono.empty(),
                (connection, error) -> connection.close(),
                Connection::close);
    }

    @Override
    public @Nullable Mono<Void> request(Connection connection) {
        Session session = session(connection);
        return session == null ? null : toldBeside(session, kill.statement());
    }

    /** A server that was told to stop a statement when it had ended stops the next one that comes. */
    @Override
    public Mono<Void> settle(Connection connection) {
        return sent(connection, kill.nothing()).onErrorComplete();
    }

    /** The server hangs up; the driver would wait for the statement to end before it does. */
    @Override
    public Mono<Void> evict(Connection connection) {
        Session session = session(connection);
        return session == null ? Mono.empty() : toldBeside(session, kill.session());
    }

    private Mono<Void> toldBeside(Session session, String order) {
        Function<Connection, Mono<Void>> tell = other -> whoAmI(other)
                // Another server that answers by the same address has other sessions of these numbers.
                .filter(own -> own.server().equals(session.server()))
                .flatMap(own -> sent(other, order + session.number()));
        return Mono.usingWhen(Mono.<Connection>from(delegate.create()), tell, Connections::release);
    }

    private @Nullable Session session(Connection connection) {
        Session session = sessions.get(connection);
        return session == null
                        && connection instanceof Wrapped<?> wrapped
                        && wrapped.unwrap() instanceof Connection inner
                ? session(inner)
                : session;
    }

    private Mono<Session> whoAmI(Connection connection) {
        return Flux.from(connection.createStatement(kill.whoAmI()).execute())
                .concatMap(result -> result.map(row ->
                        new Session(((Number) row.get(0, Object.class)).longValue(), String.valueOf(row.get(1)))))
                .single();
    }

    private static Mono<Void> sent(Connection connection, String sql) {
        return Flux.from(connection.createStatement(sql).execute())
                .concatMap(result -> result.getRowsUpdated())
                .then();
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return delegate.getMetadata();
    }

    /** A session's number, and the server that has given it. */
    private record Session(long number, String server) {}
}
