package dev.ilana.dialect;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.sql.SqlType;
import dev.ilana.sql.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The rows of one write, as an array a column: the text is the same for any number of rows, and the server reads it faster
 * than rows of markers.
 */
record PostgreSqlRows(List<String> columns, List<SqlType> types, List<List<Value>> rows) {

    /** From the narrowest to the widest; a numeric holds every number that has a decimal point in text. */
    private static final List<SqlType> NUMBERS =
            List.of(SqlType.SMALLINT, SqlType.INTEGER, SqlType.BIGINT, SqlType.REAL, SqlType.DOUBLE, SqlType.DECIMAL);

    /** The position of a row among those of one statement. */
    private static final String POSITION = "ilana_row";

    /**
     * The rows, with a type for each column that has the values of all.
     *
     * @throws InvalidUsageException when there is no such type
     */
    static PostgreSqlRows of(String database, List<String> columns, List<List<Value>> rows) {
        SqlType[] types = new SqlType[columns.size()];
        Arrays.fill(types, SqlType.NULL);
        for (List<Value> row : rows) {
            for (int i = 0; i < types.length; i++) {
                SqlType type = row.get(i).type();
                types[i] = type == types[i] ? type : common(database, columns.get(i), types[i], type);
            }
        }
        return new PostgreSqlRows(columns, List.of(types), rows);
    }

    /** The type of an array that has values of both: for numbers the wider one. */
    private static SqlType common(String database, String column, SqlType one, SqlType other) {
        if (one == SqlType.NULL || other == SqlType.NULL) {
            return one == SqlType.NULL ? other : one;
        }
        int wider = Math.max(NUMBERS.indexOf(one), NUMBERS.indexOf(other));
        if (NUMBERS.contains(one) && NUMBERS.contains(other)) {
            return NUMBERS.get(wider);
        }
        throw new InvalidUsageException("rows written together have " + one + " and " + other + " in the column "
                + column + ", and " + database + " takes one type");
    }

    /** Writes the value of a column in one of the rows. What has nulls only has no type that the server would take it by. */
    void value(SqlWriter out, int column) {
        if (types.get(column) == SqlType.NULL) {
            out.sql("null");
        } else {
            out.name(Grammar.NEW_ROWS).sql(".").name(columns.get(column));
        }
    }

    /** Writes the rows as a query of their values. */
    void query(SqlWriter out, boolean ordered) {
        String separator = "select ";
        for (int i = 0; i < types.size(); i++) {
            value(out.sql(separator), i);
            separator = ", ";
        }
        source(out.sql(" from "), ordered);
        if (ordered) {
            // The keys are to come in the order of the rows: they are given, and answered, in the order they are read.
            out.sql(" order by ").name(POSITION);
        }
    }

    /** Writes the rows as a source: {@code unnest(array, array) as name(column, column)}. */
    void source(SqlWriter out) {
        source(out, false);
    }

    private void source(SqlWriter out, boolean ordered) {
        String separator = "unnest(";
        for (int i = 0; i < columns.size(); i++) {
            List<Value> column = new ArrayList<>(rows.size());
            for (List<Value> row : rows) {
                column.add(row.get(i));
            }
            array(out.sql(separator), types.get(i), column);
            separator = ", ";
        }
        out.sql(ordered ? ") with ordinality as " : ") as ").name(Grammar.NEW_ROWS);
        List<String> all = new ArrayList<>(columns);
        if (ordered) {
            all.add(POSITION);
        }
        QueryGrammar.names(out, all);
    }

    /** Writes values as an array, bound as text that the server reads. */
    static void array(SqlWriter out, SqlType type, List<Value> values) {
        out.bind(new Value(new ArrayText(values), SqlType.STRING))
                .sql("::text::")
                .sql(PostgreSqlGrammar.typeName(type))
                .sql("[]");
    }
}
