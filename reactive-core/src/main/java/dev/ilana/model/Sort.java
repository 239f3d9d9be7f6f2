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
}
