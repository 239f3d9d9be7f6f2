package dev.ilana.examples.transactions;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import java.util.UUID;

/** A line of the ledger: an order that was carried out. Its key is the order's, so there is none twice. */
public final class Transfer extends Model<Transfer> {

    public static final Table<Transfer> TRANSFERS = Table.of("transfers", Transfer::new);

    public static final Column<Transfer, UUID> ORDER = TRANSFERS.key(TRANSFERS.uuid("order_key"));
    public static final Column<Transfer, Long> SOURCE_ID = TRANSFERS.foreignId("source_id");
    public static final Column<Transfer, Long> TARGET_ID = TRANSFERS.foreignId("target_id");
    public static final Column<Transfer, Long> AMOUNT = TRANSFERS.bigInteger("amount");

    public Transfer() {
        super(TRANSFERS);
    }

    /** The line of that order, not yet stored. */
    public static Transfer of(Order order) {
        return new Transfer()
                .set(ORDER, order.key())
                .set(SOURCE_ID, order.source())
                .set(TARGET_ID, order.target())
                .set(AMOUNT, order.cents());
    }

    /** What it carried out. */
    public Order order() {
        return new Order(get(ORDER), get(SOURCE_ID), get(TARGET_ID), get(AMOUNT));
    }
}
