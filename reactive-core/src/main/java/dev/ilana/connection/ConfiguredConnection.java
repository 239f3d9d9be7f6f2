package dev.ilana.connection;

import dev.ilana.config.Configuration;
import dev.ilana.config.Setting;
import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.DriverOption;
import dev.ilana.dialect.SslMode;
import dev.ilana.error.InvalidConfigurationException;
import dev.ilana.sql.Names;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What a configuration says of one connection: where it is, how its sessions are, its pool. */
final class ConfiguredConnection {

    /** What every driver speaks, as people write it. */
    private static final Set<String> UTF_8 = Set.of("utf8", "utf-8", "utf8mb4");

    private final Configuration configuration;
    private final String name;
    private final @Nullable Setting url;

    ConfiguredConnection(Configuration configuration, String name) {
        if (!Names.isName(name)) {
            throw new InvalidConfigurationException("a connection has a name of letters, digits and _ only");
        }
        this.configuration = configuration;
        this.name = name;
        this.url = setting("url");
    }

    /**
     * A builder of it.
     *
     * @throws InvalidConfigurationException when there is no such connection, or a value can't be
     */
    DatabaseBuilder builder() {
        ConnectionUrl told = url();
        Places places = Places.of(Place.of(told)).withPool(pool());
        for (ConnectionUrl replica : replicas(told)) {
            places = places.withReplica(Place.of(replica));
        }
        return new DatabaseBuilder(places, DatabaseOptions.DEFAULT)
                .withName(name)
                .withSettings(configuration);
    }

    /** Where it is, and how its sessions are. */
    ConnectionUrl url() {
        checkCharset();
        String variable = configuration.variables(key("url")).get(0);
        ConnectionUrl place = new ConfiguredPlace(this::setting, url, name, variable).url();
        place = with(place, setting("schema"), ConfiguredConnection::schemas, Dialect::schema);
        place = with(place, setting("ssl"), ConfiguredConnection::sslMode, Dialect::ssl);
        place = with(place, timezone(), ConfiguredConnection::zone, Dialect::timezone);
        place = with(place, setting("statement-timeout"), Setting::duration, Dialect::statementTimeout);
        place = with(place, setting("lock-timeout"), Setting::duration, Dialect::lockTimeout);
        return with(place, setting("application-name"), Setting::text, Dialect::applicationName);
    }

    PoolSettings pool() {
        return new ConfiguredPool(key -> setting("pool." + key)).settings(PoolSettings.DEFAULT);
    }

    private static List<String> schemas(Setting setting) {
        List<String> names = setting.list();
        if (names.isEmpty() || !names.stream().allMatch(Names::isName)) {
            throw setting.invalid("a name of letters, digits and _, or several with commas");
        }
        return names;
    }

    private static SslMode sslMode(Setting setting) {
        return setting.as(
                text -> SslMode.valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_')),
                "disable, require, verify-ca or verify-full");
    }

    /** Its own, or that of all connections. */
    private @Nullable Setting timezone() {
        Setting own = setting("timezone");
        return own == null ? configuration.setting("timezone") : own;
    }

    private static ZoneId zone(Setting setting) {
        return setting.as(ZoneId::of, "a time zone, such as UTC, Africa/Lagos or +01:00");
    }

    /** The same place on other hosts. */
    private List<ConnectionUrl> replicas(ConnectionUrl place) {
        Setting setting = setting("replicas");
        if (setting == null) {
            return List.of();
        }
        if (place.dialect().driver().embedded()) {
            throw setting.invalid("left out: " + place.dialect() + " runs in this program, and has no other servers");
        }
        return setting.as(
                text -> setting.list().stream()
                        .map(host -> HostAndPort.of(host).in(place))
                        .toList(),
                "hosts, such as replica.local or 10.0.0.7:5433");
    }

    private <T> ConnectionUrl with(
            ConnectionUrl place,
            @Nullable Setting setting,
            Function<Setting, T> read,
            BiFunction<Dialect, T, @Nullable DriverOption> option) {
        if (setting == null) {
            return place;
        }
        DriverOption told = option.apply(place.dialect(), read.apply(setting));
        if (told == null) {
            throw new InvalidConfigurationException(setting.place() + ": " + setting.key() + " is nothing that "
                    + place.dialect() + " has; leave it out");
        }
        return place.with(told, url == null || setting.isAbove(url));
    }

    /** Nothing else can be had: the drivers have no word for it. */
    private void checkCharset() {
        Setting charset = setting("charset");
        if (charset != null && !UTF_8.contains(charset.text().toLowerCase(Locale.ROOT))) {
            throw charset.invalid("utf8, which is all that the drivers speak, or left out");
        }
    }

    private @Nullable Setting setting(String key) {
        return configuration.setting(key(key));
    }

    private String key(String word) {
        return "connections." + name + "." + word;
    }
}
