package dev.ilana.dialect;

import dev.ilana.sql.Copy;
import dev.ilana.sql.Insert;
import dev.ilana.sql.Sql;
import dev.ilana.sql.Value;
import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows sent by COPY. */
final class PostgreSqlCopy {

    /** Views and row-level security refuse a COPY, and it passes rules by. */
    private static final String TAKES_COPY =
            "') and c.relkind in ('r', 'p') and not c.relrowsecurity and not c.relhasrules";

    /** Below that, asking whether the table takes a COPY would cost more than it saves. */
    private static final int FEW_ROWS = 200;

    private PostgreSqlCopy() {}

    /**
     * The COPY of that insert; null where it would not be the same, or not faster. Beside an {@code insert} it saves the server the
     * reading of arrays; it gives no keys and takes no conflict clause.
     */
    static @Nullable Copy of(QueryGrammar grammar, Insert insert) {
        if (!(insert.rows() instanceof Insert.Values values)
                || values.rows().size() < FEW_ROWS
                || insert.conflict() != null
                || !insert.returning().isEmpty()) {
            return null;
        }
        SqlWriter out = new SqlWriter(grammar);
        out.sql("copy ").table(insert.table()).sql(" ");
        QueryGrammar.names(out, insert.columns());
        out.sql(" from stdin");
        Sql sql = new Sql(
                out.text(),
                bindings(values.rows(), insert.columns().size()),
                List.of(),
                out.tables(),
                true,
                out.awaitsTenant());
        SqlWriter question = new SqlWriter(grammar)
                .sql(
                        "select a.attname::text, a.atttypid::bigint from pg_catalog.pg_class c join pg_catalog.pg_attribute a"
                                + " on a.attrelid = c.oid and a.attnum > 0 where c.oid = to_regclass('")
                .table(insert.table())
                .sql(TAKES_COPY);
        return new Copy(sql, question.finished(false), insert.columns(), values.rows());
    }

    /** The values of the rows, one row after the other; for who wants to see them, which few do. */
    private static List<Value> bindings(List<List<Value>> rows, int columns) {
        return new AbstractList<>() {
            @Override
            public Value get(int index) {
                return rows.get(index / columns).get(index % columns);
            }

            @Override
            public int size() {
                return rows.size() * columns;
            }
        };
    }
}
