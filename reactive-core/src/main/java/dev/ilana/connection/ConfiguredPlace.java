package dev.ilana.connection;

import dev.ilana.config.Setting;
import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import dev.ilana.error.InvalidConfigurationException;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a connection is: by a URL, by parts, or by both. A part that counts before the URL replaces what the URL says of it;
 * one that is said where the URL is adds what it leaves out; one that counts less belongs to another place.
 */
final class ConfiguredPlace {

    private static final Pattern NO_HOST = Pattern.compile("[/@\\s]");

    /** The place where nothing else is said of a server, as with every client of one. */
    private static final String THIS_HOST = "localhost";

    private final Function<String, @Nullable Setting> settings;
    private final @Nullable Setting url;
    private final String key;
    private final String name;
    private final String variable;

    /** @param variable the one of the environment that the URL may be in */
    ConfiguredPlace(Function<String, @Nullable Setting> settings, @Nullable Setting url, String name, String variable) {
        this.settings = settings;
        this.url = url;
        this.key = "connections." + name;
        this.name = name;
        this.variable = variable;
    }

    /**
     * The place.
     *
     * @throws InvalidConfigurationException when there is none, or a part can't be
     */
    ConnectionUrl url() {
        ConnectionUrl place = url == null ? ofParts() : ofUrl(url);
        place = with(place, "host", ConnectionFactoryOptions.HOST, ConfiguredPlace::host);
        place = with(place, "port", ConnectionFactoryOptions.PORT, ConfiguredPlace::port);
        place = with(place, "username", ConnectionFactoryOptions.USER, Setting::text);
        place = with(place, "password", ConnectionFactoryOptions.PASSWORD, Setting::anyText);
        boolean nowhere =
                !place.dialect().driver().embedded() && !place.options().hasOption(ConnectionFactoryOptions.HOST);
        return nowhere ? place.with(ConnectionFactoryOptions.HOST, THIS_HOST) : place;
    }

    private ConnectionUrl ofUrl(Setting said) {
        ConnectionUrl read = ConnectionUrl.read(said.text(), shown(said), key, remedy());
        Setting driver = part("driver");
        if (driver != null && !read.dialect().equals(dialect(driver))) {
            throw driver.invalid("left out, as the url is of another database");
        }
        Setting database = part("database");
        return database == null || !database.isAbove(said) ? read : read.withDatabase(database.text(), shown(database));
    }

    private ConnectionUrl ofParts() {
        Setting driver = part("driver");
        // Such as DB_CONNECTION=postgresql: one that is called like its database needs no other word for it.
        Dialect dialect = driver == null ? Dialects.find(name) : dialect(driver);
        Setting database = part("database");
        if (dialect == null) {
            throw Stream.of("database", "host", "port", "username", "password")
                    .map(this::part)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .map(said -> new InvalidConfigurationException(said.place() + ": " + said.key()
                            + " is said, but neither " + key + ".url nor " + key + ".driver"))
                    .orElseGet(() -> new InvalidConfigurationException("there is no connection \"" + name
                            + "\"; say where it is by " + key + ".url, or in the environment by " + variable));
        }
        if (database == null) {
            throw new InvalidConfigurationException("the connection \"" + name + "\" has no " + key + ".database");
        }
        return ConnectionUrl.of(dialect, database.text(), shown(database), key, remedy());
    }

    private <T> ConnectionUrl with(
            ConnectionUrl place, String word, Option<T> option, Function<Setting, ? extends T> read) {
        Setting said = part(word);
        if (said == null
                || (url != null && !said.isAbove(url) && place.options().hasOption(option))) {
            return place;
        }
        boolean ofNetwork =
                option.equals(ConnectionFactoryOptions.HOST) || option.equals(ConnectionFactoryOptions.PORT);
        if (ofNetwork && place.dialect().driver().embedded()) {
            throw said.invalid("left out, as " + place.dialect() + " runs inside of the program");
        }
        return place.with(option, read.apply(said));
    }

    /** What is said of the part, unless it is said of another place than the URL's. */
    private @Nullable Setting part(String word) {
        Setting said = settings.apply(word);
        return said == null || (url != null && url.isAbove(said)) ? null : said;
    }

    private static Dialect dialect(Setting driver) {
        return driver.as(Dialects::named, "one of " + Dialects.KNOWN);
    }

    private static String host(Setting setting) {
        return setting.as(
                text -> {
                    if (NO_HOST.matcher(text).find()) {
                        throw new IllegalArgumentException();
                    }
                    return text;
                },
                "the name or address of a host");
    }

    private static int port(Setting setting) {
        int port = setting.number();
        if (port < 1 || port > HostAndPort.MAX_PORT) {
            throw setting.invalid("a number from 1 to " + HostAndPort.MAX_PORT);
        }
        return port;
    }

    private static String shown(Setting setting) {
        return setting.place() + ": " + setting.key();
    }

    private String remedy() {
        return "say it by the keys of " + key + ", or in its url";
    }
}
