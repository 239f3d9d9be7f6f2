package dev.ilana.schema.ddl;

import dev.ilana.dialect.Dialects;

/** DDL of PostgreSQL. */
final class PostgreSqlDdl extends DdlGrammar {

    private static final int MAX_NAME_LENGTH = 63;

    PostgreSqlDdl() {
        this(new Identifiers(Dialects.POSTGRESQL, MAX_NAME_LENGTH), new Literals.PostgreSql());
    }

    private PostgreSqlDdl(Identifiers names, Literals literals) {
        super(
                names,
                new PostgreSqlColumns(names, new PostgreSqlTypes(names, literals)),
                new PostgreSqlIndexes(names, literals),
                new ConstraintGrammar.PostgreSql(names, literals));
    }

    /** The triggers that check keys are silent on a replica; the server lets superusers say that the session is one. */
    @Override
    public String foreignKeyChecks(boolean on) {
        return "set local session_replication_role = " + (on ? "origin" : "replica");
    }
}
