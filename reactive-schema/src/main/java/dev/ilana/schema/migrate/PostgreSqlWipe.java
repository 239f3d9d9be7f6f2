package dev.ilana.schema.migrate;

import java.util.List;
import java.util.Set;

/** What there may be in a PostgreSQL schema. What an extension brought is not among it. */
final class PostgreSqlWipe extends WipeGrammar {

    private static final Set<String> ROUTINES = Set.of("aggregate", "procedure", "function");

    private static final String OF_EXTENSION = " and not exists (select 1 from pg_depend d where d.objid = %1$s.oid"
            + " and d.classid = %1$s.tableoid and d.deptype = 'e')";

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
                + (ROUTINES.contains(things.kind()) ? name : SessionGrammar.quoted(name, '"')) + " cascade";
    }
}
