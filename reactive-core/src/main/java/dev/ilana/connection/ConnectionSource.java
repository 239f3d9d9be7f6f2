package dev.ilana.connection;

import dev.ilana.dialect.Dialect;
import dev.ilana.error.InvalidConfigurationException;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.NoSuchOptionException;
import org.jspecify.annotations.Nullable;

/** Connections, and the dialect that is spoken on them. */
record ConnectionSource(Dialect dialect, Connections connections) {

    /** The user's own. */
    static ConnectionSource of(ConnectionFactory factory, Dialect dialect) {
        return new ConnectionSource(dialect, Connections.of(factory, dialect));
    }

    /**
     * A pool of our own.
     *
     * @throws InvalidConfigurationException when the URL is not one, or its driver is not on the classpath
     */
    static ConnectionSource of(String url, PoolSettings pool) {
        ConnectionUrl parsed = ConnectionUrl.parse(url, pool.connectTimeout());
        ConnectionFactory driver = driver(parsed);
        if (driver == null) {
            throw new InvalidConfigurationException("no R2DBC driver for " + parsed.dialect()
                    + " is on the classpath; add " + parsed.dialect().driver().artifact());
        }
        return new ConnectionSource(
                parsed.dialect(), Connections.pooled(driver, parsed.dialect(), pool, parsed.where()));
    }

    private static @Nullable ConnectionFactory driver(ConnectionUrl url) {
        try {
            return ConnectionFactories.find(url.options());
        } catch (NoSuchOptionException e) {
            throw new InvalidConfigurationException("the URL of " + url.where() + " has no "
                    + e.getOption().name() + "; write //user:password@host/database");
        } catch (IllegalArgumentException | IllegalStateException e) {
            // The driver's message may quote what it was given.
            throw new InvalidConfigurationException("the driver of " + url.where() + " refuses the URL's settings: "
                    + e.getClass().getSimpleName());
        }
    }
}
