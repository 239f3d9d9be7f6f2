package dev.ilana.query;

import dev.ilana.connection.Database;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a query is run, beside what it asks.
 *
 * @param database the one it was told to run on; null when the Context decides
 * @param remembered how long its result may be taken from the cache; null for not at all
 * @param everything whether a write without a condition is meant
 */
public record Settings(
        @Nullable Database database, @Nullable Duration remembered, boolean everything) {

    public static final Settings DEFAULT = new Settings(null, null, false);

    public Settings withDatabase(@Nullable Database newDatabase) {
        return new Settings(newDatabase, remembered, everything);
    }

    Settings withRemembered(Duration duration) {
        return new Settings(database, duration, everything);
    }

    Settings withEverything() {
        return new Settings(database, remembered, true);
    }
}
