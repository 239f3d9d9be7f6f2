package dev.ilana.connection;

import io.r2dbc.spi.ConnectionFactoryOptions;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A server of a network.
 *
 * @param port null for the same as another's
 */
record HostAndPort(String host, @Nullable Integer port) {

    static final int MAX_PORT = 65_535;

    private static final Pattern WRITTEN = Pattern.compile("(\\[[0-9A-Fa-f:]+]|[^/@:\\s]+)(?::([1-9]\\d{0,4}))?");

    /** @throws IllegalArgumentException when it is neither {@code host} nor {@code host:port} */
    static HostAndPort of(String text) {
        Matcher written = WRITTEN.matcher(text);
        if (!written.matches()) {
            throw new IllegalArgumentException();
        }
        String digits = written.group(2);
        Integer port = digits == null ? null : Integer.valueOf(digits);
        if (port != null && port > MAX_PORT) {
            throw new IllegalArgumentException();
        }
        return new HostAndPort(written.group(1), port);
    }

    /** That place on this server. */
    ConnectionUrl in(ConnectionUrl place) {
        ConnectionUrl moved = place.with(ConnectionFactoryOptions.HOST, host);
        return port == null ? moved : moved.with(ConnectionFactoryOptions.PORT, port);
    }
}
