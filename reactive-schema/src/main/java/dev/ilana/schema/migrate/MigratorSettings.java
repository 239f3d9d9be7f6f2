package dev.ilana.schema.migrate;

import dev.ilana.config.Configuration;
import dev.ilana.error.InvalidConfigurationException;
import dev.ilana.schema.migrate.lock.LockSettings;
import dev.ilana.sql.Names;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How a migrator works with its database.
 *
 * @param connection the name of the connection whose migrations it runs; null for those that name none
 * @param table where the history is kept
 * @param schema the schema that the history is in; null for the one that the connection is in
 * @param lock how migrators keep each other out
 * @param lockTimeout how long a statement of a migration may wait for a lock of the database, so that it does not hold up
 *     everybody behind it
 * @param retries how often a migration that got no such lock, or was a deadlock's victim, is tried again, where nothing
 *     of it was done
 * @param environment where this is; {@code production} is taken care of
 * @param force whether what destroys data may run in production
 * @param prohibitDestructive whether what destroys data never runs, forced or not
 */
public record MigratorSettings(
        @Nullable String connection,
        String table,
        @Nullable String schema,
        LockSettings lock,
        Duration lockTimeout,
        int retries,
        String environment,
        boolean force,
        boolean prohibitDestructive) {

    /** Five seconds for each lock, tried again three times; in no production. */
    public static final MigratorSettings DEFAULT = new MigratorSettings(
            null, "ilana_migrations", null, LockSettings.DEFAULT, Duration.ofSeconds(5), 3, "", false, false);

    /** The environment in which nothing is destroyed without {@code force}. */
    public static final String PRODUCTION = "production";

    public MigratorSettings {
        Names.check(table);
        if (schema != null) {
            Names.check(schema);
        }
        if (lockTimeout.toMillis() < 1) {
            throw new InvalidConfigurationException("the lock timeout must be at least 1 ms, not " + lockTimeout);
        }
        if (retries < 0) {
            throw new InvalidConfigurationException("a migration can't be tried again " + retries + " times");
        }
    }

    /**
     * What the configuration says of that connection's migrations, or else of all: the table and the schema of the history, the
     * lock, the environment and what is prohibited. They are those that name no connection.
     *
     * @throws InvalidConfigurationException when a value can't be
     */
    public static MigratorSettings of(Configuration configuration, String connection) {
        return new ConfiguredMigrator(configuration, connection).settings();
    }

    public MigratorSettings withConnection(@Nullable String name) {
        return new MigratorSettings(
                name, table, schema, lock, lockTimeout, retries, environment, force, prohibitDestructive);
    }

    public MigratorSettings withTable(String name) {
        return new MigratorSettings(
                connection, name, schema, lock, lockTimeout, retries, environment, force, prohibitDestructive);
    }

    public MigratorSettings withSchema(@Nullable String name) {
        return new MigratorSettings(
                connection, table, name, lock, lockTimeout, retries, environment, force, prohibitDestructive);
    }

    public MigratorSettings withLock(LockSettings settings) {
        return new MigratorSettings(
                connection, table, schema, settings, lockTimeout, retries, environment, force, prohibitDestructive);
    }

    public MigratorSettings withLockTimeout(Duration timeout) {
        return new MigratorSettings(
                connection, table, schema, lock, timeout, retries, environment, force, prohibitDestructive);
    }

    public MigratorSettings withRetries(int number) {
        return new MigratorSettings(
                connection, table, schema, lock, lockTimeout, number, environment, force, prohibitDestructive);
    }

    public MigratorSettings withEnvironment(String name) {
        return new MigratorSettings(
                connection, table, schema, lock, lockTimeout, retries, name, force, prohibitDestructive);
    }

    public MigratorSettings withForce(boolean allowed) {
        return new MigratorSettings(
                connection, table, schema, lock, lockTimeout, retries, environment, allowed, prohibitDestructive);
    }

    public MigratorSettings withProhibitDestructive(boolean prohibited) {
        return new MigratorSettings(
                connection, table, schema, lock, lockTimeout, retries, environment, force, prohibited);
    }

    /**
     * Nothing, when what destroys data may run.
     *
     * @throws DestructiveCommandException when it may not
     */
    public void allowDestruction(String what) {
        if (prohibitDestructive) {
            throw new DestructiveCommandException(what + " destroys data, which the settings prohibit");
        }
        if (environment.equalsIgnoreCase(PRODUCTION) && !force) {
            throw new DestructiveCommandException(
                    what + " destroys data, and this is production; force it if that is what you want");
        }
    }
}
