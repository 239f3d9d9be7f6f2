package dev.ilana.dialect;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ilana.sql.Criterion.JsonContains;
import dev.ilana.sql.Criterion.JsonContainsKey;
import dev.ilana.sql.Expression;
import dev.ilana.sql.JsonAt;
import dev.ilana.sql.JsonLength;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.Value;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * JSON in H2's SQL. H2 has no functions for it but steps to a key or a position; what JSON has is got as JSON, text in its
 * quotes and escapes, which {@code stringdecode} shares with Java.
 */
final class H2Json {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final ExpressionGrammar grammar;

    H2Json(ExpressionGrammar grammar) {
        this.grammar = grammar;
    }

    /** Writes what is at the path, as the type. A number or a boolean is read where there is one. */
    void read(SqlWriter out, JsonAt at) {
        Runnable text = () -> {
            out.sql("cast(");
            inside(out, at.json(), at.path());
            out.sql(" as varchar)");
        };
        switch (at.type()) {
            case JSON -> inside(out, at.json(), at.path());
            case STRING -> string(out, text);
            case BOOLEAN -> {
                out.sql("case ");
                text.run();
                out.sql(" when 'true' then true when 'false' then false end");
            }
            case SMALLINT, INTEGER, BIGINT, DECIMAL, REAL, DOUBLE -> {
                boolean exact = at.type() != SqlType.REAL && at.type() != SqlType.DOUBLE;
                out.sql("case when regexp_like(");
                text.run();
                out.sql(", '^[-0-9]') then cast(");
                text.run();
                out.sql(exact ? " as decfloat) end" : " as double precision) end");
            }
            default -> {
                string(out.sql("cast("), text);
                out.sql(" as ").sql(H2Grammar.typeName(at.type())).sql(")");
            }
        }
    }

    private static void string(SqlWriter out, Runnable text) {
        out.sql("case when ");
        text.run();
        out.sql(" = 'null' then null when left(");
        text.run();
        out.sql(", 1) = '\"' then stringdecode(substring(");
        text.run();
        out.sql(", 2, char_length(");
        text.run();
        out.sql(") - 2)) else ");
        text.run();
        out.sql(" end");
    }

    /** Writes the number of elements, which is null for what is no array. */
    void length(SqlWriter out, JsonLength length) {
        out.sql("cardinality(");
        inside(out, length.json(), length.path());
        out.sql(")");
    }

    void containsKey(SqlWriter out, JsonContainsKey contains) {
        inside(out, contains.json(), contains.path());
        out.sql(" is not null");
    }

    /**
     * Asks for each part of the value by itself; a scalar is also contained in an array that has it. Of what is missing it is
     * not known whether it contains anything.
     */
    void contains(SqlWriter out, JsonContains contains) {
        JsonNode value = tree(Objects.requireNonNull((String) contains.value().value(), "JSON's null is not null"));
        Runnable whole = () -> inside(out, contains.json(), contains.path());
        out.sql("case when ");
        whole.run();
        out.sql(" is not null then coalesce(");
        contains(out, whole, value, 1);
        if (value.isValueNode()) {
            hasElement(out.sql(" or "), whole, value, 1);
        }
        out.sql(", false) end");
    }

    private void contains(SqlWriter out, Runnable json, JsonNode value, int depth) {
        if (value.isObject()) {
            kind(out, json, "object");
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                Runnable part = () -> {
                    out.sql("(");
                    json.run();
                    out.sql(")");
                    key(out, field.getKey());
                };
                contains(out.sql(" and "), part, field.getValue(), depth);
            }
        } else if (value.isArray()) {
            kind(out, json, "array");
            for (JsonNode element : value) {
                hasElement(out.sql(" and "), json, element, depth);
            }
        } else {
            equal(out, json, value);
        }
    }

    private static void kind(SqlWriter out, Runnable json, String kind) {
        json.run();
        out.sql(" is json ").sql(kind);
    }

    private static void equal(SqlWriter out, Runnable json, JsonNode value) {
        json.run();
        out.sql(" = ").bind(new Value(value.toString(), SqlType.JSON));
    }

    private void hasElement(SqlWriter out, Runnable json, JsonNode value, int depth) {
        String position = "\"ilana_" + depth + "\".\"X\"";
        out.sql("exists (select 1 from system_range(1, 2147483647) as \"ilana_").sql(depth + "\" where ");
        out.sql(position).sql(" <= coalesce(cardinality(");
        json.run();
        out.sql("), 0) and ");
        Runnable element = () -> {
            out.sql("(");
            json.run();
            out.sql(")[").sql(position).sql("]");
        };
        contains(out, element, value, depth + 1);
        out.sql(")");
    }

    private static JsonNode tree(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was written as JSON can't be read", e);
        }
    }

    /** Goes along the path; a position counts from 1 here. */
    private void inside(SqlWriter out, Expression json, List<String> path) {
        out.sql("(".repeat(path.size()));
        grammar.expression(out, json);
        for (String step : path) {
            out.sql(")");
            if (JsonPath.isPosition(step)) {
                out.sql("[").bind(Value.of(Integer.parseInt(step) + 1)).sql("]");
            } else {
                key(out, step);
            }
        }
    }

    /**
     * Writes {@code ."key"}, and all but letters and digits as their numbers: no quote ends it, and the driver, which takes
     * {@code $1} for a marker wherever it stands, sees none.
     */
    private static void key(SqlWriter out, String key) {
        StringBuilder name = new StringBuilder(".U&\"");
        key.codePoints().forEach(c -> {
            if (c < 128 && Character.isLetterOrDigit(c)) {
                name.append((char) c);
            } else {
                name.append(String.format("\\+%06x", c));
            }
        });
        out.sql(name.append('"').toString());
    }
}
