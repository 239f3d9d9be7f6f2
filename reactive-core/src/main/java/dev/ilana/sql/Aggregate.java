package dev.ilana.sql;

import org.jspecify.annotations.Nullable;

/** A function over the rows of a group; {@code count} without an argument counts rows. */
public record Aggregate(Function function, @Nullable Expression argument, boolean distinct) implements Expression {

    /** The closed set of aggregate functions. */
    public enum Function {
        COUNT,
        SUM,
        AVG,
        MIN,
        MAX
    }

    public Aggregate(Function function, @Nullable Expression argument) {
        this(function, argument, false);
    }
}
