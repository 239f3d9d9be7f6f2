package dev.ilana.testkit.contract.club;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;

/** A country, whose key is its code. */
public final class Country extends Model<Country> {

    public static final Table<Country> COUNTRIES = Table.of(Country.class, Country::new);

    public static final Column<Country, String> CODE = COUNTRIES.key(COUNTRIES.string("code"));
    public static final Column<Country, String> NAME = COUNTRIES.string("name").fillable();

    public Country() {
        super(COUNTRIES);
    }
}
