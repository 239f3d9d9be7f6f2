package dev.ilana.connection;

import dev.ilana.config.Configuration;
import dev.ilana.sql.Names;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The databases of a configuration by the names of their connections. */
final class ConfiguredDatabases {

    private final Configuration configuration;
    private final Map<String, Database> made = new ConcurrentHashMap<>();

    private ConfiguredDatabases(Configuration configuration) {
        this.configuration = configuration;
    }

    /**
     * All that the configuration has keys of, and its default one.
     *
     * @throws dev.ilana.error.InvalidConfigurationException when one of them can't be
     */
    static ConfiguredDatabases of(Configuration configuration) {
        ConfiguredDatabases databases = new ConfiguredDatabases(configuration);
        Set<String> names = new TreeSet<>(configuration.connections());
        names.add(configuration.defaultConnection());
        names.forEach(name -> databases.made.put(name, databases.build(name)));
        return databases;
    }

    /** That of the name; null where there is none. One that the environment alone knows is made when it is asked for. */
    @Nullable Database find(String name) {
        Database database = made.get(name);
        return database != null || !Names.isName(name) || configuration.setting("connections." + name + ".url") == null
                ? database
                : made.computeIfAbsent(name, this::build);
    }

    Database defaultDatabase() {
        return made.computeIfAbsent(configuration.defaultConnection(), this::build);
    }

    Set<String> names() {
        return made.keySet();
    }

    Collection<Database> all() {
        return made.values();
    }

    private Database build(String name) {
        return Database.builder(configuration, name).build();
    }
}
