package dev.ilana.dialect;

import dev.ilana.sql.Criterion.JsonContains;
import dev.ilana.sql.Criterion.JsonContainsKey;
import dev.ilana.sql.Expression;
import dev.ilana.sql.JsonAt;
import dev.ilana.sql.JsonLength;
import dev.ilana.sql.Value;
import java.util.List;

/** JSON in PostgreSQL's SQL: {@code jsonb}, and a step at a time along a path. */
final class PostgreSqlJson {

    private final ExpressionGrammar grammar;

    PostgreSqlJson(ExpressionGrammar grammar) {
        this.grammar = grammar;
    }

    /**
     * Writes what is at the path, as the type. A number or a boolean is read where there is one: a cast of anything else
     * would fail the whole query.
     */
    void read(SqlWriter out, JsonAt at) {
        switch (at.type()) {
            case JSON -> grouped(out, at, false);
            case STRING -> grouped(out, at, true);
            case BOOLEAN -> ofKind(out, at, "boolean", "boolean");
            case REAL, DOUBLE -> ofKind(out, at, "number", "double precision");
            case SMALLINT, INTEGER, BIGINT, DECIMAL -> ofKind(out, at, "number", "numeric");
            default -> {
                grouped(out.sql("cast("), at, true);
                out.sql(" as ").sql(PostgreSqlGrammar.typeName(at.type())).sql(")");
            }
        }
    }

    private void grouped(SqlWriter out, JsonAt at, boolean text) {
        inside(out.sql("("), at.json(), at.path(), text);
        out.sql(")");
    }

    private void ofKind(SqlWriter out, JsonAt at, String kind, String type) {
        inside(out.sql("case when jsonb_typeof("), at.json(), at.path(), false);
        out.sql(") = '").sql(kind).sql("' then cast(");
        grouped(out, at, true);
        out.sql(" as ").sql(type).sql(") end");
    }

    /** Goes along the path; the last step as text where that is asked for. */
    private void inside(SqlWriter out, Expression json, List<String> path, boolean text) {
        grammar.expression(out, json);
        for (int i = 0; i < path.size(); i++) {
            out.sql(text && i == path.size() - 1 ? " ->> " : " -> ");
            out.bind(JsonPath.isPosition(path.get(i)) ? Value.of(Integer.valueOf(path.get(i))) : Value.of(path.get(i)));
        }
    }

    /** Writes the number of elements, which is null for what is no array. */
    void length(SqlWriter out, JsonLength length) {
        inside(out.sql("case when jsonb_typeof("), length.json(), length.path(), false);
        inside(out.sql(") = 'array' then jsonb_array_length("), length.json(), length.path(), false);
        out.sql(") end");
    }

    void contains(SqlWriter out, JsonContains contains) {
        out.sql("(");
        inside(out, contains.json(), contains.path(), false);
        out.sql(") @> ").bind(contains.value());
    }

    void containsKey(SqlWriter out, JsonContainsKey contains) {
        out.sql("(");
        inside(out, contains.json(), contains.path(), false);
        out.sql(") is not null");
    }
}
