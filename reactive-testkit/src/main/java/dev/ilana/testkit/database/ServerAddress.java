package dev.ilana.testkit.database;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where a server listens and as whom to administer it.
 *
 * @param userInfo {@code user:password}, percent-encoded as in a URL
 * @param host the host
 * @param port the port
 * @param options what follows the database in a URL: empty, or {@code ?} and driver options
 */
record ServerAddress(String userInfo, String host, int port, String options) {

    static final String USER = "ilana";
    static final String PASSWORD = "ilana";

    /** Returns the address of a server that we started on this machine. */
    static ServerAddress local(int port) {
        return new ServerAddress(USER + ":" + PASSWORD, "127.0.0.1", port, "");
    }

    /**
     * Reads an R2DBC URL; a database in it is ignored.
     *
     * @throws IllegalArgumentException if it has no account or host; the message doesn't repeat the URL
     */
    static ServerAddress parse(String url, int defaultPort) {
        URI uri = uri(url.startsWith("r2dbc:") ? url.substring("r2dbc:".length()) : url);
        String userInfo = uri.getRawUserInfo();
        String host = uri.getHost();
        if (userInfo == null || host == null) {
            throw new IllegalArgumentException("not of the form r2dbc:driver://user:password@host:port/database");
        }
        return new ServerAddress(
                userInfo, host, uri.getPort() < 0 ? defaultPort : uri.getPort(), options(uri.getRawQuery()));
    }

    String url(String scheme, String database) {
        return scheme + "://" + userInfo + "@" + host + ":" + port + "/" + database + options;
    }

    // URI.create would repeat the URL, and with it the password, in its message.
    @SuppressWarnings("UnusedException")
    private static URI uri(String url) {
        try {
            return URI.create(url);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("not a URL");
        }
    }

    private static String options(@Nullable String query) {
        return query == null ? "" : "?" + query;
    }

    @Override
    public String toString() {
        return host + ":" + port;
    }
}
