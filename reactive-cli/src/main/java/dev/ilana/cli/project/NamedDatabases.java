package dev.ilana.cli.project;

import dev.ilana.config.Configuration;
import dev.ilana.connection.Database;
import dev.ilana.connection.Databases;
import dev.ilana.error.InvalidConfigurationException;

/** The databases of a project under their names, by which seeders and models call them as they do in a program. */
public final class NamedDatabases {

    private NamedDatabases() {}

    /** Those of the configuration, none of which is opened before it is used, and the one that is open. */
    public static NamedDatabases of(Configuration configuration, String own, Database open) {
        Databases.register(own, open);
        for (String name : configuration.connections()) {
            if (!name.equals(own)) {
                register(configuration, name);
            }
        }
        return new NamedDatabases();
    }

    private static void register(Configuration configuration, String name) {
        try {
            Databases.register(name, Database.builder(configuration, name).build());
        } catch (InvalidConfigurationException e) {
            // Where its password is not known, say. Who asks for it is told that no database has that name.
        }
    }

    /** Closes all of them, the open one too. */
    public void close() {
        Databases.close().block();
    }
}
