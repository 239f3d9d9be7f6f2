package dev.ilana.examples.benchmark.work;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import java.net.URI;

/**
 * Where the database is, as each of the drivers wants to be told.
 *
 * @param url {@code postgresql://user:password@host:port/database}
 */
public record Address(String url, String host, int port, String database, String user, String password) {

    /** How many connections a contestant has. */
    public static final int CONNECTIONS = 10;

    /** Of the URL. */
    public static Address of(String url) {
        URI uri = URI.create(url);
        String[] credentials = uri.getUserInfo().split(":", 2);
        int port = uri.getPort() < 0 ? 5432 : uri.getPort();
        return new Address(url, uri.getHost(), port, uri.getPath().substring(1), credentials[0], credentials[1]);
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    public String r2dbcUrl() {
        return "r2dbc:" + url;
    }

    /**
     * A pool of r2dbc-pool as it comes, of that many connections.
     *
     * @param options of the driver, as the end of a URL; empty for its own
     */
    public ConnectionPool pool(String options) {
        return new ConnectionPool(ConnectionPoolConfiguration.builder(ConnectionFactories.get(r2dbcUrl() + options))
                .maxSize(CONNECTIONS)
                .build());
    }
}
