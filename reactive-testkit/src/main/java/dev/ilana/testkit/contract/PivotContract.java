package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.music.Band.BANDS;
import static dev.ilana.testkit.contract.music.Band.DRUMMERS;
import static dev.ilana.testkit.contract.music.Band.MUSICIANS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.error.InvalidNameException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.testkit.contract.music.Band;
import dev.ilana.testkit.contract.music.Musician;
import dev.ilana.testkit.contract.music.Seat;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What a pivot table says of the rows that it relates. */
public interface PivotContract extends MusicContract {

    /** Low has Alan (guitar, since 1993), Mimi (drums, 1993) and Zak (bass, 2001); Can has Jaki (drums), of no year. */
    @Override
    default void rows(Runner run) {
        Band low = run.get(Band.named("Low").save());
        Band can = run.get(Band.named("Can").save());
        List<Musician> people = run.list(Musician.MUSICIANS.insertMany(
                Flux.just("Alan", "Mimi", "Zak", "Jaki").map(Musician::named)));
        run.get(MUSICIANS
                .of(low)
                .attach(Map.of(
                        people.get(0).get(Musician.ID), Map.of("instrument", "guitar", "since", 1993),
                        people.get(1).get(Musician.ID), Map.of("instrument", "drums", "since", 1993),
                        people.get(2).get(Musician.ID), Map.of("instrument", "bass", "since", 2001))));
        run.get(MUSICIANS.of(can).attach(people.get(3).get(Musician.ID), Map.of("instrument", "drums")));
    }

    private static Band low(Runner run) {
        return run.get(BANDS.where(Band.NAME.eq("Low")).sole());
    }

    @Test
    @Feature("10.3")
    default void theValuesOfThePivotAreReadWithTheRelatedRows(Runner run) {
        List<Band> bands = run.list(BANDS.with(MUSICIANS, musicians -> musicians.orderBy(Musician.NAME))
                .orderBy(Band.ID)
                .get());

        assertThat(run.statements()).hasSize(2);
        assertThat(bands.get(0).get(MUSICIANS))
                .extracting(musician -> MUSICIANS.pivot(musician, "instrument", String.class))
                .containsExactly("guitar", "drums", "bass");
        assertThat(bands.get(0).get(MUSICIANS))
                .extracting(musician -> MUSICIANS.pivot(musician, "since", Integer.class))
                .containsExactly(1993, 1993, 2001);
        Musician jaki = bands.get(1).get(MUSICIANS).get(0);
        assertThat(MUSICIANS.pivot(jaki, "since", Integer.class)).isNull();
        assertThat(jaki.toMap()).containsEntry("pivot_instrument", "drums");
        assertThatThrownBy(() -> MUSICIANS.pivot(jaki, "fee", Integer.class))
                .isInstanceOf(UnknownColumnException.class);
        Musician found =
                run.get(MUSICIANS.of(low(run)).query().orderBy(Musician.NAME).first());
        assertThat(MUSICIANS.pivot(found, "instrument", String.class)).isEqualTo("guitar");
    }

    @Test
    @Feature("10.3")
    default void theTimesOfAttachingAreKept(Runner run) {
        Musician alan =
                run.get(MUSICIANS.of(low(run)).query().orderBy(Musician.NAME).first());
        Instant attached = MUSICIANS.pivot(alan, "created_at", Instant.class);

        assertThat(attached).isBetween(Instant.now().minus(Duration.ofMinutes(5)), Instant.now());
        assertThat(MUSICIANS.pivot(alan, "updated_at", Instant.class)).isEqualTo(attached);

        run.get(MUSICIANS.of(low(run)).updateExistingPivot(alan.get(Musician.ID), Map.of("since", 1994)));
        Musician again =
                run.get(MUSICIANS.of(low(run)).query().orderBy(Musician.NAME).first());
        assertThat(MUSICIANS.pivot(again, "created_at", Instant.class)).isEqualTo(attached);
        assertThat(MUSICIANS.pivot(again, "updated_at", Instant.class)).isAfterOrEqualTo(attached);
        assertThat(MUSICIANS.pivot(again, "since", Integer.class)).isEqualTo(1994);
    }

    @Test
    @Feature("10.3")
    default void thePivotIsAModelOfItsOwn(Runner run) {
        List<Musician> people = run.list(
                Musician.MUSICIANS.with(Musician.BANDS).orderBy(Musician.ID).get());

        assertThat(run.statements()).hasSize(2);
        Band low = people.get(0).get(Musician.BANDS).get(0);
        Seat seat = Musician.BANDS.pivot(low, Seat.SEATS);
        assertThat(seat.get(Seat.INSTRUMENT)).isEqualTo("guitar");
        assertThat(seat.get(Seat.SINCE)).isEqualTo(1993);
        assertThat(seat.getKey())
                .isEqualTo(Seat.KEY.of(low.get(Band.ID), people.get(0).get(Musician.ID)));
        assertThat(seat.isStored()).isTrue();
        run.get(seat.set(Seat.SINCE, 1990).save());
        assertThat(run.get(DB.table("band_musician").where("since", 1990).count()))
                .isEqualTo(1);
        assertThatThrownBy(() -> MUSICIANS.pivot(people.get(0), Seat.SEATS))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("bands.musicians is not declared using(band_musician)");
    }

    @Test
    @Feature("10.3")
    default void relatedRowsAreChosenByThePivot(Runner run) {
        Band low = low(run);

        assertThat(run.list(MUSICIANS.of(low).wherePivot("instrument", "drums").pluck(Musician.NAME)))
                .containsExactly("Mimi");
        assertThat(run.list(MUSICIANS.of(low).wherePivot("since", ">", 1993).pluck(Musician.NAME)))
                .containsExactly("Zak");
        assertThat(run.list(MUSICIANS
                        .of(low)
                        .wherePivotIn("instrument", List.of("drums", "bass"))
                        .orderBy(Musician.NAME)
                        .pluck(Musician.NAME)))
                .containsExactly("Mimi", "Zak");
        assertThat(run.list(MUSICIANS
                        .of(low)
                        .wherePivotNotIn("instrument", List.of("drums", "bass"))
                        .pluck(Musician.NAME)))
                .containsExactly("Alan");
        assertThat(run.get(
                        MUSICIANS.of(low).wherePivotBetween("since", 1990, 2000).count()))
                .isEqualTo(2);
        assertThat(run.get(MUSICIANS.of(low).wherePivotNull("since").count())).isZero();
        assertThat(run.get(MUSICIANS.of(low).wherePivotNotNull("since").count()))
                .isEqualTo(3);
        assertThat(run.list(BANDS.query()
                        .whereHas(
                                MUSICIANS,
                                musicians -> musicians.where(
                                        MUSICIANS.pivot("since", Integer.class).ge(2000)))
                        .pluck(Band.NAME)))
                .containsExactly("Low");
        assertThatThrownBy(() -> MUSICIANS.of(low).wherePivot("since or 1=1", 1))
                .isInstanceOf(InvalidNameException.class);
    }

    @Test
    @Feature({"10.3", "11.1"})
    default void relatedRowsAreSortedByThePivot(Runner run) {
        assertThat(run.list(MUSICIANS.of(low(run)).orderByPivot("instrument").pluck(Musician.NAME)))
                .containsExactly("Zak", "Mimi", "Alan");
        assertThat(run.list(MUSICIANS
                        .of(low(run))
                        .orderByPivot("since", "desc")
                        .orderBy(Musician.NAME)
                        .pluck(Musician.NAME)))
                .containsExactly("Zak", "Alan", "Mimi");
        run.forgetStatements();

        Band low = run.get(BANDS.with(
                        MUSICIANS,
                        musicians -> musicians
                                .orderBy(MUSICIANS.pivot("since", Integer.class).desc())
                                .orderBy(Musician.NAME)
                                .limit(2))
                .where(Band.NAME.eq("Low"))
                .sole());

        assertThat(run.statements()).hasSize(2);
        assertThat(low.get(MUSICIANS)).extracting(Musician::name).containsExactly("Zak", "Alan");
        assertThat(low.get(MUSICIANS))
                .extracting(musician -> MUSICIANS.pivot(musician, "instrument", String.class))
                .containsExactly("bass", "guitar");
    }

    @Test
    @Feature({"10.3", "4.3"})
    default void aValueThatEachRowHasChoosesAndIsWritten(Runner run) {
        Band low = low(run);
        List<Band> bands = run.list(
                BANDS.with(DRUMMERS).withCount(DRUMMERS).orderBy(Band.ID).get());
        assertThat(bands.get(0).get(DRUMMERS)).extracting(Musician::name).containsExactly("Mimi");
        assertThat(bands).extracting(band -> band.countOf(DRUMMERS)).containsExactly(1L, 1L);

        Musician second = run.get(DRUMMERS.of(low).save(Musician.named("Maureen")));
        assertThat(run.get(MUSICIANS.of(low).wherePivot("instrument", "drums").count()))
                .isEqualTo(2);
        assertThat(run.get(DRUMMERS.of(low).sync(List.of(second.getKey()))).detached())
                .as("those of other instruments stay")
                .hasSize(1);
        assertThat(run.list(MUSICIANS.of(low).orderBy(Musician.NAME).pluck(Musician.NAME)))
                .containsExactly("Alan", "Maureen", "Zak");
    }

    @Test
    @Feature({"10.3", "4.2"})
    default void theValuesAreThereHoweverItIsLoaded(Runner run) {
        Band low = low(run);
        run.get(low.load(MUSICIANS));
        assertThat(low.get(MUSICIANS))
                .allSatisfy(musician -> assertThat(MUSICIANS.pivot(musician, "instrument", String.class))
                        .isNotNull());
        assertThat(run.list(MUSICIANS.of(low).query().with(Musician.BANDS).get()))
                .allSatisfy(musician -> {
                    assertThat(MUSICIANS.pivot(musician, "instrument", String.class))
                            .isNotNull();
                    assertThat(musician.get(Musician.BANDS)).hasSize(1);
                });
        assertThat(run.value(Mono.from(MUSICIANS.of(low).get()))).isNotNull();
    }
}
