package dev.ilana.testkit.contract.club;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.HasMany;

/** A country, whose key is its code. */
public final class Country extends Model<Country> {

    public static final Table<Country> COUNTRIES = Table.of(Country.class, Country::new);

    public static final Column<Country, String> CODE = COUNTRIES.key(COUNTRIES.string("code"));
    public static final Column<Country, String> NAME = COUNTRIES.string("name").fillable();

    public static final HasMany<Country, Account> ACCOUNTS = COUNTRIES.hasMany("accounts", () -> Account.COUNTRY);

    public static final HasMany<Country, Visit> VISITS = COUNTRIES.hasMany("visits", () -> Visit.COUNTRY);

    public Country() {
        super(COUNTRIES);
    }
}
