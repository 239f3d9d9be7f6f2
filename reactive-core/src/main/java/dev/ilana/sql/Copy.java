package dev.ilana.sql;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * New rows as a database takes them in bulk: a command, and the rows behind it.
 *
 * @param sql the command; its values are those of the rows, which it has no markers for
 * @param question asks for the columns of the table, a {@code name} and the number of its {@code type} a row; it has none when
 *     the table takes no rows so
 * @param columns of the rows
 */
public record Copy(Sql sql, Sql question, List<String> columns, List<List<Value>> rows) {

    /** The same with what the function makes of its statements. */
    public Copy completed(UnaryOperator<Sql> complete) {
        return new Copy(complete.apply(sql), complete.apply(question), columns, rows);
    }
}
