package dev.ilana.spring;

import dev.ilana.config.Configuration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;

/**
 * What Spring's environment says of databases: the keys of a file after {@code ilana.}, and below them {@code spring.r2dbc.*}
 * of the default connection.
 */
record EnvironmentSettings(ConfigurableEnvironment environment) {

    static final String PREFIX = "ilana.";

    static final String DIALECT = "dialect";

    /** What Spring Boot is told alone. */
    private static final Set<String> OF_SPRING = Set.of("enabled", DIALECT, "migrate-on-start", "health.pending");

    /** Those of {@code spring.r2dbc} by the key of a connection that means the same. */
    private static final Map<String, String> R2DBC = Map.of(
            "url", "url",
            "username", "username",
            "password", "password",
            "pool.min", "pool.min-idle",
            "pool.max", "pool.max-size",
            "pool.acquire-timeout", "pool.max-acquire-time",
            "pool.create-timeout", "pool.max-create-connection-time",
            "pool.validation-timeout", "pool.max-validation-time",
            "pool.idle-time", "pool.max-idle-time",
            "pool.lifetime", "pool.max-life-time");

    /** Where others write what they like, so that a key that means nothing is no mistake. */
    private static final Set<String> OF_ALL_PROGRAMS = Set.of(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME);

    /** @throws dev.ilana.error.InvalidConfigurationException when a key after {@code ilana.} means nothing */
    Configuration configuration() {
        Map<String, Object> ours = ours();
        Map<String, Object> said = isPlace(ours) ? new LinkedHashMap<>() : ofR2dbc();
        said.putAll(ours);
        return Configuration.of(said);
    }

    /** Whether the keys of ours say where the database is; {@code spring.r2dbc} may say it of another then. */
    boolean sayPlace() {
        return isPlace(ours());
    }

    private boolean isPlace(Map<String, Object> ours) {
        String connection = section();
        return ours.containsKey("url")
                || Stream.of("url", "driver", "database")
                        .map(connection::concat)
                        .anyMatch(ours::containsKey);
    }

    private Map<String, Object> ours() {
        Map<String, Object> said = new LinkedHashMap<>();
        Stream.concat(Configuration.keys(connection()).stream(), written())
                .distinct()
                .forEach(key -> put(said, key, PREFIX + key));
        return said;
    }

    private Map<String, Object> ofR2dbc() {
        Map<String, Object> said = new LinkedHashMap<>();
        R2DBC.forEach((key, name) -> put(said, section() + key, "spring.r2dbc." + name));
        return said;
    }

    private String section() {
        return "connections." + connection() + ".";
    }

    private String connection() {
        String name = environment.getProperty(PREFIX + "default");
        return name == null ? Configuration.DEFAULT_CONNECTION : name;
    }

    private void put(Map<String, Object> said, String key, String property) {
        Object value = value(property);
        if (value != null) {
            said.put(key, value);
        }
    }

    /** A text, or the list that YAML has; what is empty counts as not set. */
    private @Nullable Object value(String property) {
        String text = environment.getProperty(property);
        if (text != null) {
            return text.isBlank() ? null : text;
        }
        List<String> list = IntStream.iterate(0, index -> index + 1)
                .mapToObj(index -> environment.getProperty(property + "[" + index + "]"))
                .takeWhile(Objects::nonNull)
                .toList();
        return list.isEmpty() ? null : list;
    }

    /** The keys after the prefix in the files of the application and what else is its own. */
    private Stream<String> written() {
        return environment.getPropertySources().stream()
                .filter(source -> !OF_ALL_PROGRAMS.contains(source.getName()))
                .flatMap(EnvironmentSettings::names)
                .filter(name -> name.startsWith(PREFIX))
                .map(name -> name.substring(PREFIX.length()).replaceFirst("\\[\\d+]$", ""))
                .filter(key -> !OF_SPRING.contains(key));
    }

    private static Stream<String> names(PropertySource<?> source) {
        return source instanceof EnumerablePropertySource<?> named ? Stream.of(named.getPropertyNames()) : Stream.of();
    }
}
