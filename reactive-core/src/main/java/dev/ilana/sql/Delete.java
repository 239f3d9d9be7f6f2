package dev.ilana.sql;

import org.jspecify.annotations.Nullable;

/** The rows that fit the condition go; without a condition, all. */
public record Delete(String table, @Nullable Criterion where) implements Statement {

    public Delete {
        Names.check(table);
    }
}
