package dev.ilana.schema.migrate;

import static java.util.Objects.requireNonNull;

import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import dev.ilana.error.UnsupportedFeatureException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a migrator asks of a database's session, and how it empties a database; spelled for one database. */
abstract class SessionGrammar {

    /**
     * Things of one kind in the current schema.
     *
     * @param names a query whose one column is called "name"
     */
    record Things(String kind, String names) {}

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

    /** A query of one column, {@code name}: where names without a schema are made and found. */
    abstract String currentSchema();

    /** Makes the schema where it is missing. */
    String createSchema(String schema) {
        return "create schema if not exists " + quoted(schema, '"');
    }

    /** Makes the schema the one where names are made and found. */
    abstract String useSchema(String schema);

    /** The same up to the end of the transaction, for a schema that is there. */
    abstract String useSchemaInTransaction(String schema);

    /** What is to be said before things are dropped, whatever refers to them. */
    List<String> beforeDropping() {
        return List.of();
    }

    /** All that is dropped, kind by kind. */
    abstract List<Things> things();

    abstract String drop(Things things, String name);

    private static String quoted(String name, char quote) {
        return quote + name.replace(String.valueOf(quote), "" + quote + quote) + quote;
    }

    private static final class PostgreSqlSession extends SessionGrammar {

        private static final Set<String> ROUTINES = Set.of("aggregate", "procedure", "function");

        private static final String OF_EXTENSION = " and not exists (select 1 from pg_depend d where d.objid = %1$s.oid"
                + " and d.classid = %1$s.tableoid and d.deptype = 'e')";

        @Override
        List<String> lockTimeout(Duration timeout) {
            return List.of("set lock_timeout = " + timeout.toMillis());
        }

        @Override
        String currentSchema() {
            return "select current_schema()::text as name";
        }

        @Override
        String useSchema(String schema) {
            return "set search_path to " + quoted(schema, '"');
        }

        @Override
        String useSchemaInTransaction(String schema) {
            return "set local search_path to " + quoted(schema, '"');
        }

        @Override
        List<Things> things() {
            return List.of(
                    relations("view", "'v'"),
                    relations("materialized view", "'m'"),
                    relations("table", "'r', 'p'"),
                    relations("foreign table", "'f'"),
                    relations("sequence", "'S'"),
                    routines("aggregate", "'a'"),
                    routines("procedure", "'p'"),
                    routines("function", "'f', 'w'"),
                    types("type", "'e', 'c', 'r'"),
                    types("domain", "'d'"));
        }

        private static Things relations(String kind, String letters) {
            return new Things(
                    kind,
                    "select c.relname::text as name from pg_class c where c.relnamespace = current_schema()::regnamespace"
                            + " and c.relkind in (" + letters + ")" + OF_EXTENSION.formatted("c") + " order by 1");
        }

        /**
         * By what they take too, as several may have one name; written by the server, quotes and all. What is a part of a
         * type goes with it.
         */
        private static Things routines(String kind, String letters) {
            return new Things(
                    kind,
                    "select p.oid::regprocedure::text as name from pg_proc p where p.pronamespace ="
                            + " current_schema()::regnamespace and p.prokind in (" + letters + ")"
                            + " and not exists (select 1 from pg_depend d where d.objid = p.oid"
                            + " and d.classid = p.tableoid and d.deptype = 'i')"
                            + OF_EXTENSION.formatted("p") + " order by 1");
        }

        /** Every table is a type too, which goes with it. */
        private static Things types(String kind, String letters) {
            return new Things(
                    kind,
                    "select t.typname::text as name from pg_type t where t.typnamespace = current_schema()::regnamespace"
                            + " and t.typtype in (" + letters + ") and not exists (select 1 from pg_class c"
                            + " where c.oid = t.typrelid and c.relkind <> 'c')" + OF_EXTENSION.formatted("t")
                            + " order by 1");
        }

        @Override
        String drop(Things things, String name) {
            return "drop " + things.kind() + " if exists "
                    + (ROUTINES.contains(things.kind()) ? name : quoted(name, '"')) + " cascade";
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
        String currentSchema() {
            return "select database() as name";
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

        @Override
        List<String> beforeDropping() {
            return List.of("set session foreign_key_checks = 0");
        }

        @Override
        List<Things> things() {
            String names = "select table_name as name from information_schema.tables where table_schema = database()"
                    + " and table_type %s order by 1";
            return List.of(
                    new Things("view", names.formatted("= 'VIEW'")),
                    new Things("table", names.formatted("in ('BASE TABLE', 'SYSTEM VERSIONED')")),
                    new Things("sequence", names.formatted("= 'SEQUENCE'")),
                    routines("procedure"),
                    routines("function"),
                    new Things(
                            "event",
                            "select event_name as name from information_schema.events where event_schema = database()"
                                    + " order by 1"));
        }

        private static Things routines(String kind) {
            return new Things(
                    kind,
                    "select routine_name as name from information_schema.routines where routine_schema = database()"
                            + " and lower(routine_type) = '" + kind + "' order by 1");
        }

        @Override
        String drop(Things things, String name) {
            return "drop " + things.kind() + " if exists " + quoted(name, '`');
        }
    }

    private static final class H2Session extends SessionGrammar {

        private static final Set<String> CASCADING = Set.of("view", "table", "domain");

        @Override
        List<String> lockTimeout(Duration timeout) {
            return List.of("set lock_timeout " + timeout.toMillis());
        }

        @Override
        String currentSchema() {
            return "select current_schema as name";
        }

        @Override
        String useSchema(String schema) {
            return "set schema " + quoted(schema, '"');
        }

        @Override
        String useSchemaInTransaction(String schema) {
            return useSchema(schema);
        }

        @Override
        List<Things> things() {
            String tables = "select table_name as name from information_schema.tables where table_schema ="
                    + " current_schema and table_type = '%s' order by 1";
            return List.of(
                    new Things(
                            "synonym",
                            "select synonym_name as name from information_schema.synonyms where synonym_schema ="
                                    + " current_schema order by 1"),
                    new Things("view", tables.formatted("VIEW")),
                    new Things("table", tables.formatted("BASE TABLE")),
                    new Things(
                            "sequence",
                            "select sequence_name as name from information_schema.sequences where sequence_schema ="
                                    + " current_schema order by 1"),
                    new Things(
                            "domain",
                            "select domain_name as name from information_schema.domains where domain_schema ="
                                    + " current_schema order by 1"),
                    routines("aggregate", "= 'AGGREGATE'"),
                    routines("alias", "<> 'AGGREGATE'"),
                    new Things(
                            "constant",
                            "select constant_name as name from information_schema.constants where constant_schema ="
                                    + " current_schema order by 1"));
        }

        /** One of several forms has a row each. */
        private static Things routines(String kind, String type) {
            return new Things(
                    kind,
                    "select distinct routine_name as name from information_schema.routines where routine_schema ="
                            + " current_schema and routine_type " + type + " order by 1");
        }

        @Override
        String drop(Things things, String name) {
            return "drop " + things.kind() + " if exists " + quoted(name, '"')
                    + (CASCADING.contains(things.kind()) ? " cascade" : "");
        }
    }
}
