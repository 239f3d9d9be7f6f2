package dev.ilana.testkit.contract.music;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.CompositeKey;
import dev.ilana.model.Model;
import dev.ilana.relation.BelongsTo;
import dev.ilana.relation.BelongsToMany;
import dev.ilana.relation.HasMany;
import java.util.List;

/** One of an album's discs, told by the album and its number. Whoever writes it touches the album. */
public final class Disc extends Model<Disc> {

    public static final Table<Disc> DISCS = Table.of(Disc.class, Disc::new);

    public static final Column<Disc, Long> ALBUM_ID = DISCS.foreignId("album_id");
    public static final Column<Disc, Integer> NUMBER = DISCS.integer("number");
    public static final CompositeKey<Disc> KEY = DISCS.keys(ALBUM_ID, NUMBER);
    public static final Column<Disc, String> COLOUR = DISCS.string("colour").fillable();

    public static final BelongsTo<Disc, Album> ALBUM =
            DISCS.belongsTo("album", ALBUM_ID, () -> Album.ALBUMS).touches();
    public static final HasMany<Disc, Track> TRACKS = DISCS.hasMany("tracks", () -> Track.DISC_KEY);
    public static final BelongsToMany<Disc, Tag> TAGS = DISCS.belongsToMany(
            "tags", "disc_tag", List.of("album_id", "disc_number"), List.of("tag_id"), () -> Tag.TAGS);

    public Disc() {
        super(DISCS);
    }

    public static Disc of(Album album, int number) {
        return ALBUM.associate(new Disc().set(NUMBER, number).set(COLOUR, "black"), album);
    }
}
