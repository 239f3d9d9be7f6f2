package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.music.Disc.DISCS;
import static dev.ilana.testkit.contract.music.Disc.TRACKS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.Table;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.testkit.contract.music.Album;
import dev.ilana.testkit.contract.music.Band;
import dev.ilana.testkit.contract.music.Disc;
import dev.ilana.testkit.contract.music.Tag;
import dev.ilana.testkit.contract.music.Track;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Relations by keys of several columns. */
public interface CompositeRelationContract extends MusicContract {

    /** An album of three discs; one has two tracks, one has three, one has none, and one track is on no disc. */
    @Override
    default void rows(Runner run) {
        Album album = run.get(
                Album.of(run.get(Band.named("Low").save()), "Double", 1999).save());
        List<Disc> discs = run.list(DISCS.insertMany(Flux.range(1, 3).map(n -> Disc.of(album, n))));
        run.list(TRACKS.of(discs.get(0)).saveMany(List.of(Track.named("a"), Track.named("b"))));
        run.list(TRACKS.of(discs.get(1)).saveMany(List.of(Track.named("c"), Track.named("d"), Track.named("e"))));
        run.get(Track.named("lost").save());
        run.get(Track.named("half lost").set(Track.DISC_NUMBER, 1).save());
    }

    private static Disc disc(Runner run, int number) {
        return run.get(DISCS.where(Disc.NUMBER.eq(number)).sole());
    }

    @Test
    @Feature({"10.1", "11.1"})
    default void rowsThatPointByTwoColumnsAreLoadedByOneStatement(Runner run) {
        List<Disc> discs = run.list(DISCS.with(TRACKS, tracks -> tracks.orderBy(Track.TITLE))
                .orderBy(Disc.NUMBER)
                .get());

        assertThat(run.statements()).hasSize(2);
        assertThat(discs.get(0).get(TRACKS)).extracting(Track::title).containsExactly("a", "b");
        assertThat(discs.get(1).get(TRACKS)).extracting(Track::title).containsExactly("c", "d", "e");
        assertThat(discs.get(2).get(TRACKS)).isEmpty();
    }

    @Test
    @Feature({"10.1", "11.1"})
    default void aRowIsFoundByTwoColumnsAndByANullInOneOfThemNot(Runner run) {
        List<Track> tracks =
                run.list(Track.TRACKS.with(Track.DISC).orderBy(Track.ID).get());

        assertThat(run.statements()).hasSize(2);
        assertThat(tracks.get(0).get(Track.DISC).get(Disc.NUMBER)).isEqualTo(1);
        assertThat(tracks.get(4).get(Track.DISC).get(Disc.NUMBER)).isEqualTo(2);
        assertThat(tracks.get(5).get(Track.DISC)).isNull();
        assertThat(tracks.get(6).get(Track.DISC)).isNull();
        run.forgetStatements();
        assertThat(run.list(Track.DISC.of(tracks.get(6)).get())).isEmpty();
        assertThat(run.statements()).as("a key with a null finds nothing").isEmpty();
    }

    @Test
    @Feature({"11.1", "8.5"})
    default void aLimitCountsForEachKeyOfTwoColumns(Runner run) {
        List<Disc> discs = run.list(
                DISCS.with(TRACKS, tracks -> tracks.orderByDesc(Track.TITLE).limit(2))
                        .orderBy(Disc.NUMBER)
                        .get());

        assertThat(discs.get(0).get(TRACKS)).extracting(Track::title).containsExactly("b", "a");
        assertThat(discs.get(1).get(TRACKS)).extracting(Track::title).containsExactly("e", "d");
    }

    @Test
    @Feature("10.5")
    default void theLatestOfRowsThatAreToldByTwoColumns(Runner run) {
        Album album = run.get(Album.ALBUMS.with(Album.LAST_DISC).sole());

        assertThat(album.get(Album.LAST_DISC).get(Disc.NUMBER)).isEqualTo(3);
    }

    @Test
    @Feature({"10.5", "11.1"})
    default void rowsAreAskedAndCountedByTwoColumns(Runner run) {
        assertThat(run.list(DISCS.query().has(TRACKS).orderBy(Disc.NUMBER).pluck(Disc.NUMBER)))
                .containsExactly(1, 2);
        assertThat(run.list(DISCS.query().has(TRACKS, ">", 2).pluck(Disc.NUMBER)))
                .containsExactly(2);
        assertThat(run.list(DISCS.query().withCount(TRACKS).orderBy(Disc.NUMBER).get()))
                .extracting(disc -> disc.countOf(TRACKS))
                .containsExactly(2L, 3L, 0L);
        assertThat(run.list(Track.TRACKS
                        .query()
                        .whereBelongsTo(Track.DISC, disc(run, 2))
                        .pluck(Track.TITLE)))
                .containsExactlyInAnyOrder("c", "d", "e");
        assertThat(run.list(Track.TRACKS.query().doesntHave(Track.DISC).pluck(Track.TITLE)))
                .containsExactlyInAnyOrder("lost", "half lost");
    }

    @Test
    @Feature("4.3")
    default void bothColumnsAreWritten(Runner run) {
        Disc third = disc(run, 3);
        Track made = run.get(TRACKS.of(third).create(Track.TITLE.to("new")));
        assertThat(made.get(Track.ALBUM_ID)).isEqualTo(third.get(Disc.ALBUM_ID));
        assertThat(made.get(Track.DISC_NUMBER)).isEqualTo(3);

        run.get(Track.DISC.associate(made, disc(run, 1)).save());
        assertThat(run.get(TRACKS.of(disc(run, 1)).count())).isEqualTo(3);

        run.get(Track.DISC.dissociate(made).save());
        Track fresh = run.get(made.fresh());
        assertThat(fresh.get(Track.ALBUM_ID)).isNull();
        assertThat(fresh.get(Track.DISC_NUMBER)).isNull();
    }

    @Test
    @Feature({"10.1", "4.3"})
    default void aPivotTablePointsByTwoColumns(Runner run) {
        List<Tag> tags =
                run.list(Tag.TAGS.insertMany(Flux.just("rare", "red").map(word -> new Tag().set(Tag.WORD, word))));
        List<?> ids = tags.stream().map(Tag::getKey).toList();
        run.get(Disc.TAGS.of(disc(run, 1)).attach(ids));
        run.get(Disc.TAGS.of(disc(run, 2)).attach(ids.subList(0, 1)));
        run.forgetStatements();

        List<Disc> discs = run.list(DISCS.with(Disc.TAGS, words -> words.orderBy(Tag.WORD))
                .orderBy(Disc.NUMBER)
                .get());

        assertThat(run.statements()).hasSize(2);
        assertThat(discs.get(0).get(Disc.TAGS)).extracting(Tag::word).containsExactly("rare", "red");
        assertThat(discs.get(1).get(Disc.TAGS)).extracting(Tag::word).containsExactly("rare");
        assertThat(discs.get(2).get(Disc.TAGS)).isEmpty();
        assertThat(run.get(Disc.TAGS.of(discs.get(0)).sync(ids.subList(1, 2))).detached())
                .containsExactly(ids.get(0));
        assertThat(run.get(Disc.TAGS.of(discs.get(1)).count())).isEqualTo(1);
    }

    @Test
    @Feature("11.1")
    default void thousandsOfKeysOfTwoColumnsFitIntoStatements(Runner run) {
        Album album = run.get(Album.ALBUMS.query().sole());
        run.get(DISCS.bulkInsert(
                IntStream.rangeClosed(4, 3_000).mapToObj(n -> Disc.of(album, n)).toList()));
        run.get(TRACKS.of(disc(run, 2_999)).create(Track.TITLE.to("last")));
        run.forgetStatements();

        List<Disc> discs = run.list(DISCS.with(TRACKS).get());

        assertThat(discs.stream().mapToInt(disc -> disc.get(TRACKS).size()).sum())
                .isEqualTo(6);
        assertThat(run.statements()).hasSizeLessThan(10);
    }

    @Test
    @Feature("10.1")
    default void aKeyThatIsPointedAtByTooFewColumnsIsRefused(Runner run) {
        Table<Track> table = Table.of("tracks", Track::new);
        var wrong = table.belongsTo("disc", table.foreignId("album_id"), () -> DISCS);

        assertThatThrownBy(() -> table.query().with(wrong))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("a relation needs as many on the one side as on the other");
    }
}
