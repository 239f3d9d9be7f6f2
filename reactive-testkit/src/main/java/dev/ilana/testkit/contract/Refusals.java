package dev.ilana.testkit.contract;

import dev.ilana.dialect.Dialect;
import dev.ilana.error.DatabaseException;
import dev.ilana.error.IlanaException;
import java.util.Set;

/** What a database may say to a hostile text that is only a name or a value: that there is none of that name, or no such value. */
final class Refusals {

    /**
     * PostgreSQL: no such column, table, schema or text search configuration, no such function of its type; a column that
     * groups don't have.
     */
    private static final Set<String> POSTGRESQL = Set.of("42703", "42P01", "3F000", "42704", "42883", "42803");

    /** H2: no such table, schema, column; too long a name; no sum of such a type; a column that groups don't have. */
    private static final Set<Integer> H2 = Set.of(42102, 42103, 42104, 90079, 42122, 42622, 90015, 90016);

    /** MySQL and MariaDB: no such column, table (also by 1051, of a star), database; too long a name, too long a one of a table. */
    private static final Set<Integer> MYSQL = Set.of(1054, 1146, 1049, 1109, 1051, 1059, 1103);

    private Refusals() {}

    static boolean isHarmless(Dialect dialect, Throwable error) {
        if (!(error instanceof DatabaseException refused)) {
            return error instanceof IlanaException;
        }
        String state = refused.sqlState() == null ? "" : refused.sqlState();
        // Class 22 is about data: a NUL, for example, which PostgreSQL can't store.
        return state.startsWith("22")
                || switch (dialect.name()) {
                    case "PostgreSQL" -> POSTGRESQL.contains(state);
                    case "H2" -> H2.contains(refused.code());
                    default -> MYSQL.contains(refused.code());
                };
    }
}
