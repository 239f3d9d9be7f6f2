package dev.ilana.dialect;

import dev.ilana.sql.Criterion.JsonContains;
import dev.ilana.sql.Criterion.JsonContainsKey;
import dev.ilana.sql.DatePart;
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

    /** The most elements of an array. */
    private static final int MAX_ARRAY = 65_536;

    private final H2Json json = new H2Json(this);

    H2Grammar() {
        super("H2", '"', 100_000);
    }

    @Override
    void marker(StringBuilder out, int position, Value value) {
        // A String bound as JSON would become a JSON string; this reads it as the JSON it is.
        out.append(value.type() == SqlType.JSON ? "? format json" : "?");
    }

    static String typeName(SqlType type) {
        return switch (type) {
            case BOOLEAN -> "boolean";
            case SMALLINT -> "smallint";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case REAL -> "real";
            case DOUBLE -> "double precision";
            // A numeric without a scale has none here.
            case DECIMAL -> "decfloat";
            // What text spells becomes what the column is when it is put there.
            case STRING, NULL, OTHER -> "varchar";
            case ARRAY -> "varchar array";
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

    /** One array, so that the text is the same for lists of many lengths; several where it would be too long. */
    @Override
    void in(SqlWriter out, Expression left, List<Value> values, boolean negated) {
        if (values.get(0).type().isOfDatabase()) {
            super.in(out, left, values, negated);
            return;
        }
        boolean several = values.size() > MAX_ARRAY;
        String separator = several ? "(" : "";
        for (int start = 0; start < values.size(); start += MAX_ARRAY) {
            expression(out.sql(separator), left);
            out.sql(negated ? " <> all(" : " = any(");
            array(out, values.subList(start, Math.min(values.size(), start + MAX_ARRAY)));
            out.sql(")");
            separator = negated ? " and " : " or ";
        }
        out.sql(several ? ")" : "");
    }

    private static void array(SqlWriter out, List<Value> values) {
        SqlType type = values.get(0).type();
        if (type == SqlType.DECIMAL) {
            // The driver can't bind an array of numbers of several scales.
            Object[] texts =
                    values.stream().map(value -> String.valueOf(value.value())).toArray();
            out.sql("cast(cast(").bind(new Value(texts, SqlType.STRING)).sql(" as varchar array) as decfloat array)");
        } else {
            out.bind(new Value(values.stream().map(Value::value).toArray(), type));
        }
    }

    /** The parts of a point in time would else be those of the zone it was written in. */
    @Override
    void dated(SqlWriter out, DatePart part) {
        boolean zoned = part.of() == null || part.of() == SqlType.INSTANT;
        boolean number = part.part().type() == SqlType.INTEGER;
        out.sql(zoned && number ? "cast(" : "");
        expression(out, part.operand());
        out.sql(zoned && number ? " as timestamp(9))" : "");
    }

    @Override
    public int maxListSize() {
        return 50_000;
    }

    @Override
    void jsonAt(SqlWriter out, JsonAt at) {
        json.read(out, at);
    }

    @Override
    void jsonLength(SqlWriter out, JsonLength length) {
        json.length(out, length);
    }

    @Override
    void jsonContains(SqlWriter out, JsonContains contains) {
        json.contains(out, contains);
    }

    @Override
    String rowAddress() {
        return "_rowid_";
    }

    @Override
    void jsonContainsKey(SqlWriter out, JsonContainsKey contains) {
        json.containsKey(out, contains);
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
            out.sql(" when matched");
            alike(out, " and ", insert.table().name(), change.alike());
            assignments(out.sql(" then update set "), change.assignments());
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
        alike(out, " on ", table, keys);
    }

    private static void alike(SqlWriter out, String before, String table, List<String> keys) {
        String separator = before;
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
