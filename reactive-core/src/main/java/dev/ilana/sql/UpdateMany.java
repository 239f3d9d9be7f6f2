package dev.ilana.sql;

import java.util.List;

/**
 * New values for many rows, each row with its own.
 *
 * @param keys the columns that a row is found by
 * @param columns the columns that are set
 * @param rows for each row a value for each key and then for each column
 */
public record UpdateMany(TableName table, List<String> keys, List<String> columns, List<List<Value>> rows)
        implements Statement {

    public UpdateMany {
        keys.forEach(Names::check);
        columns.forEach(Names::check);
        keys = List.copyOf(keys);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }
}
