package dev.ilana.query;

import dev.ilana.connection.Database;
import dev.ilana.connection.QueryWatch;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a query is run, beside what it asks.
 *
 * @param database the one it was told to run on; null when the Context decides
 * @param remembered how long its result may be taken from the cache; null for not at all
 * @param everything whether a write without a condition is meant
 * @param cause what it is asked for, where that is the relation of one model of several
 */
public record Settings(
        @Nullable Database database,
        @Nullable Duration remembered,
        boolean everything,
        QueryWatch.@Nullable Cause cause) {

    public static final Settings DEFAULT = new Settings(null, null, false, null);

    public Settings withDatabase(@Nullable Database newDatabase) {
        return new Settings(newDatabase, remembered, everything, cause);
    }

    Settings withRemembered(Duration duration) {
        return new Settings(database, duration, everything, cause);
    }

    public Settings withCause(QueryWatch.Cause newCause) {
        return new Settings(database, remembered, everything, newCause);
    }

    Settings withEverything() {
        return new Settings(database, remembered, true, cause);
    }
}
