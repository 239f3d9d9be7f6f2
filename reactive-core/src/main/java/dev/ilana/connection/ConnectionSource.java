package dev.ilana.connection;

import dev.ilana.dialect.Dialect;
import dev.ilana.error.InvalidConfigurationException;
import dev.ilana.error.InvalidUsageException;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.NoSuchOptionException;
import org.jspecify.annotations.Nullable;

/** Connections, and the dialect that is spoken on them. */
record ConnectionSource(Dialect dialect, Connections connections) {

    /**
     * The user's own.
     *
     * @throws InvalidUsageException when it is told of a pool, or how its sessions are
     */
    static ConnectionSource of(ConnectionFactory factory, Dialect dialect, PoolSettings pool, SessionSettings session) {
        if (!pool.equals(PoolSettings.DEFAULT)) {
            throw new InvalidUsageException(
                    "a ConnectionFactory of your own is used as it is; set the pool where you make it, not by withPool");
        }
        if (!session.equals(SessionSettings.DEFAULT)) {
            throw new InvalidUsageException("a ConnectionFactory of your own is used as it is; say how its sessions are"
                    + " where you make it, not by withSession");
        }
        return new ConnectionSource(dialect, Connections.of(factory, dialect));
    }

    /**
     * A pool of our own.
     *
     * @throws InvalidConfigurationException when the driver is not on the classpath, or refuses what it is told
     */
    static ConnectionSource of(ConnectionUrl said, PoolSettings pool) {
        ConnectionUrl url = said.withDefaults(pool.connectTimeout());
        ConnectionFactory driver = driver(url);
        if (driver == null) {
            throw new InvalidConfigurationException("no R2DBC driver for " + url.dialect()
                    + " is on the classpath; add " + url.dialect().driver().artifact());
        }
        return new ConnectionSource(url.dialect(), Connections.pooled(driver, url.dialect(), pool, url.where()));
    }

    private static @Nullable ConnectionFactory driver(ConnectionUrl url) {
        try {
            return url.dialect().connections(url.options());
        } catch (NoSuchOptionException e) {
            throw new InvalidConfigurationException(url.called() + " of " + url.where() + " has no "
                    + e.getOption().name() + "; " + url.remedy());
        } catch (IllegalArgumentException | IllegalStateException e) {
            // The driver's message may quote what it was given.
            throw new InvalidConfigurationException("the driver of " + url.where() + " refuses the settings of "
                    + url.called() + ": " + e.getClass().getSimpleName());
        }
    }
}
