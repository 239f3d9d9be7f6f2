package dev.ilana.schema.migrate;

import java.util.List;
import java.util.Set;

/** What there may be in a schema of H2. */
final class H2Wipe extends WipeGrammar {

    private static final Set<String> CASCADING = Set.of("view", "table", "domain");

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
        return "drop " + things.kind() + " if exists " + SessionGrammar.quoted(name, '"')
                + (CASCADING.contains(things.kind()) ? " cascade" : "");
    }
}
