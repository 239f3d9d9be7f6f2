package dev.ilana.testkit.contract.music;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.BelongsToMany;

/** A word that bands and albums are found by. */
public final class Tag extends Model<Tag> {

    public static final Table<Tag> TAGS = Table.of(Tag.class, Tag::new);

    public static final Column<Tag, Long> ID = TAGS.id();
    public static final Column<Tag, String> WORD = TAGS.string("word").fillable();

    public static final BelongsToMany<Tag, Band> BANDS =
            TAGS.morphedByMany("bands", "taggables", "taggable", () -> Band.BANDS);
    public static final BelongsToMany<Tag, Album> ALBUMS =
            TAGS.morphedByMany("albums", "taggables", "taggable", () -> Album.ALBUMS);

    public Tag() {
        super(TAGS);
    }

    public String word() {
        return get(WORD);
    }
}
