package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.model.Column;
import dev.ilana.schema.build.Schema;
import dev.ilana.testkit.database.Runner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;

/** A contract whose tests each start with an empty table of {@link Order}s. */
interface OrdersContract {

    @BeforeEach
    default void emptyTable(Runner run) {
        Order.KEYS.set(Order.FIRST);
        Schema schema = Schema.on(run.database());
        run.value(schema.dropIfExists("orders").then(schema.create("orders", table -> {
            table.id();
            table.string("level").nullable();
            table.integer("status").nullable();
            table.json("settings").nullable();
            table.json("by_name").nullable();
            table.json("tags").nullable();
            table.json("numbers").nullable();
            table.bigInteger("price").nullable();
            table.bigInteger("price_in_yen").nullable();
            table.bigInteger("took").nullable();
            table.bigInteger("took_seconds").nullable();
            table.string("day").nullable();
            table.bigInteger("seen_at").nullable();
            table.timestamp("sent_at").nullable();
            table.character("token", 36).nullable();
            table.binary("raw_token").nullable();
            table.binary("data").nullable();
            table.doublePrecision("temperature").nullable();
            table.text("secret").nullable();
            table.text("other_secret").nullable();
            table.text("secret_settings").nullable();
            table.text("secret_price").nullable();
            table.text("secret_data").nullable();
            table.string("street").nullable();
            table.string("city").nullable();
            table.string("zip").nullable();
        })));
        run.forgetStatements();
    }

    static Order read(Runner run, Order stored) {
        return run.get(Order.ORDERS.findOrFail(stored.get(Order.ID)));
    }

    static <T> Order stored(Runner run, Column<Order, T> column, @Nullable T value) {
        return run.get(new Order().set(column, value).save());
    }

    static <T> void nulls(Runner run, Column<Order, T> column) {
        Order order = stored(run, column, null);
        assertThat((Object) read(run, order).get(column)).as("null " + column).isNull();
        assertThat(run.get(Order.ORDERS
                        .where(column.isNull().and(Order.ID.eq(order.get(Order.ID))))
                        .count()))
                .isOne();
        run.get(order.forceDelete());
    }
}
