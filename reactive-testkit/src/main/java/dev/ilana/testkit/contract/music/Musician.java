package dev.ilana.testkit.contract.music;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.BelongsToMany;

/** Somebody who plays. */
public final class Musician extends Model<Musician> {

    public static final Table<Musician> MUSICIANS = Table.of(Musician.class, Musician::new);

    public static final Column<Musician, Long> ID = MUSICIANS.id();
    public static final Column<Musician, String> NAME = MUSICIANS.string("name").fillable();

    public static final BelongsToMany<Musician, Band> BANDS = MUSICIANS
            .<Band>belongsToMany("bands", "band_musician", () -> Band.BANDS)
            .using(Seat.SEATS);

    public Musician() {
        super(MUSICIANS);
    }

    public static Musician named(String name) {
        return new Musician().set(NAME, name);
    }

    public String name() {
        return get(NAME);
    }
}
