package dev.ilana.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** New rows; {@code returning} names the columns to answer with. */
public record Insert(
        TableName table,
        List<String> columns,
        Rows rows,
        @Nullable Conflict conflict,
        List<String> returning) implements Statement {

    public Insert {
        columns.forEach(Names::check);
        returning.forEach(Names::check);
        columns = List.copyOf(columns);
        returning = List.copyOf(returning);
    }

    public Insert(TableName table, List<String> columns, List<List<Value>> rows, List<String> returning) {
        this(table, columns, new Values(rows), null, returning);
    }

    /** Where the rows come from. */
    public sealed interface Rows {}

    /** Rows written down: each has a value for each column, in order. */
    public record Values(List<List<Value>> rows) implements Rows {
        public Values {
            rows = List.copyOf(rows);
        }
    }

    /** The rows that a query finds. */
    public record Found(Select select) implements Rows {}

    /** What becomes of a row whose key is taken. */
    public sealed interface Conflict {}

    /** The row is left out. */
    public record Ignore() implements Conflict {}

    /**
     * The row that is there is changed instead.
     *
     * @param alike the columns in which it must be as the refused row is; else it is left as it is
     */
    public record Change(List<String> uniqueBy, List<Update.Assignment> assignments, List<String> alike)
            implements Conflict {
        public Change {
            uniqueBy.forEach(Names::check);
            alike.forEach(Names::check);
            uniqueBy = List.copyOf(uniqueBy);
            alike = List.copyOf(alike);
            assignments = List.copyOf(assignments);
        }

        public Change(List<String> uniqueBy, List<Update.Assignment> assignments) {
            this(uniqueBy, assignments, List.of());
        }
    }
}
