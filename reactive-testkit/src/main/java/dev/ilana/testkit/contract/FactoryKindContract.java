package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.model.Model;
import dev.ilana.testkit.contract.music.Album;
import dev.ilana.testkit.contract.music.Band;
import dev.ilana.testkit.contract.music.Disc;
import dev.ilana.testkit.contract.music.Label;
import dev.ilana.testkit.contract.music.Musician;
import dev.ilana.testkit.contract.music.Review;
import dev.ilana.testkit.contract.music.Tag;
import dev.ilana.testkit.contract.music.Track;
import dev.ilana.testkit.database.Runner;
import dev.ilana.testkit.factory.Factory;
import dev.ilana.testkit.factory.FactoryOfMany;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Factories make what models are related to by every kind of relation, one by one and in batches. */
public interface FactoryKindContract extends MusicContract {

    Factory<Label> LABEL = Factory.of(
            Label.LABELS, fake -> new Label().set(Label.NAME, fake.company().name()));
    Factory<Band> BAND =
            Factory.of(Band.BANDS, fake -> Band.named(fake.rockBand().name()));
    Factory<Album> ALBUM = Factory.of(
            Album.ALBUMS, fake -> new Album().set(Album.TITLE, fake.lorem().sentence(2)));
    Factory<Disc> DISC = Factory.of(
            Disc.DISCS, fake -> new Disc().set(Disc.NUMBER, fake.index() + 1).set(Disc.COLOUR, "black"));
    Factory<Track> TRACK = Factory.of(Track.TRACKS, fake -> Track.named("track" + fake.index()));
    Factory<Musician> MUSICIAN =
            Factory.of(Musician.MUSICIANS, fake -> Musician.named(fake.name().fullName()));
    Factory<Review> REVIEW = Factory.of(
            Review.REVIEWS,
            fake -> Review.of(fake.number().numberBetween(1, 5), fake.lorem().sentence(4)));
    Factory<Tag> TAG = Factory.of(Tag.TAGS, fake -> new Tag().set(Tag.WORD, "tag" + fake.sequence()));

    /** One by one, and in batches. */
    private static <M extends Model<M>> List<M> bothWays(Runner run, FactoryOfMany<M> factory) {
        List<M> all = new ArrayList<>(run.list(factory.create()));
        all.addAll(run.list(factory.createInBatches(2)));
        return all;
    }

    @Test
    @Feature("18.1")
    default void rowsOfSeveralTablesAreMadeFor(Runner run) {
        List<Band> bands = bothWays(
                run,
                BAND.has(REVIEW.times(2), Band.REVIEWS)
                        .has(ALBUM.has(REVIEW, Album.REVIEWS), Band.ALBUMS)
                        .times(3));

        assertThat(bands).hasSize(6).allSatisfy(band -> {
            assertThat(band.get(Band.REVIEWS)).hasSize(2);
            assertThat(run.get(Band.REVIEWS.of(band).count())).isEqualTo(2);
            Album album = band.get(Band.ALBUMS).get(0);
            assertThat(run.get(Album.REVIEWS.of(album).count())).isEqualTo(1);
        });
        assertThat(run.get(BAND.has(REVIEW, Band.BEST).create()).get(Band.BEST).get(Review.SUBJECT_TYPE))
                .isEqualTo("band");
    }

    @Test
    @Feature("18.1")
    default void aRowBelongsToOneOfSeveralTables(Runner run) {
        List<Review> ofBands =
                bothWays(run, REVIEW.forParent(BAND, Review.SUBJECT).times(3));
        Album album = run.get(ALBUM.forParent(BAND, Album.BAND).create());
        List<Review> ofOne =
                bothWays(run, REVIEW.forParent(album, Review.SUBJECT).times(2));

        assertThat(ofBands).hasSize(6).allSatisfy(review -> {
            assertThat(review.get(Review.SUBJECT_TYPE)).isEqualTo("band");
            assertThat(review.get(Review.SUBJECT).getKey()).isEqualTo(review.get(Review.SUBJECT_ID));
        });
        assertThat(run.get(Album.REVIEWS.of(album).count())).isEqualTo(4);
        assertThat(ofOne)
                .allSatisfy(review -> assertThat(review.get(Review.SUBJECT)).isSameAs(album));
        assertThat(run.get(Band.BANDS.count())).isEqualTo(7);
        assertThat(run.get(REVIEW.forParent(BAND, "subject")
                                .recycle(run.get(Band.BANDS.query().firstOrFail()))
                                .create())
                        .isStored())
                .isTrue();
        assertThat(run.get(Band.BANDS.count())).as("recycled").isEqualTo(7);
    }

    @Test
    @Feature("18.1")
    default void aTableBetweenGetsItsValues(Runner run) {
        List<Band> bands = bothWays(
                run,
                BAND.hasAttached(MUSICIAN.times(2), Band.MUSICIANS, Map.of("instrument", "flute", "since", 1999))
                        .has(MUSICIAN, Band.DRUMMERS)
                        .has(TAG.times(2), Band.TAGS)
                        .times(3));

        assertThat(bands).hasSize(6).allSatisfy(band -> {
            List<Musician> musicians = run.list(Band.MUSICIANS.of(band).get());
            assertThat(musicians)
                    .hasSize(3)
                    .extracting(each -> Band.MUSICIANS.pivot(each, "instrument", String.class))
                    .containsExactlyInAnyOrder("flute", "flute", "drums");
            assertThat(musicians.get(0).getAttribute("pivot_created_at")).isNotNull();
            assertThat(run.get(Band.DRUMMERS.of(band).query().count())).isEqualTo(1);
            assertThat(run.get(Band.TAGS.of(band).query().count())).isEqualTo(2);
        });
    }

    @Test
    @Feature("18.1")
    default void keysOfSeveralColumnsRelateToo(Runner run) {
        List<Album> albums = bothWays(
                run,
                ALBUM.forParent(BAND, Album.BAND)
                        .has(
                                DISC.has(TRACK.times(3), Disc.TRACKS)
                                        .hasAttached(TAG, Disc.TAGS)
                                        .times(2),
                                Album.DISCS)
                        .times(3));

        assertThat(albums)
                .hasSize(6)
                .allSatisfy(album -> assertThat(album.get(Album.DISCS))
                        .hasSize(2)
                        .allSatisfy(disc -> {
                            assertThat(run.get(Disc.TRACKS.of(disc).count())).isEqualTo(3);
                            assertThat(run.get(Disc.TAGS.of(disc).query().count()))
                                    .isEqualTo(1);
                        }));
        Factory<Disc> ninth = DISC.recycle(albums.get(0)).set(Disc.NUMBER.to(9));
        Track track = run.get(TRACK.forParent(ninth, Track.DISC).create());
        assertThat(track.get(Track.ALBUM_ID)).isEqualTo(albums.get(0).getKey());
        assertThat(track.get(Track.DISC_NUMBER)).isEqualTo(9);
    }

    @Test
    @Feature("18.1")
    default void aRelationThroughOthersIsRefused(Runner run) {
        assertThatThrownBy(() -> {
                    var unused = LABEL.has(ALBUM, Label.ALBUMS);
                })
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage(
                        "labels.albums leads through other models: have a factory make those between, with what they"
                                + " have");
        assertThat(run.get(LABEL.has(BAND.has(ALBUM.times(2), Band.ALBUMS), Label.BANDS)
                                .create())
                        .get(Label.BANDS)
                        .get(0)
                        .get(Band.ALBUMS))
                .hasSize(2);
    }
}
