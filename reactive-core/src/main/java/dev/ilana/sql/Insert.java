package dev.ilana.sql;

import java.util.List;

/** New rows: each has a value for each column, in order; {@code returning} names the columns to answer with. */
public record Insert(String table, List<String> columns, List<List<Value>> rows, List<String> returning)
        implements Statement {

    public Insert {
        Names.check(table);
        columns.forEach(Names::check);
        returning.forEach(Names::check);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        returning = List.copyOf(returning);
    }
}
