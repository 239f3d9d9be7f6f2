package dev.ilana.schema.migrate;

import static java.util.Objects.requireNonNull;

import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import dev.ilana.error.UnsupportedFeatureException;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What a migrator asks of a database's session, spelled for one database. */
abstract class SessionGrammar {

    private static final Map<Dialect, SessionGrammar> ALL = Map.of(
            Dialects.POSTGRESQL, new PostgreSqlSession(),
            Dialects.H2, new H2Session(),
            Dialects.MYSQL, new MySqlSession(),
            Dialects.MARIADB, new MySqlSession());

    static SessionGrammar of(Dialect dialect) {
        SessionGrammar grammar = ALL.get(dialect);
        if (grammar == null) {
            throw new UnsupportedFeatureException(dialect.name(), "migrations", "use one of " + ALL.keySet());
        }
        return requireNonNull(grammar);
    }

    /** So that no statement waits longer for a lock. */
    abstract List<String> lockTimeout(Duration timeout);

    /** Makes the schema where it is missing. */
    String createSchema(String schema) {
        return "create schema if not exists " + quoted(schema, '"');
    }

    /** Makes the schema the one where names are made and found. */
    abstract String useSchema(String schema);

    /** The same up to the end of the transaction, for a schema that is there. */
    abstract String useSchemaInTransaction(String schema);

    static String quoted(String name, char quote) {
        return quote + name.replace(String.valueOf(quote), "" + quote + quote) + quote;
    }

    private static final class PostgreSqlSession extends SessionGrammar {

        @Override
        List<String> lockTimeout(Duration timeout) {
            return List.of("set lock_timeout = " + timeout.toMillis());
        }

        @Override
        String useSchema(String schema) {
            return "set search_path to " + quoted(schema, '"');
        }

        @Override
        String useSchemaInTransaction(String schema) {
            return "set local search_path to " + quoted(schema, '"');
        }
    }

    private static final class MySqlSession extends SessionGrammar {

        /** The server counts in whole seconds, of which the least is one. */
        @Override
        List<String> lockTimeout(Duration timeout) {
            long seconds = Math.max(1, (timeout.toMillis() + 999) / 1000);
            return List.of(
                    "set session lock_wait_timeout = " + seconds, "set session innodb_lock_wait_timeout = " + seconds);
        }

        @Override
        String createSchema(String schema) {
            throw noSchemas();
        }

        @Override
        String useSchema(String schema) {
            throw noSchemas();
        }

        private static UnsupportedFeatureException noSchemas() {
            return new UnsupportedFeatureException(
                    "MySQL and MariaDB",
                    "schemas within a database",
                    "give the history a table of its own with withTable");
        }

        @Override
        String useSchemaInTransaction(String schema) {
            return "use " + quoted(schema, '`');
        }
    }

    private static final class H2Session extends SessionGrammar {

        @Override
        List<String> lockTimeout(Duration timeout) {
            return List.of("set lock_timeout " + timeout.toMillis());
        }

        @Override
        String useSchema(String schema) {
            return "set schema " + quoted(schema, '"');
        }

        @Override
        String useSchemaInTransaction(String schema) {
            return useSchema(schema);
        }
    }
}
