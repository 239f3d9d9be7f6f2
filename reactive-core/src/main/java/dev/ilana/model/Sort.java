package dev.ilana.model;

import dev.ilana.sql.Order;

/**
 * A sort key of a model's rows, such as {@code NAME.asc()}.
 *
 * @param <M> the model
 */
public final class Sort<M extends Model<M>> {

    private final Order order;

    Sort(Order order) {
        this.order = order;
    }

    Order order() {
        return order;
    }

    /** The same, with nulls before the others. */
    public Sort<M> nullsFirst() {
        return new Sort<>(new Order(order.expression(), order.direction(), Order.Nulls.FIRST));
    }

    /** The same, with nulls after the others. */
    public Sort<M> nullsLast() {
        return new Sort<>(new Order(order.expression(), order.direction(), Order.Nulls.LAST));
    }
}
