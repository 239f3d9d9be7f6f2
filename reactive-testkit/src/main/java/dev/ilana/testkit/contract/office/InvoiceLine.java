package dev.ilana.testkit.contract.office;

import dev.ilana.Table;
import dev.ilana.connection.Tenant;
import dev.ilana.model.Column;
import dev.ilana.model.Model;

/** A line of an invoice. */
public final class InvoiceLine extends Model<InvoiceLine> {

    public static final Table<InvoiceLine> LINES = Table.of(Tenant.SCHEMA + ".invoice_lines", InvoiceLine::new);

    public static final Column<InvoiceLine, Long> ID = LINES.id();
    public static final Column<InvoiceLine, Long> INVOICE_ID = LINES.foreignId("invoice_id");
    public static final Column<InvoiceLine, Integer> AMOUNT =
            LINES.integer("amount").fillable();

    public InvoiceLine() {
        super(LINES);
    }
}
