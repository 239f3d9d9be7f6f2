package dev.ilana.testkit.contract.music;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.CompositeKey;
import dev.ilana.model.Model;
import dev.ilana.relation.BelongsTo;

/** A musician's place in a band: the row of the pivot table as a model. */
public final class Seat extends Model<Seat> {

    public static final Table<Seat> SEATS = Table.of("band_musician", Seat::new).timestamps();

    public static final Column<Seat, Long> BAND_ID = SEATS.foreignId("band_id");
    public static final Column<Seat, Long> MUSICIAN_ID = SEATS.foreignId("musician_id");
    public static final CompositeKey<Seat> KEY = SEATS.keys(BAND_ID, MUSICIAN_ID);
    public static final Column<Seat, String> INSTRUMENT =
            SEATS.string("instrument").nullable();
    public static final Column<Seat, Integer> SINCE = SEATS.integer("since").nullable();

    public static final BelongsTo<Seat, Band> BAND = SEATS.belongsTo("band", BAND_ID, () -> Band.BANDS);

    public Seat() {
        super(SEATS);
    }
}
