package dev.ilana.testkit.contract.music;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.BelongsTo;
import dev.ilana.relation.HasOneThrough;

/** An evening. Its band is always loaded, and known by the name of its model only. */
public final class Concert extends Model<Concert> {

    public static final Table<Concert> CONCERTS =
            Table.of(Concert.class, Concert::new).alwaysWith("band");

    public static final Column<Concert, Long> ID = CONCERTS.id();
    public static final Column<Concert, Long> BAND_ID = CONCERTS.foreignId("band_id");
    public static final Column<Concert, String> CITY = CONCERTS.string("city").fillable();

    public static final BelongsTo<Concert, Band> BAND = CONCERTS.belongsTo("band", BAND_ID, "Band");
    public static final HasOneThrough<Concert, Band, Label> LABEL =
            CONCERTS.hasOneThrough("label", BAND, () -> Band.LABEL);

    public Concert() {
        super(CONCERTS);
    }

    public String city() {
        return get(CITY);
    }
}
