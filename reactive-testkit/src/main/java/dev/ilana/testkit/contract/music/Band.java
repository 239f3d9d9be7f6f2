package dev.ilana.testkit.contract.music;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.BelongsTo;
import dev.ilana.relation.BelongsToMany;
import dev.ilana.relation.HasMany;
import dev.ilana.relation.HasOne;
import java.math.BigDecimal;

/** A band: softly deleted when it parts, and known as {@code band} where something belongs to rows of several tables. */
public final class Band extends Model<Band> {

    public static final Table<Band> BANDS =
            Table.of(Band.class, Band::new).softDeletes().morphAs("band");

    public static final Column<Band, Long> ID = BANDS.id();
    public static final Column<Band, Long> LABEL_ID =
            BANDS.foreignId("label_id").nullable();
    public static final Column<Band, String> NAME = BANDS.string("name").fillable();

    public static final BelongsTo<Band, Label> LABEL = BANDS.belongsTo("label", LABEL_ID, () -> Label.LABELS);
    public static final HasMany<Band, Album> ALBUMS = BANDS.hasMany("albums", () -> Album.BAND_ID);
    public static final HasOne<Band, Album> LATEST =
            BANDS.hasOne("latest", () -> Album.BAND_ID).latestOfMany(() -> Album.YEAR);
    public static final HasOne<Band, Album> OLDEST =
            BANDS.hasOne("oldest", () -> Album.BAND_ID).oldestOfMany(() -> Album.YEAR);
    public static final HasOne<Band, Album> LATEST_OF_OLD = BANDS.hasOne("latestOfOld", () -> Album.BAND_ID)
            .ofMany(() -> Album.YEAR.desc(), albums -> albums.where(Album.YEAR.lt(2000)));
    public static final HasOne<Band, Album> DEAREST = BANDS.hasOne("dearest", () -> Album.BAND_ID)
            .ofMany(() -> Album.PRICE.desc())
            .withDefault(band ->
                    new Album().set(Album.TITLE, "none of " + band.name()).set(Album.PRICE, BigDecimal.ZERO));

    public static final BelongsToMany<Band, Musician> MUSICIANS = BANDS.<Musician>belongsToMany(
                    "musicians", "band_musician", () -> Musician.MUSICIANS)
            .withPivot("instrument", "since")
            .withTimestamps();
    public static final BelongsToMany<Band, Musician> DRUMMERS = BANDS.<Musician>belongsToMany(
                    "drummers", "band_musician", () -> Musician.MUSICIANS)
            .withPivotValue("instrument", "drums");

    public static final HasMany<Band, Review> REVIEWS = BANDS.morphMany("reviews", () -> Review.SUBJECT);
    public static final HasOne<Band, Review> BEST =
            BANDS.morphOne("best", () -> Review.SUBJECT).latestOfMany(() -> Review.STARS);
    public static final BelongsToMany<Band, Tag> TAGS =
            BANDS.morphToMany("tags", "taggables", "taggable", () -> Tag.TAGS);
    public static final HasMany<Band, Concert> CONCERTS = BANDS.hasMany("concerts", "Concert", "band_id");

    public Band() {
        super(BANDS);
    }

    public static Band named(String name) {
        return new Band().set(NAME, name);
    }

    public String name() {
        return get(NAME);
    }
}
