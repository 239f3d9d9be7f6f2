package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.music.Album.ALBUMS;
import static dev.ilana.testkit.contract.music.Band.BANDS;
import static dev.ilana.testkit.contract.music.Label.LABELS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.ilana.testkit.contract.music.Album;
import dev.ilana.testkit.contract.music.Band;
import dev.ilana.testkit.contract.music.Label;
import dev.ilana.testkit.contract.music.Musician;
import dev.ilana.testkit.database.Runner;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Rows that are related to related rows. */
public interface ThroughContract extends MusicContract {

    /** Label One has the bands Low (two albums) and Slint (one), Two has Can (none), Three has no band. */
    @Override
    default void rows(Runner run) {
        List<Label> labels = run.list(LABELS.insertMany(
                Flux.just("One", "Two", "Three").map(name -> new Label().set(Label.NAME, name))));
        Band low =
                run.get(Band.LABEL.associate(Band.named("Low"), labels.get(0)).save());
        Band slint =
                run.get(Band.LABEL.associate(Band.named("Slint"), labels.get(0)).save());
        run.get(Band.LABEL.associate(Band.named("Can"), labels.get(1)).save());
        run.get(Band.named("Nobody's").save());
        run.list(ALBUMS.insertMany(Flux.just(
                Album.of(low, "Trust", 2002), Album.of(low, "Hope", 1994), Album.of(slint, "Spiderland", 1991))));
        run.list(Band.MUSICIANS.of(low).createMany(List.of(Map.of("name", "Mimi"), Map.of("name", "Alan"))));
        run.list(Band.MUSICIANS.of(slint).createMany(List.of(Map.of("name", "Britt"))));
    }

    private static Label label(Runner run, String name) {
        return run.get(LABELS.where(Label.NAME.eq(name)).sole());
    }

    @Test
    @Feature({"10.1", "11.1"})
    default void manyRowsThroughManyAreLoadedByOneStatement(Runner run) {
        List<Label> labels = run.list(LABELS.with(Label.ALBUMS, albums -> albums.orderBy(Album.YEAR))
                .orderBy(Label.ID)
                .get());

        assertThat(run.statements()).hasSize(2);
        assertThat(labels.get(0).get(Label.ALBUMS))
                .extracting(Album::title)
                .containsExactly("Spiderland", "Hope", "Trust");
        assertThat(labels.get(1).get(Label.ALBUMS)).isEmpty();
        assertThat(labels.get(2).get(Label.ALBUMS)).isEmpty();
    }

    @Test
    @Feature("10.1")
    default void oneRowThroughOneIsLoadedByOneStatement(Runner run) {
        List<Album> albums = run.list(
                ALBUMS.with(Album.LABEL).with(Album.BAND).orderBy(Album.YEAR).get());

        assertThat(run.statements()).as("albums, labels, bands").hasSize(3);
        assertThat(albums)
                .extracting(album -> album.get(Album.LABEL).get(Label.NAME))
                .containsExactly("One", "One", "One");
        assertThat(run.get(Album.LABEL.of(albums.get(0)).sole()).get(Label.NAME))
                .isEqualTo("One");
    }

    @Test
    @Feature("10.1")
    default void rowsThroughAPivotTable(Runner run) {
        List<Label> labels = run.list(LABELS.with(Label.MUSICIANS, musicians -> musicians.orderBy(Musician.NAME))
                .orderBy(Label.ID)
                .get());

        assertThat(run.statements()).hasSize(2);
        assertThat(labels.get(0).get(Label.MUSICIANS))
                .extracting(Musician::name)
                .containsExactly("Alan", "Britt", "Mimi");
        assertThat(run.list(LABELS.query()
                        .whereHas(Label.MUSICIANS, musicians -> musicians.where(Musician.NAME.eq("Britt")))
                        .pluck(Label.NAME)))
                .containsExactly("One");
    }

    @Test
    @Feature({"11.1", "8.5"})
    default void aLimitCountsForEachParentThroughOthersToo(Runner run) {
        List<Label> labels = run.list(
                LABELS.with(Label.ALBUMS, albums -> albums.orderBy(Album.YEAR).limit(2))
                        .orderBy(Label.ID)
                        .get());

        assertThat(labels.get(0).get(Label.ALBUMS)).extracting(Album::title).containsExactly("Spiderland", "Hope");
    }

    @Test
    @Feature({"10.4", "10.1"})
    default void theRowsOfOneParentAreAQuery(Runner run) {
        Label one = label(run, "One");
        run.forgetStatements();

        assertThat(run.list(Label.ALBUMS
                        .of(one)
                        .where(Album.YEAR.lt(2000))
                        .orderBy(Album.YEAR)
                        .pluck(Album.TITLE)))
                .containsExactly("Spiderland", "Hope");
        assertThat(run.get(Label.ALBUMS.of(one).count())).isEqualTo(3);
        assertThat(run.get(Label.ALBUMS.of(label(run, "Two")).count())).isZero();
        assertThat(run.get(Label.ALBUMS.of(one).update(Album.PRICE.to(BigDecimal.ONE))))
                .isEqualTo(3);
        assertThat(run.get(Label.ALBUMS.of(one).where(Album.TITLE.eq("Hope")).delete()))
                .isEqualTo(1);
        assertThat(run.list(ALBUMS.orderBy(Album.TITLE).pluck(Album.TITLE))).containsExactly("Spiderland", "Trust");
    }

    @Test
    @Feature({"10.5", "11.1"})
    default void rowsThroughOthersAreAskedAndCounted(Runner run) {
        assertThat(run.list(LABELS.query().has(Label.ALBUMS).pluck(Label.NAME))).containsExactly("One");
        assertThat(run.list(LABELS.query().has(Label.ALBUMS, ">=", 3).pluck(Label.NAME)))
                .containsExactly("One");
        assertThat(run.list(LABELS.query()
                        .doesntHave(Label.ALBUMS)
                        .orderBy(Label.ID)
                        .pluck(Label.NAME)))
                .containsExactly("Two", "Three");
        assertThat(run.list(LABELS.query()
                        .withCount(Label.ALBUMS)
                        .withMax(Label.ALBUMS, Album.YEAR)
                        .orderBy(Label.ID)
                        .get()))
                .extracting(label -> label.countOf(Label.ALBUMS), label -> label.maxOf(Label.ALBUMS, Album.YEAR))
                .containsExactly(tuple(3L, 2002), tuple(0L, null), tuple(0L, null));
    }

    @Test
    @Feature({"10.1", "3.3"})
    default void whatIsBetweenIsUnderItsScopes(Runner run) {
        run.get(run.get(BANDS.where(Band.NAME.eq("Slint")).sole()).delete());
        run.get(ALBUMS.where(Album.TITLE.eq("Hope")).update(Album.OUT.to(false)));

        assertThat(run.get(LABELS.with(Label.ALBUMS).orderBy(Label.ID).first()).get(Label.ALBUMS))
                .extracting(Album::title)
                .containsExactly("Trust");
        assertThat(run.get(LABELS.query()
                                .withCount(Label.ALBUMS)
                                .orderBy(Label.ID)
                                .first())
                        .countOf(Label.ALBUMS))
                .isEqualTo(1);
        Album orphan = run.get(
                ALBUMS.with(Album.LABEL).where(Album.TITLE.eq("Spiderland")).sole());
        assertThat(orphan.get(Album.LABEL)).isNull();
    }

    @Test
    @Feature("11.1")
    default void nestedRelationsGoOnFromThem(Runner run) {
        Label one =
                run.get(LABELS.with("albums.band.musicians").orderBy(Label.ID).first());

        assertThat(run.statements()).as("labels, albums, bands, musicians").hasSize(4);
        assertThat(one.get(Label.ALBUMS))
                .allSatisfy(album ->
                        assertThat(album.get(Album.BAND).get(Band.MUSICIANS)).isNotEmpty());
    }
}
