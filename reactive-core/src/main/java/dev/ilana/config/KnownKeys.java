package dev.ilana.config;

import dev.ilana.error.InvalidConfigurationException;
import dev.ilana.sql.Names;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The keys that mean something. One mistyped would be a safeguard that nobody notices is off. */
final class KnownKeys {

    static final String CONNECTIONS = "connections";

    private static final Pattern DOT = Pattern.compile("\\.");

    private static final List<String> OF_PROJECT = List.of(
            "default",
            "environment",
            "timezone",
            "url",
            "migrations.table",
            "migrations.schema",
            "migrations.directories",
            "migrations.lock",
            "seeders.directories",
            "models.directories",
            "factories.directories",
            "stubs.directory",
            "code.project",
            "cache.directory",
            "cursor-key",
            "log.sql",
            "log.bindings",
            "log.slow",
            "prohibit-destructive",
            "lint.fail",
            "lint.ignore");

    private static final List<String> OF_CONNECTION = List.of(
            "url",
            "driver",
            "host",
            "port",
            "database",
            "username",
            "password",
            "schema",
            "charset",
            "ssl",
            "timezone",
            "statement-timeout",
            "lock-timeout",
            "application-name",
            "replicas",
            "pool.min",
            "pool.max",
            "pool.acquire-timeout",
            "pool.create-timeout",
            "pool.validation-timeout",
            "pool.idle-time",
            "pool.lifetime",
            "migrations.table",
            "migrations.schema",
            "migrations.directories",
            "migrations.lock",
            "seeders.directories",
            "models.directories",
            "factories.directories",
            "stubs.directory");

    private KnownKeys() {}

    /**
     * Nothing, when the key means something.
     *
     * @throws InvalidConfigurationException when it does not; it names the nearest that does
     */
    static void check(String key, String place) {
        List<String> known = known(key);
        if (known.contains(key)) {
            checkConnection(key, place);
        } else if (isSection(key, known)) {
            throw new InvalidConfigurationException(place, key, null, "a section with keys of its own, not a value");
        } else if (key.contains("@") || key.contains("//")) {
            // A line that lost its key, most likely; what stands there may be a URL.
            throw new InvalidConfigurationException(place + ": there is no such key");
        } else {
            throw new InvalidConfigurationException(place, key, known);
        }
    }

    /** Whether the key has keys below it. */
    static boolean isSection(String key) {
        return isSection(key, known(key));
    }

    private static boolean isSection(String key, List<String> known) {
        return known.stream().anyMatch(each -> each.startsWith(key + "."));
    }

    private static void checkConnection(String key, String place) {
        if (key.startsWith(CONNECTIONS + ".") && !Names.isName(word(key, 1))) {
            throw new InvalidConfigurationException(
                    place, key, null, "of a connection whose name has letters, digits and _ only");
        }
    }

    /** Those that there are where connections have the name that this key has in its place. */
    private static List<String> known(String key) {
        return all(word(key, 1));
    }

    /** Those that there are, with this name in the places of connections. */
    static List<String> all(String connection) {
        String section = CONNECTIONS + "." + connection + ".";
        return Stream.concat(OF_PROJECT.stream(), OF_CONNECTION.stream().map(section::concat))
                .toList();
    }

    static String word(String key, int index) {
        String[] words = DOT.split(key, -1);
        return words.length > index ? words[index] : "NAME";
    }
}
