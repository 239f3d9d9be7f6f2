package dev.ilana.sql;

import org.jspecify.annotations.Nullable;

/** A function over the rows of a group; {@code count} without an argument counts rows. */
public record Aggregate(Function function, @Nullable Expression argument) implements Expression {

    /** The closed set of aggregate functions. */
    public enum Function {
        COUNT,
        SUM,
        AVG,
        MIN,
        MAX
    }
}
