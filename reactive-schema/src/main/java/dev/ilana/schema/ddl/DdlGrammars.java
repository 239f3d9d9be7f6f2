package dev.ilana.schema.ddl;

import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import dev.ilana.error.UnsupportedFeatureException;
import java.util.Map;

/** The grammars, by database. */
final class DdlGrammars {

    private static final Map<Dialect, DdlGrammar> ALL = Map.of(
            Dialects.POSTGRESQL,
            new PostgreSqlDdl(),
            Dialects.H2,
            new H2Ddl(),
            Dialects.MYSQL,
            MySqlDdl.mySql(),
            Dialects.MARIADB,
            MySqlDdl.mariaDb());

    private DdlGrammars() {}

    static DdlGrammar of(Dialect dialect) {
        DdlGrammar grammar = ALL.get(dialect);
        if (grammar == null) {
            throw new UnsupportedFeatureException(dialect.name(), "schema builder", "use one of " + ALL.keySet());
        }
        return grammar;
    }
}
