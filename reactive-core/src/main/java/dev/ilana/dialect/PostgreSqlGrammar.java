package dev.ilana.dialect;

import dev.ilana.error.InvalidNameException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.Aggregate;
import dev.ilana.sql.Call;
import dev.ilana.sql.Copy;
import dev.ilana.sql.Criterion.FullText;
import dev.ilana.sql.Criterion.JsonContains;
import dev.ilana.sql.Criterion.JsonContainsKey;
import dev.ilana.sql.Distinct;
import dev.ilana.sql.Expression;
import dev.ilana.sql.Insert;
import dev.ilana.sql.Join;
import dev.ilana.sql.JsonAt;
import dev.ilana.sql.JsonLength;
import dev.ilana.sql.Select;
import dev.ilana.sql.Spelled;
import dev.ilana.sql.Sql;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.Truncate;
import dev.ilana.sql.UpdateMany;
import dev.ilana.sql.Value;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** PostgreSQL's SQL. */
final class PostgreSqlGrammar extends Grammar {

    /** The types whose driver codec takes an array too. */
    private static final Set<SqlType> ARRAYS = EnumSet.of(
            SqlType.SMALLINT,
            SqlType.INTEGER,
            SqlType.BIGINT,
            SqlType.DOUBLE,
            SqlType.DECIMAL,
            SqlType.STRING,
            SqlType.UUID);

    /** The text of a statement doesn't grow with its rows; the memory for its values does. */
    private static final int MOST_ROWS = 2_000;

    private static final int MOST_BULK_ROWS = 5_000;

    /** What the server keeps of a name, unless it was built otherwise. */
    private static final int MAX_NAME_BYTES = 63;

    private final PostgreSqlJson json = new PostgreSqlJson(this);

    PostgreSqlGrammar() {
        super("PostgreSQL", '"', 65_535);
    }

    @Override
    String fitting(String name) {
        // A character has three bytes at most here, and most names are far from the limit.
        if (name.length() * 3 > MAX_NAME_BYTES && name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_BYTES) {
            throw new InvalidNameException(name, database(), MAX_NAME_BYTES);
        }
        return name;
    }

    @Override
    public boolean sortsNullsFirst() {
        return false;
    }

    /** Also rows that nobody has read are not to be read backwards, which spares the server keeping them. */
    @Override
    public Sql openCursor(String name, Select select) {
        SqlWriter out = new SqlWriter(this);
        select(out.sql("declare ").name(name).sql(" no scroll cursor for "), select);
        return out.finished(false);
    }

    @Override
    public Sql fetch(String cursor, int rows) {
        return ofCursor("fetch forward " + rows + " from ", cursor);
    }

    @Override
    public Sql closeCursor(String name) {
        return ofCursor("close ", name);
    }

    private Sql ofCursor(String words, String cursor) {
        return new Sql(words + quoted(cursor), List.of(), List.of(), null, false);
    }

    @Override
    void marker(StringBuilder out, int position, Value value) {
        out.append('$').append(position);
        // The server doesn't turn text into JSON by itself.
        if (value.type() == SqlType.JSON) {
            out.append("::jsonb");
        }
    }

    static String typeName(SqlType type) {
        return switch (type) {
            case BOOLEAN -> "boolean";
            case SMALLINT -> "smallint";
            case INTEGER -> "integer";
            case BIGINT -> "bigint";
            case REAL -> "real";
            case DOUBLE -> "double precision";
            case DECIMAL -> "numeric";
            case STRING, NULL -> "text";
            case BINARY -> "bytea";
            case DATE -> "date";
            case TIME -> "time";
            case DATETIME -> "timestamp";
            case INSTANT -> "timestamptz";
            case UUID -> "uuid";
            case JSON -> "jsonb";
            case ARRAY, OTHER -> throw new IllegalStateException("no type says what " + type + " is");
        };
    }

    // Expressions

    /**
     * One array, so that the text is the same for a list of any length. It is the driver's own where it has one for the
     * type, else text that the server reads: as a query, which it reads once and not for each row.
     */
    @Override
    void in(SqlWriter out, Expression left, List<Value> values, boolean negated) {
        SqlType type = values.get(0).type();
        if (type.isOfDatabase()) {
            super.in(out, left, values, negated);
            return;
        }
        expression(out, left);
        if (ARRAYS.contains(type)) {
            out.sql(negated ? " <> all(" : " = any(")
                    .bind(new Value(values.stream().map(Value::value).toArray(), type))
                    .sql(")");
        } else {
            PostgreSqlRows.array(out.sql(negated ? " not in (select unnest(" : " in (select unnest("), type, values);
            out.sql("))");
        }
    }

    @Override
    public int maxListSize() {
        return 50_000;
    }

    @Override
    String functionName(Call.Function function) {
        return function == Call.Function.RANDOM ? "random" : super.functionName(function);
    }

    /** The server finds no least or greatest of some types, but of others that sort alike. */
    @Override
    void aggregate(SqlWriter out, Aggregate aggregate) {
        SqlType type = aggregate.type();
        Expression argument = aggregate.argument();
        if (argument == null || (type != SqlType.UUID && type != SqlType.BOOLEAN)) {
            super.aggregate(out, aggregate);
            return;
        }
        out.sql("cast(")
                .sql(aggregate.function().name().toLowerCase(Locale.ROOT))
                .sql("(cast(");
        expression(out, argument);
        out.sql(type == SqlType.UUID ? " as text)) as " : " as integer)) as ")
                .sql(typeName(type))
                .sql(")");
    }

    /** The driver takes what it has no codec for as text, and the server sends it in binary. */
    @Override
    void spelled(SqlWriter out, Spelled spelled) {
        expression(out.sql("cast("), spelled.column());
        out.sql(" as text)");
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
    void jsonContainsKey(SqlWriter out, JsonContainsKey contains) {
        json.containsKey(out, contains);
    }

    @Override
    void fullText(SqlWriter out, FullText text) {
        boolean several = text.columns().size() > 1;
        String separator = "(";
        for (Expression column : text.columns()) {
            // A null in one column must not hide the words of another.
            out.sql(separator).sql(several ? "coalesce(to_tsvector(" : "to_tsvector(");
            language(out, text);
            expression(out, column);
            out.sql(several ? "), '')" : ")");
            separator = " || ";
        }
        out.sql(") @@ ")
                .sql(
                        switch (text.mode()) {
                            case NATURAL -> "plainto_tsquery(";
                            case PHRASE -> "phraseto_tsquery(";
                            case WEB -> "websearch_to_tsquery(";
                        });
        language(out, text);
        out.bind(Value.of(text.words())).sql(")");
    }

    /** Written and not bound, as the server must know it when it looks for an index: it is a name, which was checked. */
    private static void language(SqlWriter out, FullText text) {
        if (text.language() != null) {
            out.sql("'").sql(text.language()).sql("', ");
        }
    }

    // Queries

    @Override
    void distinctOn(SqlWriter out, Distinct distinct) {
        out.sql("distinct on (");
        list(out, distinct.on());
        out.sql(") ");
    }

    @Override
    String joinWords(Join.Kind kind) {
        return kind == Join.Kind.FULL ? " full join " : super.joinWords(kind);
    }

    @Override
    void lateral(SqlWriter out) {
        out.sql("lateral ");
    }

    // Writes

    @Override
    void values(SqlWriter out, Insert insert, List<List<Value>> rows) {
        if (rows.size() == 1 || isOfDatabase(rows)) {
            super.values(out, insert, rows);
        } else {
            PostgreSqlRows.of(database(), insert.columns(), rows)
                    .query(out, !insert.returning().isEmpty());
        }
    }

    /** Whether a value takes its type from its column, which it does where it is a marker of the insert itself. */
    private static boolean isOfDatabase(List<List<Value>> rows) {
        return rows.get(0).stream().anyMatch(value -> value.type().isOfDatabase());
    }

    @Override
    public @Nullable Copy copy(Insert insert) {
        return PostgreSqlCopy.of(this, insert);
    }

    @Override
    public int maxBulkRows(int valuesPerRow) {
        return MOST_BULK_ROWS;
    }

    @Override
    public <T> List<List<T>> bulkBatches(List<T> rows, int valuesPerRow) {
        return List.of(rows);
    }

    @Override
    public int maxRows(int valuesPerRow) {
        return valuesPerRow == 0 ? 1 : MOST_ROWS;
    }

    @Override
    int rowsToInsert(int rows, int valuesPerRow) {
        return Math.min(rows, maxRows(valuesPerRow));
    }

    @Override
    int rowsToUpdate(int rows, int keys, int columns) {
        return Math.min(rows, MOST_ROWS);
    }

    @Override
    void insert(SqlWriter out, Insert insert) {
        super.insert(out, insert);
        returning(out, insert.returning());
    }

    @Override
    List<String> generatedKeys(Insert insert) {
        return List.of();
    }

    @Override
    void conflict(SqlWriter out, Insert insert, Insert.Conflict conflict) {
        out.sql(" on conflict ");
        if (conflict instanceof Insert.Change change) {
            names(out, change.uniqueBy());
            if (change.assignments().isEmpty()) {
                out.sql(" do nothing");
                return;
            }
            out.sql(" do update set ");
            out.openScope(insert.table());
            assignments(out, change.assignments());
            String separator = " where ";
            for (String column : change.alike()) {
                out.sql(separator)
                        .name(insert.table().name())
                        .sql(".")
                        .name(column)
                        .sql(" = ");
                excluded(out, column);
                separator = " and ";
            }
            out.closeScope();
        } else {
            out.sql("do nothing");
        }
    }

    @Override
    void excluded(SqlWriter out, String column) {
        out.sql("excluded.").name(column);
    }

    @Override
    String rowAddress() {
        return "ctid";
    }

    @Override
    void updateMany(SqlWriter out, UpdateMany update) {
        if (isOfDatabase(update.rows())) {
            throw new InvalidUsageException(
                    "PostgreSQL writes many rows at once only in columns whose types it need not be told of: save() models"
                            + " with arrays, enumerated types or types of its own one by one");
        }
        out.sql("update ").table(update.table());
        List<String> names = new ArrayList<>(update.keys());
        names.addAll(update.columns());
        PostgreSqlRows rows = PostgreSqlRows.of(database(), names, update.rows());
        String separator = " set ";
        for (int i = update.keys().size(); i < names.size(); i++) {
            rows.value(out.sql(separator).name(names.get(i)).sql(" = "), i);
            separator = ", ";
        }
        rows.source(out.sql(" from "));
        separator = " where ";
        for (String key : update.keys()) {
            out.sql(separator).name(update.table().name()).sql(".").name(key);
            out.sql(" = ").name(NEW_ROWS).sql(".").name(key);
            separator = " and ";
        }
    }

    @Override
    void truncate(SqlWriter out, Truncate truncate) {
        super.truncate(out, truncate);
        out.sql(" restart identity");
    }
}
