package dev.ilana.testkit.contract.music;

import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.HasMany;
import dev.ilana.relation.HasManyThrough;

/** A company that bands are with. */
public final class Label extends Model<Label> {

    public static final Table<Label> LABELS = Table.of(Label.class, Label::new);

    public static final Column<Label, Long> ID = LABELS.id();
    public static final Column<Label, String> NAME = LABELS.string("name").fillable();

    public static final HasMany<Label, Band> BANDS = LABELS.hasMany("bands", () -> Band.LABEL_ID);
    public static final HasManyThrough<Label, Band, Album> ALBUMS =
            LABELS.hasManyThrough("albums", BANDS, () -> Band.ALBUMS);
    public static final HasManyThrough<Label, Band, Musician> MUSICIANS =
            LABELS.hasManyThrough("musicians", BANDS, () -> Band.MUSICIANS);

    public Label() {
        super(LABELS);
    }
}
