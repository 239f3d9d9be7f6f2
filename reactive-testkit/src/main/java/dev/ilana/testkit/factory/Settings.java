package dev.ilana.testkit.factory;

import dev.ilana.connection.Database;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a factory is run. Those of the factory that is run count, and not those of the factories inside.
 *
 * @param resets the keys of the sequences that begin anew with each run
 */
record Settings(
        @Nullable Long seed, Locale locale, @Nullable Database database, Set<String> resets) {

    /** The data does not depend on where the machine is. */
    static final Settings DEFAULT = new Settings(null, Locale.ENGLISH, null, Set.of());

    Settings withSeed(long newSeed) {
        return new Settings(newSeed, locale, database, resets);
    }

    Settings withLocale(Locale newLocale) {
        return new Settings(seed, newLocale, database, resets);
    }

    Settings withDatabase(Database newDatabase) {
        return new Settings(seed, locale, newDatabase, resets);
    }

    Settings withReset(String key) {
        Set<String> more = new LinkedHashSet<>(resets);
        more.add(key);
        return new Settings(seed, locale, database, Set.copyOf(more));
    }
}
