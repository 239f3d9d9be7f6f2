package dev.ilana.connection;

import dev.ilana.dialect.Dialect;
import io.r2dbc.spi.ConnectionFactory;

/** Where a server is. */
@FunctionalInterface
interface Place {

    /**
     * Connections to it; none is opened yet.
     *
     * @throws dev.ilana.error.InvalidConfigurationException when there can be none, or none of such sessions
     */
    ConnectionSource source(PoolSettings pool, SessionSettings session);

    static Place of(String url) {
        return (pool, session) -> of(ConnectionUrl.read(url)).source(pool, session);
    }

    static Place of(ConnectionUrl url) {
        return (pool, session) -> ConnectionSource.of(session.in(url), pool);
    }

    /** The user's own, whose pool and sessions are as they are. */
    static Place of(ConnectionFactory factory, Dialect dialect) {
        return (pool, session) -> ConnectionSource.of(factory, dialect, pool, session);
    }
}
