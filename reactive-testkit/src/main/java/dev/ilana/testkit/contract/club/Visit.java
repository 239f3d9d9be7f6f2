package dev.ilana.testkit.contract.club;

import static dev.ilana.validation.Rules.unique;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.BelongsTo;

/** A visit, counted in a database of its own. */
public final class Visit extends Model<Visit> {

    public static final Table<Visit> VISITS = Table.of(Visit.class, Visit::new).connection("visits");

    public static final Column<Visit, Long> ID = VISITS.id();
    public static final Column<Visit, String> PAGE =
            VISITS.string("page").fillable().unique();

    public static final Column<Visit, String> VISITOR =
            VISITS.string("visitor").nullable().rules(unique());
    public static final Column<Visit, String> COUNTRY =
            VISITS.string("country_code").nullable();
    public static final BelongsTo<Visit, Country> FROM = VISITS.belongsTo("from", COUNTRY, () -> Country.COUNTRIES);

    public Visit() {
        super(VISITS);
    }
}
