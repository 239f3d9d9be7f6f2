package dev.ilana.sql;

import java.util.List;

/** Several values compared as one, the first before the second: {@code (a, b) < (x, y)}. */
public record RowValue(List<Expression> parts) implements Expression {

    public RowValue {
        parts = List.copyOf(parts);
    }
}
