package dev.ilana.testkit.contract.office;

import static dev.ilana.validation.Rules.unique;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;

/** A desk of a company that is known by its number. */
public final class Desk extends Model<Desk> {

    public static final Table<Desk> DESKS = Table.of("desks", Desk::new);

    public static final Column<Desk, Long> ID = DESKS.id();
    public static final Column<Desk, Long> COMPANY = DESKS.tenant(DESKS.bigInteger("company_id"));
    public static final Column<Desk, String> ROOM = DESKS.string("room").rules(unique());

    public Desk() {
        super(DESKS);
    }
}
