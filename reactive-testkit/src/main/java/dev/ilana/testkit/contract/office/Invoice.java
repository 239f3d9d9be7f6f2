package dev.ilana.testkit.contract.office;

import dev.ilana.Table;
import dev.ilana.connection.Tenant;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.BelongsToMany;
import dev.ilana.relation.HasMany;

/** An invoice, which is in the schema of its company. */
public final class Invoice extends Model<Invoice> {

    public static final Table<Invoice> INVOICES =
            Table.of(Tenant.SCHEMA + ".invoices", Invoice::new).timestamps();

    public static final Column<Invoice, Long> ID = INVOICES.id();
    public static final Column<Invoice, String> NUMBER =
            INVOICES.string("number").fillable();

    public static final HasMany<Invoice, InvoiceLine> LINES = INVOICES.hasMany("lines", () -> InvoiceLine.INVOICE_ID);
    public static final BelongsToMany<Invoice, Invoice> COPIES = INVOICES.belongsToMany(
            "copies", Tenant.SCHEMA + ".invoice_copies", "invoice_id", "copy_id", () -> Invoice.INVOICES);

    public Invoice() {
        super(INVOICES);
    }

    public static Invoice numbered(String number) {
        return new Invoice().set(NUMBER, number);
    }
}
