package dev.ilana.testkit.contract.music;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.CompositeKey;
import dev.ilana.model.Model;
import dev.ilana.relation.BelongsTo;

/** A piece of music: on a disc, or on none. */
public final class Track extends Model<Track> {

    public static final Table<Track> TRACKS = Table.of(Track.class, Track::new);

    public static final Column<Track, Long> ID = TRACKS.id();
    public static final Column<Track, Long> ALBUM_ID =
            TRACKS.foreignId("album_id").nullable();
    public static final Column<Track, Integer> DISC_NUMBER =
            TRACKS.integer("disc_number").nullable();
    public static final CompositeKey<Track> DISC_KEY = TRACKS.foreignKey(ALBUM_ID, DISC_NUMBER);
    public static final Column<Track, String> TITLE = TRACKS.string("title").fillable();
    public static final Column<Track, Integer> SECONDS =
            TRACKS.integer("seconds").fillable().defaultTo(180);

    public static final BelongsTo<Track, Disc> DISC = TRACKS.belongsTo("disc", DISC_KEY, () -> Disc.DISCS);

    public Track() {
        super(TRACKS);
    }

    public static Track named(String title) {
        return new Track().set(TITLE, title);
    }

    public String title() {
        return get(TITLE);
    }
}
