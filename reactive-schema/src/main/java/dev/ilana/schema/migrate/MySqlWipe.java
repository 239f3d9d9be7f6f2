package dev.ilana.schema.migrate;

import java.util.List;

/** What there may be in a database of MySQL or MariaDB. */
final class MySqlWipe extends WipeGrammar {

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
        return "drop " + things.kind() + " if exists " + SessionGrammar.quoted(name, '`');
    }
}
