package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.music.Album.PRICE;
import static dev.ilana.testkit.contract.music.Album.YEAR;
import static dev.ilana.testkit.contract.music.Band.ALBUMS;
import static dev.ilana.testkit.contract.music.Band.BANDS;
import static dev.ilana.testkit.contract.music.Band.MUSICIANS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.RelationNotLoadedException;
import dev.ilana.model.Collection;
import dev.ilana.testkit.contract.music.Album;
import dev.ilana.testkit.contract.music.Band;
import dev.ilana.testkit.database.Runner;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** What is computed of related rows, in the one statement that reads their parents. */
public interface RelatedAggregateContract extends MusicContract {

    /** Low has albums of 1994 for 8.50 and of 2002 for 12.00, Can has none. */
    @Override
    default void rows(Runner run) {
        Band low = run.get(Band.named("Low").save());
        run.get(Band.named("Can").save());
        run.list(Album.ALBUMS.insertMany(Flux.just(
                Album.of(low, "Hope", 1994).set(PRICE, new BigDecimal("8.50")),
                Album.of(low, "Trust", 2002).set(PRICE, new BigDecimal("12.00")))));
        run.list(MUSICIANS.of(low).createMany(List.of(Map.of("name", "Mimi"), Map.of("name", "Alan"))));
    }

    @Test
    @Feature("11.1")
    default void allAggregatesAreOneStatement(Runner run) {
        List<Band> bands = run.list(BANDS.query()
                .withCount(ALBUMS)
                .withSum(ALBUMS, PRICE)
                .withAvg(ALBUMS, YEAR)
                .withMin(ALBUMS, YEAR)
                .withMax(ALBUMS, Album.TITLE)
                .withExists(ALBUMS)
                .orderBy(Band.ID)
                .get());

        assertThat(run.statements()).hasSize(1);
        Band low = bands.get(0);
        assertThat(low.countOf(ALBUMS)).isEqualTo(2);
        assertThat(low.sumOf(ALBUMS, PRICE)).isEqualByComparingTo("20.50");
        assertThat(low.avgOf(ALBUMS, YEAR)).isEqualByComparingTo("1998");
        assertThat(low.minOf(ALBUMS, YEAR)).isEqualTo(1994);
        assertThat(low.maxOf(ALBUMS, Album.TITLE)).isEqualTo("Trust");
        assertThat(low.existsOf(ALBUMS)).isTrue();
        Band can = bands.get(1);
        assertThat(can.countOf(ALBUMS)).isZero();
        assertThat(can.sumOf(ALBUMS, PRICE)).isZero();
        assertThat(can.avgOf(ALBUMS, YEAR)).isNull();
        assertThat(can.minOf(ALBUMS, YEAR)).isNull();
        assertThat(can.maxOf(ALBUMS, Album.TITLE)).isNull();
        assertThat(can.existsOf(ALBUMS)).isFalse();
        assertThat(can.toMap()).containsEntry("albums_exists", false).containsEntry("albums_count", 0L);
    }

    @Test
    @Feature("11.1")
    default void theyAreOfTheRowsThatFit(Runner run) {
        Band low = run.get(BANDS.query()
                .withCount(ALBUMS, albums -> albums.where(YEAR.gt(2000)))
                .withSum(ALBUMS, PRICE, albums -> albums.where(YEAR.gt(2000)))
                .withAvg(ALBUMS, PRICE, albums -> albums.where(YEAR.gt(2000)))
                .withMin(ALBUMS, YEAR, albums -> albums.where(YEAR.gt(2000)))
                .withMax(ALBUMS, YEAR, albums -> albums.where(YEAR.lt(2000)))
                .withExists(ALBUMS, albums -> albums.where(YEAR.gt(2010)))
                .orderBy(Band.ID)
                .first());

        assertThat(low.countOf(ALBUMS)).isEqualTo(1);
        assertThat(low.sumOf(ALBUMS, PRICE)).isEqualByComparingTo("12");
        assertThat(low.avgOf(ALBUMS, PRICE)).isEqualByComparingTo("12");
        assertThat(low.minOf(ALBUMS, YEAR)).isEqualTo(2002);
        assertThat(low.maxOf(ALBUMS, YEAR)).isEqualTo(1994);
        assertThat(low.existsOf(ALBUMS)).isFalse();
    }

    @Test
    @Feature("11.1")
    default void oneRelationIsComputedTwiceUnderOtherNames(Runner run) {
        List<Band> bands = run.list(BANDS.query()
                .withCount("early", ALBUMS, albums -> albums.where(YEAR.lt(2000)))
                .withCount("all", ALBUMS, albums -> albums)
                .withSum("worth", ALBUMS, PRICE, albums -> albums)
                .withAvg("mean", ALBUMS, PRICE, albums -> albums)
                .withMin("since", ALBUMS, YEAR, albums -> albums)
                .withMax("till", ALBUMS, YEAR, albums -> albums)
                .withExists("late", ALBUMS, albums -> albums.where(YEAR.gt(2000)))
                .orderBy("worth", "desc")
                .orderBy(Band.ID)
                .where("all", ">", 1)
                .get());

        assertThat(run.statements()).hasSize(1);
        assertThat(bands).hasSize(1);
        Band low = bands.get(0);
        assertThat(low.getAttribute("early", Long.class)).isEqualTo(1);
        assertThat(low.getAttribute("all", Long.class)).isEqualTo(2);
        assertThat(low.getAttribute("worth", BigDecimal.class)).isEqualByComparingTo("20.5");
        assertThat(low.getAttribute("mean", BigDecimal.class)).isEqualByComparingTo("10.25");
        assertThat(low.getAttribute("since", Integer.class)).isEqualTo(1994);
        assertThat(low.getAttribute("till", Integer.class)).isEqualTo(2002);
        assertThat(low.getAttribute("late", Boolean.class)).isTrue();
        Band can = run.get(BANDS.query()
                .withSum("worth", ALBUMS, PRICE, albums -> albums)
                .orderBy(Band.ID.desc())
                .first());
        assertThat(can.getAttribute("worth"))
                .as("nothing is the sum of no rows")
                .isNull();
    }

    @Test
    @Feature("11.1")
    default void theyGoByAPivotTableAndScopesHold(Runner run) {
        assertThat(run.list(BANDS.query().withCount(MUSICIANS).orderBy(Band.ID).get()))
                .extracting(band -> band.countOf(MUSICIANS))
                .containsExactly(2L, 0L);
        run.get(Album.ALBUMS.where(YEAR.eq(1994)).update(Album.OUT.to(false)));
        assertThat(run.get(BANDS.query().withCount(ALBUMS).orderBy(Band.ID).first())
                        .countOf(ALBUMS))
                .isEqualTo(1);
    }

    @Test
    @Feature("11.1")
    default void whatWasNotComputedIsAnError(Runner run) {
        Band low = run.get(BANDS.orderBy(Band.ID).first());

        assertThatThrownBy(() -> low.countOf(ALBUMS)).isInstanceOf(RelationNotLoadedException.class);
        assertThatThrownBy(() -> low.sumOf(ALBUMS, PRICE))
                .isInstanceOf(RelationNotLoadedException.class)
                .hasMessageContaining("albums_sum_price");
        assertThatThrownBy(() -> low.existsOf(ALBUMS)).isInstanceOf(RelationNotLoadedException.class);
    }

    @Test
    @Feature({"4.2", "11.2"})
    default void aCollectionIsCountedByOneStatement(Runner run) {
        Collection<Band> bands = run.get(BANDS.orderBy(Band.ID).collection());
        run.forgetStatements();

        run.get(bands.loadCount(ALBUMS, MUSICIANS));

        assertThat(run.statements()).hasSize(1);
        assertThat(bands).extracting(band -> band.countOf(ALBUMS)).containsExactly(2L, 0L);
        assertThat(bands).extracting(band -> band.countOf(MUSICIANS)).containsExactly(2L, 0L);
        run.forgetStatements();
        assertThat(run.get(bands.get(1).loadCount(ALBUMS)).countOf(ALBUMS)).isZero();
        run.get(Collection.<Band>make(List.of()).loadCount(ALBUMS));
        assertThat(run.statements()).hasSize(1);
    }

    @Test
    @Feature("11.1")
    default void timesAreTimes(Runner run) {
        Band low = run.get(BANDS.query()
                .withMax(ALBUMS, Album.ALBUMS.createdAt())
                .orderBy(Band.ID)
                .first());

        Instant newest = low.maxOf(ALBUMS, Album.ALBUMS.createdAt());
        assertThat(newest).isEqualTo(run.get(Album.ALBUMS.query().max(Album.ALBUMS.createdAt())));
    }
}
