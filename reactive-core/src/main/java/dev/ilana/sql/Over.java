package dev.ilana.sql;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A function over a window: the rows around each row, within its partition and in that order. */
public record Over(
        Expression function,
        List<Expression> partition,
        List<Order> orders,
        @Nullable Frame frame) implements Expression {

    public Over {
        partition = List.copyOf(partition);
        orders = List.copyOf(orders);
    }

    /**
     * Which rows around the current one.
     *
     * @param from how many rows before it the frame begins, negative for after it; null for the first of all
     * @param to how many rows after it the frame ends, negative for before it; null for the last of all
     */
    public record Frame(@Nullable Long from, @Nullable Long to) {}
}
