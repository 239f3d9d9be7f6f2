package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.music.Band.ALBUMS;
import static dev.ilana.testkit.contract.music.Band.BANDS;
import static dev.ilana.testkit.contract.music.Band.LABEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.DatabaseException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.MassAssignmentException;
import dev.ilana.model.Collection;
import dev.ilana.testkit.contract.music.Album;
import dev.ilana.testkit.contract.music.Band;
import dev.ilana.testkit.contract.music.Disc;
import dev.ilana.testkit.contract.music.Label;
import dev.ilana.testkit.contract.music.Review;
import dev.ilana.testkit.contract.music.Track;
import dev.ilana.testkit.database.Runner;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Rows are written through the relations of others. */
public interface RelationWriteContract extends MusicContract {

    @Override
    default void rows(Runner run) {
        Band low = run.get(Band.named("Low").save());
        Band can = run.get(Band.named("Can").save());
        run.get(Album.of(low, "Hope", 1994).save());
        run.get(Album.of(can, "Soon", 1973).save());
    }

    private static Band low(Runner run) {
        return run.get(BANDS.where(Band.NAME.eq("Low")).sole());
    }

    @Test
    @Feature({"4.3", "10.4"})
    default void newRowsPointAtTheirParent(Runner run) {
        Band low = low(run);

        assertThat(ALBUMS.of(low).make(Album.TITLE.to("made")).get(Album.BAND_ID))
                .isEqualTo(low.getKey());
        run.get(ALBUMS.of(low).create(Album.TITLE.to("typed")));
        run.get(ALBUMS.of(low).create(Map.of("title", "named")));
        run.list(ALBUMS.of(low).createMany(List.of(Map.of("title", "a"), Map.of("title", "b"))));
        run.get(ALBUMS.of(low).save(new Album().set(Album.TITLE, "saved")));

        assertThat(run.list(ALBUMS.of(low).orderBy(Album.ID).pluck(Album.TITLE)))
                .containsExactly("Hope", "typed", "named", "a", "b", "saved");
        assertThat(run.error(ALBUMS.of(low).create(Map.of("band_id", 7L)))).isInstanceOf(MassAssignmentException.class);
    }

    @Test
    @Feature("4.3")
    default void manyAreSavedOrNone(Runner run) {
        Band low = low(run);

        assertThat(run.error(ALBUMS.of(low)
                        .createMany(List.of(Map.of("title", "fits"), Map.of("title", "x".repeat(5_000))))
                        .collectList()))
                .isInstanceOf(DatabaseException.class);
        assertThat(run.get(ALBUMS.of(low).count())).isEqualTo(1);
        Album moved = run.get(Album.ALBUMS.where(Album.TITLE.eq("Soon")).sole());
        run.list(ALBUMS.of(low).saveMany(List.of(moved, new Album().set(Album.TITLE, "new"))));
        assertThat(run.get(ALBUMS.of(low).count())).isEqualTo(3);
    }

    @Test
    @Feature("4.3")
    default void oneIsFoundAmongTheParentsOwnOrMade(Runner run) {
        Band low = low(run);

        assertThat(run.get(ALBUMS.of(low).firstOrCreate(Map.of("title", "Hope"), Map.of("year", 1)))
                        .get(Album.YEAR))
                .isEqualTo(1994);
        Album made = run.get(ALBUMS.of(low).firstOrCreate(Map.of("title", "Soon"), Map.of("year", 2001)));
        assertThat(made.get(Album.BAND_ID))
                .as("that of the other band is not found")
                .isEqualTo(low.getKey());
        assertThat(run.get(ALBUMS.of(low).updateOrCreate(List.of(Album.TITLE.to("Soon")), List.of(Album.YEAR.to(2002))))
                        .getKey())
                .isEqualTo(made.getKey());
        assertThat(run.get(made.fresh()).get(Album.YEAR)).isEqualTo(2002);
        Album fresh = run.get(ALBUMS.of(low).firstOrNew(Map.of("title", "Later"), Map.of("year", 2030)));
        assertThat(fresh.isStored()).isFalse();
        assertThat(fresh.get(Album.BAND_ID)).isEqualTo(low.getKey());
        assertThat(run.get(ALBUMS.of(low).updateOrCreate(Map.of("title", "Never"), Map.of("year", 2031)))
                        .get(Album.BAND_ID))
                .isEqualTo(low.getKey());
    }

    @Test
    @Feature({"4.3", "10.4"})
    default void theRowsOfOneParentAreWrittenAndRemovedTogether(Runner run) {
        Band low = low(run);
        run.get(ALBUMS.of(low).create(Map.of("title", "Trust")));

        assertThat(run.get(ALBUMS.of(low).update(Album.YEAR.to(2020)))).isEqualTo(2);
        assertThat(run.get(Album.ALBUMS.where(Album.YEAR.eq(2020)).count())).isEqualTo(2);
        assertThat(run.get(ALBUMS.of(low).delete())).isEqualTo(2);
        assertThat(run.list(Album.ALBUMS.query().pluck(Album.TITLE))).containsExactly("Soon");
    }

    @Test
    @Feature("4.3")
    default void aRowIsMadeToPointElsewhereAndNowhere(Runner run) {
        Label one = run.get(Label.LABELS.create(Map.of("name", "One")));
        Band low = low(run);

        run.get(LABEL.associate(low, one).save());
        assertThat(low.get(LABEL)).isSameAs(one);
        assertThat(run.get(Label.BANDS.of(one).count())).isEqualTo(1);
        run.get(LABEL.dissociate(low).save());
        assertThat(low.get(LABEL)).isNull();
        assertThat(run.get(Label.BANDS.of(one).count())).isZero();
        run.forgetStatements();
        assertThat(run.list(LABEL.of(low).get())).isEmpty();
        assertThat(run.statements()).as("what points nowhere is not asked for").isEmpty();
        assertThatThrownBy(() -> LABEL.associate(low, new Label()))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("labels#new has no key yet; save it first");
    }

    @Test
    @Feature("10.5")
    default void aRowTouchesTheOneItPointsAt(Runner run) {
        Album hope = run.get(Album.ALBUMS.where(Album.TITLE.eq("Hope")).sole());
        Instant before = Instant.parse("2001-02-03T04:05:06Z");
        run.get(Album.ALBUMS
                .whereKey(hope.get(Album.ID))
                .update(Album.ALBUMS.updatedAt().to(before)));

        Disc disc = run.get(Disc.of(hope, 1).save());
        Instant afterInsert = run.get(hope.fresh()).get(Album.ALBUMS.updatedAt());
        assertThat(afterInsert).isAfter(before);

        run.get(Album.ALBUMS
                .whereKey(hope.get(Album.ID))
                .update(Album.ALBUMS.updatedAt().to(before)));
        run.get(disc.set(Disc.COLOUR, "red").save());
        assertThat(run.get(hope.fresh()).get(Album.ALBUMS.updatedAt())).isAfter(before);

        run.get(Album.ALBUMS
                .whereKey(hope.get(Album.ID))
                .update(Album.ALBUMS.updatedAt().to(before)));
        run.get(disc.save());
        assertThat(run.get(hope.fresh()).get(Album.ALBUMS.updatedAt()))
                .as("nothing was written")
                .isEqualTo(before);
        run.get(disc.delete());
        assertThat(run.get(hope.fresh()).get(Album.ALBUMS.updatedAt())).isAfter(before);
        assertThat(run.list(Album.ALBUMS.where(Album.TITLE.eq("Soon")).get()))
                .allSatisfy(soon ->
                        assertThat(soon.get(Album.ALBUMS.updatedAt())).isEqualTo(soon.get(Album.ALBUMS.createdAt())));
    }

    @Test
    @Feature({"4.1", "4.3"})
    default void aPushStoresNewModelsWithTheNewOnesTheyPointAt(Runner run) {
        Disc disc = new Disc().set(Disc.NUMBER, 1).set(Disc.COLOUR, "blue");
        Album album = new Album().set(Album.TITLE, "Debut").setRelation(Album.DISCS, Collection.make(disc));
        album.setRelation(Album.REVIEWS, Collection.make(Review.of(5, "fine")));
        Label label = new Label().set(Label.NAME, "New");
        Band band = Band.named("New")
                .setRelation(LABEL, label)
                .setRelation(ALBUMS, Collection.make(album))
                .setRelation(Band.BEST, Review.of(4, "good"));
        disc.setRelation(Disc.TRACKS, Collection.make(Track.named("first")));

        assertThat(run.get(band.push())).isSameAs(band);

        Band stored = run.get(BANDS.with("label", "albums.discs.tracks", "albums.reviews", "best")
                .where(Band.NAME.eq("New"))
                .sole());
        assertThat(stored.get(LABEL).get(Label.NAME)).isEqualTo("New");
        Album debut = stored.get(ALBUMS).get(0);
        assertThat(debut.get(Album.DISCS).get(0).get(Disc.TRACKS).get(0).title())
                .isEqualTo("first");
        assertThat(debut.get(Album.REVIEWS)).extracting(Review::body).containsExactly("fine");
        assertThat(stored.get(Band.BEST).body()).isEqualTo("good");
        run.forgetStatements();
        run.get(band.push());
        assertThat(run.statements()).as("nothing is dirty").isEmpty();
    }

    @Test
    @Feature({"4.1", "4.3"})
    default void aPushLeavesWhereAStoredModelPoints(Runner run) {
        Band low = run.get(BANDS.with(ALBUMS).where(Band.NAME.eq("Low")).sole());
        Band can = run.get(BANDS.where(Band.NAME.eq("Can")).sole());
        Album hope = low.get(ALBUMS).get(0);
        hope.set(Album.BAND_ID, can.get(Band.ID));

        run.get(low.push());

        assertThat(run.get(hope.fresh()).get(Album.BAND_ID)).isEqualTo(can.getKey());
    }
}
