package dev.ilana.dialect;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.Expression;
import dev.ilana.sql.JsonAt;
import dev.ilana.sql.Operator;
import dev.ilana.sql.Value;

/** JSON in MariaDB's SQL, where it is text by characters. */
final class MariaDbJson extends MySqlJson {

    MariaDbJson(ExpressionGrammar grammar) {
        super(grammar);
    }

    @Override
    void equality(SqlWriter out, Expression left, Operator operator, Value json) {
        expression(out.sql(operator == Operator.EQ ? "json_equals(" : "not json_equals("), left);
        out.sql(", ").bind(json).sql(")");
    }

    /** {@code json_unquote} would lose characters outside of the basic plane, and the case. */
    @Override
    void text(SqlWriter out, JsonAt at) {
        extract(out.sql("case json_type("), at);
        expression(out.sql(") when 'NULL' then null when 'STRING' then json_value("), at.json());
        path(out, at.path());
        extract(out.sql(") else "), at);
        out.sql(" end");
    }

    /** A minus at the start is a position from the end here, be it in quotes: such a key is found without them only. */
    @Override
    String key(String key) {
        if (!key.startsWith("-")) {
            return super.key(key);
        }
        if (key.chars().anyMatch(c -> ".[]*\"".indexOf(c) >= 0)) {
            throw new InvalidUsageException(
                    "MariaDB finds no key of JSON that begins with - and has one of . [ ] * \" in it");
        }
        return JsonPath.escaped(key);
    }

    /** What {@code json_unquote} would lose is bound one by one. */
    @Override
    boolean canList(Value value) {
        return !(value.value() instanceof String text) || text.codePoints().allMatch(Character::isBmpCodePoint);
    }
}
