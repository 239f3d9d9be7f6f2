package dev.ilana.sql;

import java.util.List;

/** A function of this list with its arguments. */
public record Call(Function function, List<Expression> arguments) implements Expression {

    /** The closed set of functions; those from {@code ROW_NUMBER} on stand only before {@code over}. */
    public enum Function {
        LOWER,
        UPPER,
        LENGTH,
        ABS,
        COALESCE,
        RANDOM,
        ROW_NUMBER,
        RANK,
        DENSE_RANK,
        NTILE,
        LAG,
        LEAD,
        FIRST_VALUE,
        LAST_VALUE
    }

    public Call {
        arguments = List.copyOf(arguments);
    }
}
