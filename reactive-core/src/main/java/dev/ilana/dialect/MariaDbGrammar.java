package dev.ilana.dialect;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.Expression;
import dev.ilana.sql.Insert;
import dev.ilana.sql.JsonAt;
import dev.ilana.sql.Lock;
import dev.ilana.sql.Operator;
import dev.ilana.sql.Sql;
import dev.ilana.sql.Value;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** MariaDB's SQL: MySQL's but for a few words. */
final class MariaDbGrammar extends MySqlGrammar {

    MariaDbGrammar() {
        super("MariaDB");
    }

    // Expressions

    @Override
    void jsonEquals(SqlWriter out, Expression left, Operator operator, Value json) {
        expression(out.sql(operator == Operator.EQ ? "json_equals(" : "not json_equals("), left);
        out.sql(", ").bind(json).sql(")");
    }

    /** JSON is text here, by characters. {@code json_unquote} would lose those outside of the basic plane, and the case. */
    @Override
    void jsonText(SqlWriter out, JsonAt at) {
        extract(out.sql("case json_type("), at);
        expression(out.sql(") when 'NULL' then null when 'STRING' then json_value("), at.json());
        path(out, at.path());
        extract(out.sql(") else "), at);
        out.sql(" end");
    }

    /** A minus at the start is a position from the end here, be it in quotes: such a key is found without them only. */
    @Override
    String jsonKey(String key) {
        if (!key.startsWith("-")) {
            return super.jsonKey(key);
        }
        if (key.chars().anyMatch(c -> ".[]*\"".indexOf(c) >= 0)) {
            throw new InvalidUsageException(
                    "MariaDB finds no key of JSON that begins with - and has one of . [ ] * \" in it");
        }
        return JsonPath.escaped(key);
    }

    /** What {@code json_unquote} would lose is bound one by one. */
    @Override
    boolean isReadFromJson(Value value) {
        return !(value.value() instanceof String text) || text.codePoints().allMatch(Character::isBmpCodePoint);
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
