package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.music.Band.BANDS;
import static dev.ilana.testkit.contract.music.Band.DEAREST;
import static dev.ilana.testkit.contract.music.Band.LATEST;
import static dev.ilana.testkit.contract.music.Band.LATEST_OF_OLD;
import static dev.ilana.testkit.contract.music.Band.OLDEST;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.testkit.contract.music.Album;
import dev.ilana.testkit.contract.music.Band;
import dev.ilana.testkit.database.Runner;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** One of many related rows, and what stands for none. */
public interface OfManyContract extends MusicContract {

    /** Low has albums of 1994, 2002 and again 2002, of equal prices but for the first; Can has one, Slint none. */
    @Override
    default void rows(Runner run) {
        List<Band> bands =
                run.list(BANDS.insertMany(Flux.just("Low", "Can", "Slint").map(Band::named)));
        run.list(Album.ALBUMS.insertMany(Flux.just(
                Album.of(bands.get(0), "Hope", 1994).set(Album.PRICE, new BigDecimal("99")),
                Album.of(bands.get(0), "Trust", 2002),
                Album.of(bands.get(0), "Again", 2002),
                Album.of(bands.get(1), "Tago Mago", 1971))));
    }

    @Test
    @Feature("10.5")
    default void theLatestTheOldestAndTheFirstInAnOrder(Runner run) {
        List<Band> bands = run.list(
                BANDS.with(LATEST).with(OLDEST).with(DEAREST).orderBy(Band.ID).get());

        assertThat(run.statements()).hasSize(4);
        Band low = bands.get(0);
        assertThat(low.get(LATEST).title())
                .as("of equal ones that of the greatest key")
                .isEqualTo("Again");
        assertThat(low.get(OLDEST).title()).isEqualTo("Hope");
        assertThat(low.get(DEAREST).title()).isEqualTo("Hope");
        assertThat(bands.get(1).get(LATEST).title()).isEqualTo("Tago Mago");
        assertThat(bands.get(2).get(LATEST)).isNull();
    }

    @Test
    @Feature("10.5")
    default void theFirstMayBeThatOfSomeOnly(Runner run) {
        List<Band> bands = run.list(BANDS.with(LATEST_OF_OLD).orderBy(Band.ID).get());

        assertThat(bands.get(0).get(LATEST_OF_OLD).title()).isEqualTo("Hope");
        assertThat(bands.get(2).get(LATEST_OF_OLD)).isNull();
        assertThat(run.get(LATEST_OF_OLD.of(bands.get(0)).sole()).title()).isEqualTo("Hope");
    }

    @Test
    @Feature("10.5")
    default void itIsTheSameForOneParent(Runner run) {
        Band low = run.get(BANDS.where(Band.NAME.eq("Low")).sole());

        assertThat(run.get(LATEST.of(low).sole()).title()).isEqualTo("Again");
        assertThat(run.get(OLDEST.of(low).sole()).title()).isEqualTo("Hope");
        assertThat(run.get(low.load(LATEST)).get(LATEST).title()).isEqualTo("Again");
    }

    @Test
    @Feature("10.5")
    default void conditionsAreOnTheOneAndNotOnWhoIsIt(Runner run) {
        assertThat(run.list(BANDS.query()
                        .whereHas(LATEST, albums -> albums.where(Album.TITLE.eq("Trust")))
                        .get()))
                .as("it has such an album, but it is not the latest")
                .isEmpty();
        assertThat(run.list(BANDS.query()
                        .whereHas(LATEST, albums -> albums.where(Album.YEAR.gt(2000)))
                        .pluck(Band.NAME)))
                .containsExactly("Low");
        assertThat(run.get(BANDS.query().withCount(LATEST).orderBy(Band.ID).first())
                        .countOf(LATEST))
                .isEqualTo(1);
    }

    @Test
    @Feature({"10.5", "3.3"})
    default void whatIsUnderAScopeIsNotTheLatest(Runner run) {
        run.get(Album.ALBUMS.where(Album.TITLE.eq("Again")).update(Album.OUT.to(false)));

        assertThat(run.get(BANDS.with(LATEST).orderBy(Band.ID).first())
                        .get(LATEST)
                        .title())
                .isEqualTo("Trust");
    }

    @Test
    @Feature("10.5")
    default void aDefaultStandsForNone(Runner run) {
        Band slint = run.get(BANDS.with(DEAREST).where(Band.NAME.eq("Slint")).sole());

        assertThat(slint.get(DEAREST).title()).isEqualTo("none of Slint");
        assertThat(slint.get(DEAREST).isStored()).isFalse();
        Album album = run.get(Album.ALBUMS.where(Album.TITLE.eq("Tago Mago")).sole());
        run.get(run.get(BANDS.where(Band.NAME.eq("Can")).sole()).delete());
        assertThat(run.get(album.load(Album.BAND)).get(Album.BAND).name()).isEqualTo("parted");
        assertThat(run.get(Album.ALBUMS.query().has(Album.BAND).count()))
                .as("a default is no row")
                .isEqualTo(3);
        assertThat(run.get(BANDS.count())).isEqualTo(2);
    }
}
