package dev.ilana.testkit.docs;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;

/** What a company is owed. */
// tag::define
public final class Invoice extends Model<Invoice> {
    public static final Table<Invoice> INVOICES = Table.of("invoices", Invoice::new);

    public static final Column<Invoice, Long> ID = INVOICES.id();
    public static final Column<Invoice, String> COMPANY = INVOICES.tenant(INVOICES.string("company"));
    public static final Column<Invoice, Integer> AMOUNT = INVOICES.integer("amount");

    public Invoice() {
        super(INVOICES);
    }
}
// end::define
