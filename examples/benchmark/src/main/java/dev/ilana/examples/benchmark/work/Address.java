package dev.ilana.examples.benchmark.work;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import java.net.URI;

/**
 * Where the database is, as each of the drivers wants to be told.
 *
 * @param url {@code postgresql://user:password@host:port/database}, or that of {@code mariadb}
 * @param sql what is said to this database
 */
public record Address(String url, Sql sql, String host, int port, String database, String user, String password) {

    /** How many connections a contestant has. */
    public static final int CONNECTIONS = 10;

    /**
     * Of the URL.
     *
     * @throws IllegalArgumentException when it is of another database
     */
    public static Address of(String url) {
        URI uri = URI.create(url);
        String[] credentials = uri.getUserInfo().split(":", 2);
        return new Address(
                url,
                sql(uri.getScheme()),
                uri.getHost(),
                uri.getPort(),
                uri.getPath().substring(1),
                credentials[0],
                credentials[1]);
    }

    private static Sql sql(String scheme) {
        return switch (scheme) {
            case "postgresql" -> new PostgreSql();
            case "mariadb" -> new MariaDb();
            default -> throw new IllegalArgumentException("nothing is measured on " + scheme);
        };
    }

    /** Of PostgreSQL, the only one that is reached by JDBC. */
    public String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + database;
    }

    /** As this library is told. */
    public String r2dbcUrl() {
        return "r2dbc:" + url;
    }

    /**
     * The driver's connections.
     *
     * @param options of the driver, as the end of a URL; empty for its own
     */
    public ConnectionFactory connections(String options) {
        return ConnectionFactories.get("r2dbc:" + sql.driver() + url.substring(url.indexOf(':')) + options);
    }

    /**
     * A pool of r2dbc-pool as it comes, of {@value #CONNECTIONS} connections.
     *
     * @param options of the driver, as the end of a URL; empty for its own
     */
    public ConnectionPool pool(String options) {
        return new ConnectionPool(ConnectionPoolConfiguration.builder(connections(options))
                .maxSize(CONNECTIONS)
                .build());
    }
}
