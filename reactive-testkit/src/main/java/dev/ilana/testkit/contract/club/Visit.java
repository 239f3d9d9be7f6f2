package dev.ilana.testkit.contract.club;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;

/** A visit, counted in a database of its own. */
public final class Visit extends Model<Visit> {

    public static final Table<Visit> VISITS = Table.of(Visit.class, Visit::new).connection("visits");

    public static final Column<Visit, Long> ID = VISITS.id();
    public static final Column<Visit, String> PAGE =
            VISITS.string("page").fillable().unique();

    public Visit() {
        super(VISITS);
    }
}
