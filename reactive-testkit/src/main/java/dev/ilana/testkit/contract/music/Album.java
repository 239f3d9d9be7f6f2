package dev.ilana.testkit.contract.music;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.BelongsTo;
import dev.ilana.relation.BelongsToMany;
import dev.ilana.relation.HasMany;
import dev.ilana.relation.HasOne;
import dev.ilana.relation.HasOneThrough;
import java.math.BigDecimal;

/** A record; one that is not out yet is under a global scope. */
public final class Album extends Model<Album> {

    public static final Table<Album> ALBUMS =
            Table.of(Album.class, Album::new).timestamps().globalScope("out", albums -> albums.where("out", true));

    public static final Column<Album, Long> ID = ALBUMS.id();
    public static final Column<Album, Long> BAND_ID = ALBUMS.foreignId("band_id");
    public static final Column<Album, String> TITLE = ALBUMS.string("title").fillable();
    public static final Column<Album, Integer> YEAR =
            ALBUMS.integer("year").fillable().defaultTo(2000);
    public static final Column<Album, BigDecimal> PRICE =
            ALBUMS.decimal("price").fillable().defaultTo(BigDecimal.TEN);
    public static final Column<Album, Boolean> OUT = ALBUMS.bool("out").defaultTo(true);

    public static final BelongsTo<Album, Band> BAND =
            ALBUMS.belongsTo("band", BAND_ID, () -> Band.BANDS).withDefault(album -> Band.named("parted"));
    public static final HasOneThrough<Album, Band, Label> LABEL = ALBUMS.hasOneThrough("label", BAND, () -> Band.LABEL);
    public static final HasMany<Album, Disc> DISCS = ALBUMS.hasMany("discs", () -> Disc.ALBUM_ID);
    public static final HasOne<Album, Disc> LAST_DISC =
            ALBUMS.hasOne("lastDisc", () -> Disc.ALBUM_ID).latestOfMany(() -> Disc.NUMBER);
    public static final HasMany<Album, Review> REVIEWS = ALBUMS.morphMany("reviews", () -> Review.SUBJECT);
    public static final BelongsToMany<Album, Tag> TAGS =
            ALBUMS.morphToMany("tags", "taggables", "taggable", () -> Tag.TAGS);

    public Album() {
        super(ALBUMS);
    }

    public static Album of(Band band, String title, int year) {
        return BAND.associate(new Album().set(TITLE, title).set(YEAR, year), band);
    }

    public String title() {
        return get(TITLE);
    }
}
