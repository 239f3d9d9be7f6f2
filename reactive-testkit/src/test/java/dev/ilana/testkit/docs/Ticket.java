package dev.ilana.testkit.docs;

import dev.ilana.Table;
import dev.ilana.connection.Tenant;
import dev.ilana.model.Column;
import dev.ilana.model.Model;

// tag::define
public final class Ticket extends Model<Ticket> {
    public static final Table<Ticket> TICKETS = Table.of(Tenant.SCHEMA + ".tickets", Ticket::new);

    public static final Column<Ticket, Long> ID = TICKETS.id();

    public Ticket() {
        super(TICKETS);
    }
}
// end::define
