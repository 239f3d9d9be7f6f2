package dev.ilana.dialect;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.sql.Criterion.JsonContains;
import dev.ilana.sql.Criterion.JsonContainsKey;
import dev.ilana.sql.Expression;
import dev.ilana.sql.JsonAt;
import dev.ilana.sql.JsonLength;
import dev.ilana.sql.Operator;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.Value;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** JSON in MySQL's SQL, and lists that are bound as JSON because markers would be too many. */
class MySqlJson {

    private static final String LISTED = "ilana_value";

    private final ExpressionGrammar grammar;

    MySqlJson(ExpressionGrammar grammar) {
        this.grammar = grammar;
    }

    /** Writes whether two are equal, or not. Bound as it is, JSON would be compared as text. */
    void equality(SqlWriter out, Expression left, Operator operator, Value json) {
        expression(out, left);
        out.sql(" ").sql(operator.symbol()).sql(" cast(").bind(json).sql(" as json)");
    }

    /**
     * Writes what is at the path, as the type. A JSON null is there for MySQL, and becomes the text "null"; here it is a
     * null, as elsewhere. A number or a boolean is read where there is one: a cast would make a 0 of anything else.
     */
    final void read(SqlWriter out, JsonAt at) {
        switch (at.type()) {
            case JSON -> extract(out, at);
            case BOOLEAN -> {
                extract(out.sql("case when json_type("), at);
                extract(out.sql(") = 'BOOLEAN' then json_unquote("), at);
                out.sql(") = 'true' end");
            }
            case SMALLINT, INTEGER, BIGINT, DECIMAL, REAL, DOUBLE -> {
                extract(out.sql("case when json_type("), at);
                extract(out.sql(") in ('INTEGER', 'UNSIGNED INTEGER', 'DOUBLE', 'DECIMAL') then cast("), at);
                boolean exact = at.type() != SqlType.REAL && at.type() != SqlType.DOUBLE;
                out.sql(exact ? " as decimal(65, 30)) end" : " as double) end");
            }
            case DATE, TIME, DATETIME, INSTANT -> {
                text(out.sql("cast("), at);
                out.sql(" as ")
                        .sql(Objects.requireNonNull(elementType(at.type())))
                        .sql(")");
            }
            default -> text(out, at);
        }
    }

    /** Writes what is at the path as text. */
    void text(SqlWriter out, JsonAt at) {
        extract(out.sql("case when json_type("), at);
        extract(out.sql(") = 'NULL' then null else json_unquote("), at);
        out.sql(") end");
    }

    final void extract(SqlWriter out, JsonAt at) {
        expression(out.sql("json_extract("), at.json());
        path(out, at.path()).sql(")");
    }

    /** Writes the number of elements, which is null for what is no array. */
    final void length(SqlWriter out, JsonLength length) {
        inside(out.sql("case when json_type("), length.json(), length.path());
        expression(out.sql(") = 'ARRAY' then json_length("), length.json());
        path(out, length.path()).sql(") end");
    }

    final void contains(SqlWriter out, JsonContains contains) {
        // Not by the function's own path: of what is missing MariaDB would say that it does not contain anything.
        inside(out.sql("json_contains("), contains.json(), contains.path());
        out.sql(", ").bind(contains.value()).sql(")");
    }

    private void inside(SqlWriter out, Expression json, List<String> path) {
        if (path.isEmpty()) {
            expression(out, json);
        } else {
            extract(out, new JsonAt(json, path, SqlType.JSON));
        }
    }

    final void containsKey(SqlWriter out, JsonContainsKey contains) {
        // Nothing is in a null; the function would not know.
        expression(out.sql("coalesce(json_contains_path("), contains.json());
        out.sql(", 'one'");
        path(out, contains.path()).sql("), 0)");
    }

    /** Whether the value can be read out of a JSON array as it is. */
    boolean canList(Value value) {
        return true;
    }

    /**
     * Writes whether it is one of the values, or none of them, which are bound as one JSON array: as a query of equal
     * values, which MySQL joins by a hash; {@code not in} it would ask anew for each row.
     */
    final void in(SqlWriter out, Expression left, List<Value> values, boolean negated) {
        String type = elementType(values.get(0).type());
        if (negated) {
            expression(out.sql("("), left);
            out.sql(" is not null and not ");
        }
        out.sql("exists (select 1 from json_table(").bind(new Value(JsonText.of(values), SqlType.STRING));
        out.sql(", '$[*]' columns (").name(LISTED).sql(" ").sql(type == null ? "json" : type);
        out.sql(" path '$')) as `ilana_list` where ");
        expression(out, left);
        // A column of JSON that is unquoted is compared by the collation of the left side, as a bound value is. A
        // column
        // of text would have one of its own, and the two would not mix.
        out.sql(type == null ? " = json_unquote(" : " = ").name(LISTED).sql(type == null ? "))" : ")");
        out.sql(negated ? ")" : "");
    }

    /** The type that a value is read as, out of JSON; null for text. */
    private static @Nullable String elementType(SqlType type) {
        return switch (type) {
            case BOOLEAN, SMALLINT, INTEGER, BIGINT -> "bigint";
            case REAL, DOUBLE -> "double";
            case DECIMAL -> "decimal(65, 30)";
            case DATE -> "date";
            case TIME -> "time(6)";
            case DATETIME, INSTANT -> "datetime(6)";
            default -> null;
        };
    }

    @CanIgnoreReturnValue
    final SqlWriter path(SqlWriter out, List<String> path) {
        return path.isEmpty() ? out : out.sql(", ").bind(Value.of(JsonPath.of(path, this::key)));
    }

    /** A key in a path into JSON. */
    String key(String key) {
        return JsonPath.quoted(key);
    }

    final void expression(SqlWriter out, Expression expression) {
        grammar.expression(out, expression);
    }
}
