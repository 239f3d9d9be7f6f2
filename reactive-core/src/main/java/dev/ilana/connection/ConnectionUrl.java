package dev.ilana.connection;

import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import dev.ilana.dialect.Driver;
import dev.ilana.dialect.DriverOption;
import dev.ilana.error.InvalidConfigurationException;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * A connection URL: an R2DBC one, or the short forms {@code postgresql://user:password@host:port/database}, {@code
 * mysql://…}, {@code mariadb://…}, {@code h2:mem:name} and {@code h2:file:./path}. Or what is said of a connection without one.
 *
 * @param called what messages call it
 * @param remedy where what it lacks is written
 */
record ConnectionUrl(Dialect dialect, ConnectionFactoryOptions options, String called, String remedy) {

    /**
     * Reads the URL.
     *
     * @throws InvalidConfigurationException when it is not one of the forms; the message never has the password
     */
    static ConnectionUrl read(String url) {
        return read(url, "the URL \"" + masked(url) + "\"", "the URL", "write //user:password@host/database");
    }

    /**
     * The same, of a URL that is not to be seen.
     *
     * @param shown what the messages of its refusal call it
     * @param called what later ones do
     * @param remedy where they say that what it lacks is written
     * @throws InvalidConfigurationException when it is not one of the forms
     */
    static ConnectionUrl read(String url, String shown, String called, String remedy) {
        String plain = url.startsWith("r2dbc:") ? url.substring("r2dbc:".length()) : url;
        int colon = plain.indexOf(':');
        if (colon < 1) {
            throw refused(
                    shown,
                    "is none of a database; one looks like postgresql://user:password@host:5432/database or h2:mem:name");
        }
        Dialect dialect = dialect(plain.substring(0, colon), shown);
        String rest = plain.substring(colon + 1);
        return new ConnectionUrl(
                dialect,
                dialect.driver().embedded() ? embedded(dialect, rest, shown) : server(dialect, rest, shown),
                called,
                remedy);
    }

    /**
     * What is said without a URL.
     *
     * @param database what the server calls it; of an embedded one what follows the URL's scheme, such as {@code mem:app}
     * @throws InvalidConfigurationException when an embedded database is none
     */
    static ConnectionUrl of(Dialect dialect, String database, String shown, String called, String remedy) {
        return new ConnectionUrl(
                dialect,
                dialect.driver().embedded()
                        ? embedded(dialect, database, shown)
                        : ConnectionFactoryOptions.builder()
                                .option(
                                        ConnectionFactoryOptions.DRIVER,
                                        dialect.driver().name())
                                .option(ConnectionFactoryOptions.DATABASE, database)
                                .build(),
                called,
                remedy);
    }

    /** The same with another database, named as in {@link #of}. */
    ConnectionUrl withDatabase(String database, String shown) {
        ConnectionFactoryOptions other =
                of(dialect, database, shown, called, remedy).options();
        return new ConnectionUrl(dialect, options.mutate().from(other).build(), called, remedy);
    }

    /** The same with this option, in place of what was said of it. */
    <T> ConnectionUrl with(Option<T> option, T value) {
        return new ConnectionUrl(dialect, options.mutate().option(option, value).build(), called, remedy);
    }

    /**
     * The same with this option.
     *
     * @param overrides whether it counts before what the URL says of the same
     */
    ConnectionUrl with(DriverOption added, boolean overrides) {
        Option<Object> option = Option.valueOf(added.name());
        Driver driver = dialect.driver();
        List<Option<Object>> said = added.names().stream()
                .map(Option::<Object>valueOf)
                .filter(options::hasOption)
                .toList();
        if (said.isEmpty()) {
            return with(option, added.value());
        }
        Object given = Objects.requireNonNull(options.getValue(said.get(0)), "an option that is there");
        if (!overrides) {
            return with(said.get(0), driver.merged(added.name(), added.value(), given));
        }
        ConnectionFactoryOptions others = ConnectionFactoryOptions.builder()
                .from(options, each -> !said.contains(each))
                .build();
        return new ConnectionUrl(dialect, others, called, remedy)
                .with(option, driver.merged(added.name(), given, added.value()));
    }

    /** The same with the driver's defaults in the places of what was not said. */
    ConnectionUrl withDefaults(Duration connectTimeout) {
        ConnectionFactoryOptions.Builder all = options.mutate();
        dialect.driver().defaults().forEach((name, value) -> {
            Option<Object> option = Option.valueOf(name);
            Object given = options.getValue(option);
            var unused =
                    all.option(option, given == null ? value : dialect.driver().merged(name, value, given));
        });
        if (!options.hasOption(ConnectionFactoryOptions.CONNECT_TIMEOUT)
                && !dialect.driver().embedded()) {
            var unused = all.option(ConnectionFactoryOptions.CONNECT_TIMEOUT, connectTimeout);
        }
        DriverOption loops = dialect.eventLoops();
        if (loops != null) {
            var unused = all.option(Option.valueOf(loops.name()), loops.value());
        }
        return new ConnectionUrl(dialect, all.build(), called, remedy);
    }

    /** The place without user and password, for messages. */
    String where() {
        Object host = options.getValue(ConnectionFactoryOptions.HOST);
        Object port = options.getValue(ConnectionFactoryOptions.PORT);
        Object database = options.getValue(ConnectionFactoryOptions.DATABASE);
        String server = host == null ? "" : host + (port == null ? "" : ":" + port) + "/";
        return dialect.name() + " at " + server + database;
    }

    private static InvalidConfigurationException refused(String shown, String why) {
        return new InvalidConfigurationException(shown + " " + why);
    }

    private static Dialect dialect(String scheme, String shown) {
        Dialect dialect;
        try {
            dialect = Dialects.find(scheme);
        } catch (InvalidConfigurationException e) {
            throw refused(shown, "can't be used: " + e.getMessage());
        }
        if (dialect == null) {
            throw refused(shown, "is of an unknown database; known are " + Dialects.KNOWN);
        }
        return dialect;
    }

    private static ConnectionFactoryOptions server(Dialect dialect, String rest, String shown) {
        if (!rest.startsWith("//")) {
            throw refused(shown, "is none of a database; after the scheme comes //");
        }
        ConnectionFactoryOptions options = parsed("r2dbc:" + dialect.driver().name() + ":" + rest, shown);
        Object host = options.getValue(ConnectionFactoryOptions.HOST);
        if (host == null || (host.toString().contains(":") && !host.toString().startsWith("["))) {
            throw refused(shown, "has no proper host and port; write //host:5432/database");
        }
        Object database = options.getValue(ConnectionFactoryOptions.DATABASE);
        if (database == null || database.toString().isEmpty()) {
            throw refused(shown, "names no database; add /name at its end");
        }
        return options;
    }

    private static ConnectionFactoryOptions embedded(Dialect dialect, String rest, String shown) {
        if (rest.contains(";")) {
            throw refused(
                    shown,
                    "is none of the embedded H2; its settings come as ?options=NAME=VALUE, its account as user:password@");
        }
        String path = rest;
        // h2:mem:name is how H2 itself writes it, h2:mem:///name how R2DBC does.
        for (String protocol : new String[] {"mem", "file"}) {
            if (rest.startsWith(protocol + ":") && !rest.startsWith(protocol + "://")) {
                path = protocol + ":///" + rest.substring(protocol.length() + 1);
            }
        }
        if (!path.startsWith("mem:///") && !path.startsWith("file://")) {
            throw refused(shown, "is none of the embedded H2; one is h2:mem:name or h2:file:./path");
        }
        return parsed("r2dbc:" + dialect.driver().name() + ":" + path, shown);
    }

    private static ConnectionFactoryOptions parsed(String r2dbcUrl, String shown) {
        try {
            return ConnectionFactoryOptions.parse(r2dbcUrl);
        } catch (IllegalArgumentException e) {
            // The parser's message may hold the URL with its password.
            throw refused(shown, "is none of a database");
        }
    }

    /**
     * The URL without its credentials, which end at the last {@code @}, and without its options. Of what has no place behind
     * its first colon, as a URL has, only what is before it is shown: it may be a user and a password.
     */
    private static String masked(String url) {
        String plain = url.replaceAll("(?s)[?;].*", "");
        int at = plain.lastIndexOf('@');
        int colon = plain.indexOf(':', plain.startsWith("r2dbc:") ? "r2dbc:".length() : 0);
        if (colon < 0) {
            return plain;
        } else if (at >= 0) {
            return plain.substring(0, colon) + "://***" + plain.substring(at);
        }
        boolean hasPlace = plain.substring(colon + 1).matches("(?s)(//|mem:|file:).*");
        return hasPlace ? plain : plain.substring(0, colon) + ":***";
    }
}
