package dev.ilana.connection;

import dev.ilana.config.Configuration;
import dev.ilana.error.InvalidConfigurationException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a database writes to the log, by the logger {@code dev.ilana.sql}.
 *
 * @param sql whether each statement and each transaction is logged, at DEBUG
 * @param bindings whether the values that were bound are logged beside a statement's text; they are data
 * @param slow the duration from which on a statement is logged at WARN; null for none
 */
public record LogSettings(
        boolean sql, boolean bindings, @Nullable Duration slow) {

    /** Nothing is logged. */
    public static final LogSettings OFF = new LogSettings(false, false, null);

    public LogSettings {
        if (slow != null && slow.isNegative()) {
            throw new InvalidConfigurationException("a statement can't be slow from " + slow + " on");
        }
    }

    /**
     * What the configuration says by {@code log.sql}, {@code log.bindings} and {@code log.slow}.
     *
     * @throws InvalidConfigurationException when a value can't be
     */
    public static LogSettings of(Configuration configuration) {
        return new LogSettings(
                configuration.flag("log.sql"), configuration.flag("log.bindings"), configuration.duration("log.slow"));
    }

    /** The same, with each statement and each transaction logged. */
    public LogSettings withSql() {
        return new LogSettings(true, bindings, slow);
    }

    /** The same, with the values that were bound. */
    public LogSettings withBindings() {
        return new LogSettings(sql, true, slow);
    }

    /** The same, with a warning of each statement that takes that long or longer. */
    public LogSettings withSlow(Duration threshold) {
        return new LogSettings(sql, bindings, threshold);
    }
}
