package dev.ilana.sql;

import java.util.function.UnaryOperator;

/**
 * New rows as a database takes them in bulk: a command, and behind it the rows as text.
 *
 * @param sql the command; its values are those of the rows, which it has no markers for
 * @param question asks whether the table takes rows so: a number, 1 when it does
 * @param rows one a line
 */
@SuppressWarnings("ArrayRecordComponent") // nobody compares them
public record Copy(Sql sql, Sql question, byte[] rows) {

    /** The same with what the function makes of its statements. */
    public Copy completed(UnaryOperator<Sql> complete) {
        return new Copy(complete.apply(sql), complete.apply(question), rows);
    }
}
