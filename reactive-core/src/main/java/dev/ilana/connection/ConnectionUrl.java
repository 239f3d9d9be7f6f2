package dev.ilana.connection;

import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import dev.ilana.error.InvalidConfigurationException;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.time.Duration;
import java.util.Locale;

/**
 * A connection URL: an R2DBC one, or the short forms {@code postgresql://user:password@host:port/database}, {@code
 * mysql://…}, {@code mariadb://…}, {@code h2:mem:name} and {@code h2:file:./path}.
 *
 * @param where the place without user and password, for messages
 */
record ConnectionUrl(Dialect dialect, ConnectionFactoryOptions options, String where) {

    /**
     * Reads the URL.
     *
     * @throws InvalidConfigurationException when it is not one of the forms; the message never has the password
     */
    static ConnectionUrl parse(String url, Duration connectTimeout) {
        String plain = url.startsWith("r2dbc:") ? url.substring("r2dbc:".length()) : url;
        int colon = plain.indexOf(':');
        if (colon < 1) {
            throw new InvalidConfigurationException("not a database URL: \"" + masked(url)
                    + "\"; one looks like postgresql://user:password@host:5432/database or h2:mem:name");
        }
        String scheme = plain.substring(0, colon).toLowerCase(Locale.ROOT);
        Dialect dialect = Dialects.named(scheme);
        String rest = plain.substring(colon + 1);
        ConnectionFactoryOptions parsed =
                dialect.driver().embedded() ? embedded(dialect, rest, url) : server(dialect, rest, url);
        ConnectionFactoryOptions.Builder options = parsed.mutate();
        dialect.driver().defaults().forEach((name, value) -> {
            Option<Object> option = Option.valueOf(name);
            Object given = parsed.getValue(option);
            var unused = options.option(
                    option, given == null ? value : dialect.driver().merged(name, given));
        });
        if (!parsed.hasOption(ConnectionFactoryOptions.CONNECT_TIMEOUT)
                && !dialect.driver().embedded()) {
            var unused = options.option(ConnectionFactoryOptions.CONNECT_TIMEOUT, connectTimeout);
        }
        return new ConnectionUrl(dialect, options.build(), where(dialect, parsed));
    }

    private static ConnectionFactoryOptions server(Dialect dialect, String rest, String url) {
        if (!rest.startsWith("//")) {
            throw new InvalidConfigurationException(
                    "not a database URL: \"" + masked(url) + "\"; after the scheme comes //");
        }
        ConnectionFactoryOptions options = parsed("r2dbc:" + dialect.driver().name() + ":" + rest, url);
        Object host = options.getValue(ConnectionFactoryOptions.HOST);
        if (host == null || (host.toString().contains(":") && !host.toString().startsWith("["))) {
            throw new InvalidConfigurationException(
                    "the URL " + masked(url) + " has no proper host and port; write //host:5432/database");
        }
        Object database = options.getValue(ConnectionFactoryOptions.DATABASE);
        if (database == null || database.toString().isEmpty()) {
            throw new InvalidConfigurationException(
                    "the URL " + masked(url) + " names no database; add /name at its end");
        }
        return options;
    }

    private static ConnectionFactoryOptions embedded(Dialect dialect, String rest, String url) {
        if (rest.contains(";")) {
            throw new InvalidConfigurationException("not a URL of the embedded H2: \"" + masked(url)
                    + "\"; its settings come as ?options=NAME=VALUE, its account as user:password@");
        }
        String path = rest;
        // h2:mem:name is how H2 itself writes it, h2:mem:///name how R2DBC does.
        for (String protocol : new String[] {"mem", "file"}) {
            if (rest.startsWith(protocol + ":") && !rest.startsWith(protocol + "://")) {
                path = protocol + ":///" + rest.substring(protocol.length() + 1);
            }
        }
        if (!path.startsWith("mem:///") && !path.startsWith("file://")) {
            throw new InvalidConfigurationException(
                    "not a URL of the embedded H2: \"" + masked(url) + "\"; one is h2:mem:name or h2:file:./path");
        }
        return parsed("r2dbc:" + dialect.driver().name() + ":" + path, url);
    }

    private static ConnectionFactoryOptions parsed(String r2dbcUrl, String url) {
        try {
            return ConnectionFactoryOptions.parse(r2dbcUrl);
        } catch (IllegalArgumentException e) {
            // The parser's message may hold the URL with its password.
            throw new InvalidConfigurationException("not a database URL: \"" + masked(url) + "\"");
        }
    }

    private static String where(Dialect dialect, ConnectionFactoryOptions options) {
        Object host = options.getValue(ConnectionFactoryOptions.HOST);
        Object port = options.getValue(ConnectionFactoryOptions.PORT);
        Object database = options.getValue(ConnectionFactoryOptions.DATABASE);
        String server = host == null ? "" : host + (port == null ? "" : ":" + port) + "/";
        return dialect.name() + " at " + server + database;
    }

    /** The URL without its credentials, which end at the last {@code @}, and without its options. */
    private static String masked(String url) {
        String plain = url.replaceAll("(?s)[?;].*", "");
        int at = plain.lastIndexOf('@');
        int colon = plain.indexOf(':', plain.startsWith("r2dbc:") ? "r2dbc:".length() : 0);
        return at < 0 || colon < 0 ? plain : plain.substring(0, colon) + "://***" + plain.substring(at);
    }
}
