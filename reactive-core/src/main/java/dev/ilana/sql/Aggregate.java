package dev.ilana.sql;

import org.jspecify.annotations.Nullable;

/**
 * A function over the rows of a group; {@code count} without an argument counts rows.
 *
 * @param type that of the argument, where it is known
 */
public record Aggregate(
        Function function,
        @Nullable Expression argument,
        boolean distinct,
        @Nullable SqlType type) implements Expression {

    /** The closed set of aggregate functions. */
    public enum Function {
        COUNT,
        SUM,
        AVG,
        MIN,
        MAX
    }

    public Aggregate(Function function, @Nullable Expression argument) {
        this(function, argument, false, null);
    }

    public Aggregate(Function function, Expression argument, SqlType type) {
        this(function, argument, false, type);
    }

    /** How many different values the argument has. */
    public static Aggregate countDistinct(Expression argument) {
        return new Aggregate(Function.COUNT, argument, true, null);
    }
}
