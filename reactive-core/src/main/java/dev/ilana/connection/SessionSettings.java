package dev.ilana.connection;

import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.DriverOption;
import dev.ilana.error.InvalidConfigurationException;
import dev.ilana.sql.Names;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * How each session of a database begins; what is not said is as its URL says, or else as the server has it.
 *
 * @param timezone the zone of times without one
 * @param schemas where names without a schema are looked for, the first one first; none for the server's own
 * @param statementTimeout how long a statement may take, until it ends with a {@link
 *     dev.ilana.error.QueryTimeoutException}. MySQL counts for queries only
 * @param lockTimeout how long a statement waits for a lock, until it ends with a {@link
 *     dev.ilana.error.LockTimeoutException}. MySQL and MariaDB count in whole seconds
 * @param applicationName what the server calls the program
 */
public record SessionSettings(
        @Nullable ZoneId timezone,
        List<String> schemas,
        @Nullable Duration statementTimeout,
        @Nullable Duration lockTimeout,
        @Nullable String applicationName) {

    /** Nothing is said. */
    public static final SessionSettings DEFAULT = new SessionSettings(null, List.of(), null, null, null);

    /** @throws dev.ilana.error.InvalidNameException when a schema has no name of letters, digits and _ */
    public SessionSettings {
        schemas = List.copyOf(schemas);
        schemas.forEach(Names::check);
        positive("statement", statementTimeout);
        positive("lock", lockTimeout);
    }

    public SessionSettings withTimezone(ZoneId zone) {
        return new SessionSettings(zone, schemas, statementTimeout, lockTimeout, applicationName);
    }

    public SessionSettings withSchemas(String... names) {
        return new SessionSettings(timezone, List.of(names), statementTimeout, lockTimeout, applicationName);
    }

    public SessionSettings withStatementTimeout(Duration timeout) {
        return new SessionSettings(timezone, schemas, timeout, lockTimeout, applicationName);
    }

    public SessionSettings withLockTimeout(Duration timeout) {
        return new SessionSettings(timezone, schemas, statementTimeout, timeout, applicationName);
    }

    public SessionSettings withApplicationName(String name) {
        return new SessionSettings(timezone, schemas, statementTimeout, lockTimeout, name);
    }

    /** @throws InvalidConfigurationException when the database has no such setting */
    ConnectionUrl in(ConnectionUrl url) {
        ConnectionUrl told = with(url, "a time zone", timezone, Dialect::timezone);
        told = with(told, "a schema", schemas.isEmpty() ? null : schemas, Dialect::schema);
        told = with(told, "a statement timeout", statementTimeout, Dialect::statementTimeout);
        told = with(told, "a lock timeout", lockTimeout, Dialect::lockTimeout);
        return with(told, "an application name", applicationName, Dialect::applicationName);
    }

    private static <T> ConnectionUrl with(
            ConnectionUrl url, String what, @Nullable T value, BiFunction<Dialect, T, @Nullable DriverOption> option) {
        if (value == null) {
            return url;
        }
        DriverOption told = option.apply(url.dialect(), value);
        if (told == null) {
            throw new InvalidConfigurationException(
                    "a session of " + url.dialect() + " has not " + what + "; leave it out");
        }
        return url.with(told, true);
    }

    private static void positive(String what, @Nullable Duration timeout) {
        if (timeout != null && (timeout.isNegative() || timeout.isZero())) {
            throw new InvalidConfigurationException(
                    "a session's " + what + " timeout must be positive, not " + timeout + "; leave it out for none");
        }
    }
}
