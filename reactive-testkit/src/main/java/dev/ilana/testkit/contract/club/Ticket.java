package dev.ilana.testkit.contract.club;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;

/** A ticket; its key is a ULID. */
public final class Ticket extends Model<Ticket> {

    public static final Table<Ticket> TICKETS = Table.of(Ticket.class, Ticket::new);

    public static final Column<Ticket, String> ID = TICKETS.ulidKey();
    public static final Column<Ticket, String> HOLDER = TICKETS.string("holder").fillable();

    public Ticket() {
        super(TICKETS);
    }
}
