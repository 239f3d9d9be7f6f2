package dev.ilana.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** New values for the rows that fit the condition; without a condition, for all. */
public record Update(
        String table,
        List<Assignment> assignments,
        @Nullable Criterion where) implements Statement {

    public Update {
        Names.check(table);
        assignments = List.copyOf(assignments);
    }

    /** A column and its new value. */
    public record Assignment(String column, Expression value) {
        public Assignment {
            Names.check(column);
        }
    }
}
