package dev.ilana.dialect;

import dev.ilana.sql.Insert;
import dev.ilana.sql.Lock;
import dev.ilana.sql.Sql;
import dev.ilana.sql.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** MariaDB's SQL: MySQL's but for a few words. */
final class MariaDbGrammar extends MySqlGrammar {

    MariaDbGrammar() {
        super("MariaDB", MariaDbJson::new);
    }

    // Queries

    @Override
    void lateral(SqlWriter out) {
        throw unsupported(Capability.LATERAL, "number the rows by a window and join those");
    }

    @Override
    void lock(SqlWriter out, Lock lock) {
        if (lock.strength() == Lock.Strength.SHARE) {
            out.sql(" lock in share mode");
            switch (lock.waiting()) {
                case WAIT -> {}
                case SKIP_LOCKED -> out.sql(" skip locked");
                case NO_WAIT -> out.sql(" nowait");
            }
        } else {
            super.lock(out, lock);
        }
    }

    // Writes

    @Override
    void insert(SqlWriter out, Insert insert) {
        super.insert(out, insert);
        returning(out, insert.returning());
    }

    @Override
    void values(SqlWriter out, Insert insert, List<List<Value>> rows) {
        out.sql("values ");
        rows(out, rows);
    }

    @Override
    void excluded(SqlWriter out, String column) {
        out.sql("values(").name(column).sql(")");
    }

    @Override
    public @Nullable Sql keyStep() {
        return null;
    }

    @Override
    List<String> generatedKeys(Insert insert) {
        return List.of();
    }
}
