package dev.ilana.dialect;

import dev.ilana.sql.Criterion.JsonContainsKey;
import dev.ilana.sql.Expression;
import dev.ilana.sql.Insert;
import dev.ilana.sql.JsonAt;
import dev.ilana.sql.JsonLength;
import dev.ilana.sql.Lock;
import dev.ilana.sql.Selection;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.Truncate;
import dev.ilana.sql.UpdateMany;
import dev.ilana.sql.Value;
import java.util.ArrayList;
import java.util.List;

/** H2's SQL. */
final class H2Grammar extends Grammar {

    H2Grammar() {
        super("H2", '"', 100_000);
    }

    @Override
    void marker(StringBuilder out, int position, Value value) {
        // A String bound as JSON would become a JSON string; this reads it as the JSON it is.
        out.append(value.type() == SqlType.JSON ? "? format json" : "?");
    }

    private static String typeName(SqlType type) {
        return switch (type) {
            case BOOLEAN -> "boolean";
            case SMALLINT -> "smallint";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case REAL -> "real";
            case DOUBLE -> "double precision";
            // A numeric without a scale has none here.
            case DECIMAL -> "decfloat";
            case STRING, NULL -> "varchar";
            case BINARY -> "varbinary";
            case DATE -> "date";
            case TIME -> "time(9)";
            case DATETIME -> "timestamp(9)";
            case INSTANT -> "timestamp(9) with time zone";
            case UUID -> "uuid";
            case JSON -> "json";
        };
    }

    // Expressions

    @Override
    void in(SqlWriter out, Expression left, List<Value> values, boolean negated) {
        expression(out, left);
        out.sql(negated ? " <> all(" : " = any(");
        out.bind(new Value(
                        values.stream().map(Value::value).toArray(),
                        values.get(0).type()))
                .sql(")");
    }

    @Override
    public int maxListSize() {
        return 50_000;
    }

    /** H2 gives what JSON has as JSON: text in its quotes and escapes, which {@code stringdecode} shares with Java. */
    @Override
    void jsonAt(SqlWriter out, JsonAt at) {
        if (at.type() == SqlType.JSON) {
            inside(out, at.json(), at.path());
            return;
        }
        boolean cast = at.type() != SqlType.STRING;
        out.sql(cast ? "cast(" : "").sql("case when ");
        text(out, at);
        out.sql(" = 'null' then null when left(");
        text(out, at);
        out.sql(", 1) = '\"' then stringdecode(substring(");
        text(out, at);
        out.sql(", 2, char_length(");
        text(out, at);
        out.sql(") - 2)) else ");
        text(out, at);
        out.sql(" end").sql(cast ? " as " + typeName(at.type()) + ")" : "");
    }

    private void text(SqlWriter out, JsonAt at) {
        out.sql("cast(");
        inside(out, at.json(), at.path());
        out.sql(" as varchar)");
    }

    @Override
    void jsonLength(SqlWriter out, JsonLength length) {
        out.sql("cardinality(");
        inside(out, length.json(), length.path());
        out.sql(")");
    }

    /** Goes along the path; a position counts from 1 here, a key is a name in quotes. */
    private void inside(SqlWriter out, Expression json, List<String> path) {
        out.sql("(".repeat(path.size()));
        expression(out, json);
        for (String step : path) {
            if (JsonPath.isPosition(step)) {
                out.sql(")[").bind(Value.of(Integer.parseInt(step) + 1)).sql("]");
            } else {
                out.sql(").\"").sql(step.replace("\"", "\"\"")).sql("\"");
            }
        }
    }

    @Override
    String rowAddress() {
        return "_rowid_";
    }

    @Override
    void jsonContainsKey(SqlWriter out, JsonContainsKey contains) {
        inside(out, contains.json(), contains.path());
        out.sql(" is not null");
    }

    // Queries

    /** H2 knows no positions here, but the names of the result. */
    @Override
    void selectedGroup(SqlWriter out, int position, Selection selection) {
        if (selection.alias() != null) {
            out.name(selection.alias());
        } else {
            expression(out, selection.expression());
        }
    }

    @Override
    void lock(SqlWriter out, Lock lock) {
        if (lock.strength() == Lock.Strength.SHARE) {
            throw unsupported(Capability.SHARED_LOCK, "use lockForUpdate()");
        }
        super.lock(out, lock);
    }

    // Writes

    /** H2 has no conflict clause on an insert but a statement of its own. */
    @Override
    void insert(SqlWriter out, Insert insert) {
        if (insert.conflict() instanceof Insert.Change change && insert.rows() instanceof Insert.Values values) {
            merge(out, insert, change, values.rows());
        } else {
            super.insert(out, insert);
        }
    }

    private void merge(SqlWriter out, Insert insert, Insert.Change change, List<List<Value>> rows) {
        out.sql("merge into ").table(insert.table()).sql(" using ");
        rowsOf(out, insert.columns(), rows);
        on(out, insert.table().name(), change.uniqueBy());
        out.openScope(insert.table());
        if (!change.assignments().isEmpty()) {
            assignments(out.sql(" when matched then update set "), change.assignments());
        }
        out.closeScope();
        names(out.sql(" when not matched then insert "), insert.columns());
        String separator = " values (";
        for (String column : insert.columns()) {
            excluded(out.sql(separator), column);
            separator = ", ";
        }
        out.sql(")");
    }

    /** Rows as a source, each value with its type: H2 gives a marker in a row none by itself. */
    private static void rowsOf(SqlWriter out, List<String> columns, List<List<Value>> rows) {
        String rowSeparator = "(values (";
        for (List<Value> row : rows) {
            out.sql(rowSeparator);
            String separator = "";
            for (Value value : row) {
                out.sql(separator);
                typed(out, value);
                separator = ", ";
            }
            rowSeparator = "), (";
        }
        names(out.sql(")) as ").name(NEW_ROWS), columns);
    }

    private static void typed(SqlWriter out, Value value) {
        if (value.type() == SqlType.NULL) {
            out.bind(value);
        } else {
            out.sql("cast(").bind(value).sql(" as ").sql(typeName(value.type())).sql(")");
        }
    }

    private static void on(SqlWriter out, String table, List<String> keys) {
        String separator = " on ";
        for (String key : keys) {
            out.sql(separator).name(table).sql(".").name(key);
            out.sql(" = ").name(NEW_ROWS).sql(".").name(key);
            separator = " and ";
        }
    }

    @Override
    void conflict(SqlWriter out, Insert insert, Insert.Conflict conflict) {
        throw unsupported(Capability.INSERT_IGNORE, "insert the rows one by one");
    }

    @Override
    void excluded(SqlWriter out, String column) {
        out.name(NEW_ROWS).sql(".").name(column);
    }

    @Override
    void updateMany(SqlWriter out, UpdateMany update) {
        List<String> names = new ArrayList<>(update.keys());
        names.addAll(update.columns());
        out.sql("merge into ").table(update.table()).sql(" using ");
        rowsOf(out, names, update.rows());
        on(out, update.table().name(), update.keys());
        String separator = " when matched then update set ";
        for (String column : update.columns()) {
            out.sql(separator).name(column).sql(" = ");
            excluded(out, column);
            separator = ", ";
        }
    }

    @Override
    void truncate(SqlWriter out, Truncate truncate) {
        super.truncate(out, truncate);
        out.sql(" restart identity");
    }
}
