package dev.ilana.examples.spring;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;

/** What somebody has bought. */
public final class Order extends Model<Order> {

    public static final Table<Order> ORDERS = Table.of("orders", Order::new).timestamps();

    public static final Column<Order, Long> ID = ORDERS.id();
    public static final Column<Order, String> ARTICLE = ORDERS.string("article");
    public static final Column<Order, Integer> PIECES = ORDERS.integer("pieces");

    public Order() {
        super(ORDERS);
    }

    static Order of(String article, int pieces) {
        return new Order().set(ARTICLE, article).set(PIECES, pieces);
    }

    public String article() {
        return get(ARTICLE);
    }

    public int pieces() {
        return get(PIECES);
    }
}
