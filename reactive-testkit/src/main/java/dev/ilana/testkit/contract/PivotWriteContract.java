package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.music.Band.MUSICIANS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.error.DatabaseException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.relation.Synced;
import dev.ilana.testkit.contract.music.Band;
import dev.ilana.testkit.contract.music.Musician;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What relates and parts rows by a pivot table: each in one transaction, and by few statements for any number of keys. */
public interface PivotWriteContract extends MusicContract {

    /** A band, and two hundred musicians of whom the first hundred are in it. */
    @Override
    default void rows(Runner run) {
        Band band = run.get(Band.named("Orchestra").save());
        run.get(Band.named("Other").save());
        List<Musician> all =
                run.list(Musician.MUSICIANS.insertMany(Flux.range(1, 200).map(n -> Musician.named("m" + n))));
        run.get(MUSICIANS
                .of(band)
                .attach(all.subList(0, 100).stream().map(Musician::getKey).toList()));
    }

    private static Band orchestra(Runner run) {
        Band band = run.get(Band.BANDS.where(Band.NAME.eq("Orchestra")).sole());
        run.forgetStatements();
        return band;
    }

    private static List<Object> keys(Runner run, int from, int to) {
        List<Object> keys =
                new ArrayList<>(run.list(Musician.MUSICIANS.orderBy(Musician.ID).pluck(Musician.ID)));
        run.forgetStatements();
        return keys.subList(from, to);
    }

    /** The statements sent, by their first word. */
    private static List<String> verbs(Runner run) {
        return run.statements().stream()
                .map(sql -> sql.substring(0, sql.indexOf(' ')).toLowerCase(Locale.ROOT))
                .toList();
    }

    private static long members(Runner run) {
        return run.get(DB.table("band_musician").count());
    }

    @Test
    @Feature("4.3")
    default void manyAreAttachedByOneStatement(Runner run) {
        Band band = orchestra(run);
        List<Object> more = keys(run, 100, 200);

        assertThat(run.get(MUSICIANS.of(band).attach(more))).isEqualTo(100);

        assertThat(verbs(run)).containsExactly("insert");
        assertThat(members(run)).isEqualTo(200);
    }

    @Test
    @Feature("4.3")
    default void manyParentsAreAttachedToByFewStatements(Runner run) {
        List<Band> bands = run.list(Band.BANDS.orderBy(Band.ID).get());
        List<Object> more = keys(run, 100, 150);
        Map<Band, List<Object>> each = Map.of(bands.get(0), more, bands.get(1), more);

        assertThat(run.get(MUSICIANS.attachAll(each, Map.of("instrument", "flute"))))
                .isEqualTo(100);
        assertThat(run.statements()).hasSizeLessThanOrEqualTo(5);
        assertThat(members(run)).isEqualTo(200);
        assertThat(run.get(MUSICIANS
                        .of(bands.get(1))
                        .wherePivot("instrument", "flute")
                        .count()))
                .isEqualTo(50);
        assertThat(run.get(MUSICIANS.attachAll(Map.of(), Map.of()))).isZero();
        assertThat(run.error(MUSICIANS.attachAll(each, Map.of("band_id", 1))))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("band_id is what relates");
    }

    @Test
    @Feature("4.3")
    default void manyAreDetachedByOneStatement(Runner run) {
        Band band = orchestra(run);
        List<Object> some = keys(run, 50, 150);

        assertThat(run.get(MUSICIANS.of(band).detach(some)))
                .as("of whom fifty were in it")
                .isEqualTo(50);

        assertThat(verbs(run)).containsExactly("delete");
        assertThat(run.get(MUSICIANS.of(band).detach())).isEqualTo(50);
        assertThat(members(run)).isZero();
    }

    @Test
    @Feature("4.3")
    default void aSyncIsThreeStatementsAndTellsWhatItDid(Runner run) {
        Band band = orchestra(run);
        List<Object> wanted = keys(run, 50, 150);

        Synced synced = run.get(MUSICIANS.of(band).sync(wanted));

        assertThat(verbs(run)).containsExactly("select", "delete", "insert");
        assertThat(synced.attached()).containsExactlyElementsOf(keys(run, 100, 150));
        assertThat(synced.detached()).containsExactlyInAnyOrderElementsOf(keys(run, 0, 50));
        assertThat(synced.updated()).isEmpty();
        assertThat(synced.isChange()).isTrue();
        run.forgetStatements();
        assertThat(run.get(MUSICIANS.of(band).sync(wanted)).isChange()).isFalse();
        assertThat(verbs(run)).containsExactly("select");
    }

    @Test
    @Feature("4.3")
    default void aSyncWithValuesWritesThoseThatAreAlikeTogether(Runner run) {
        Band band = orchestra(run);
        Map<Object, Map<String, ?>> wanted = new LinkedHashMap<>();
        keys(run, 0, 120).forEach(key -> wanted.put(key, Map.of("instrument", wanted.size() < 60 ? "violin" : "horn")));

        Synced synced = run.get(MUSICIANS.of(band).sync(wanted));

        assertThat(verbs(run)).containsExactly("select", "insert", "update", "update");
        assertThat(synced.attached()).hasSize(20);
        assertThat(synced.updated()).hasSize(100);
        assertThat(run.get(
                        DB.table("band_musician").where("instrument", "violin").count()))
                .isEqualTo(60);
        assertThat(run.get(DB.table("band_musician").where("instrument", "horn").count()))
                .isEqualTo(60);
    }

    @Test
    @Feature("4.3")
    default void aSyncWithoutDetachingPartsNobody(Runner run) {
        Band band = orchestra(run);
        List<Object> wanted = keys(run, 90, 110);

        Synced synced = run.get(MUSICIANS.of(band).syncWithoutDetaching(wanted));

        assertThat(verbs(run)).containsExactly("select", "insert");
        assertThat(synced.attached()).hasSize(10);
        assertThat(synced.detached()).isEmpty();
        assertThat(members(run)).isEqualTo(110);
        assertThat(run.get(MUSICIANS.of(band).syncWithoutDetaching(Map.of(wanted.get(0), Map.of("instrument", "oboe"))))
                        .updated())
                .containsExactly(wanted.get(0));
    }

    @Test
    @Feature("4.3")
    default void aToggleTurnsEachKey(Runner run) {
        Band band = orchestra(run);
        List<Object> some = keys(run, 90, 110);

        Synced synced = run.get(MUSICIANS.of(band).toggle(some));

        assertThat(verbs(run)).containsExactly("select", "delete", "insert");
        assertThat(synced.detached()).hasSize(10);
        assertThat(synced.attached()).hasSize(10);
        assertThat(members(run)).isEqualTo(100);
    }

    @Test
    @Feature("4.3")
    default void theValuesOfOneThatIsRelatedAreWritten(Runner run) {
        Band band = orchestra(run);
        List<Object> all = keys(run, 0, 200);

        assertThat(run.get(MUSICIANS.of(band).updateExistingPivot(all.get(0), Map.of("instrument", "harp"))))
                .isEqualTo(1);
        assertThat(verbs(run)).containsExactly("update");
        assertThat(run.get(MUSICIANS.of(band).updateExistingPivot(all.get(150), Map.of("instrument", "harp"))))
                .isZero();
        assertThat(run.get(DB.table("band_musician").where("instrument", "harp").count()))
                .isEqualTo(1);
    }

    @Test
    @Feature("4.3")
    default void nothingToDoSendsNothing(Runner run) {
        Band band = orchestra(run);

        assertThat(run.get(MUSICIANS.of(band).attach(List.of()))).isZero();
        assertThat(run.get(MUSICIANS.of(band).detach(List.of()))).isZero();
        assertThat(run.statements()).isEmpty();
        assertThat(run.get(MUSICIANS.of(band).sync(List.of())).detached()).hasSize(100);
    }

    @Test
    @Feature("4.3")
    default void keysAreTakenAsTheirColumnHasThemAndOnce(Runner run) {
        Band band = orchestra(run);
        Object key = keys(run, 150, 151).get(0);

        assertThat(run.get(MUSICIANS.of(band).attach(Arrays.asList(key, key.toString(), ((Long) key).intValue()))))
                .isEqualTo(1);
        assertThat(run.error(MUSICIANS.of(band).attach(Arrays.asList(key, null))))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("a null key can't be related");
        assertThat(run.error(MUSICIANS.of(band).attach(key, Map.of("band_id", 7L))))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("band_id is what relates");
        assertThat(run.error(MUSICIANS.of(Band.named("New")).sync(List.of(key))))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("bands#new has no key yet; save it first");
    }

    @Test
    @Feature("4.3")
    default void anErrorTakesAllOfItBack(Runner run) {
        Band band = orchestra(run);
        List<Object> all = keys(run, 0, 200);
        Map<Object, Map<String, ?>> wanted = new LinkedHashMap<>();
        wanted.put(all.get(150), Map.of());
        wanted.put(all.get(99), Map.of("instrument", "x".repeat(5_000)));

        assertThat(run.error(MUSICIANS.of(band).sync(wanted))).isInstanceOf(DatabaseException.class);

        assertThat(verbs(run)).contains("delete", "insert");
        assertThat(members(run)).isEqualTo(100);
        assertThat(run.get(MUSICIANS.of(band).whereKey(all.get(0)).exists())).isTrue();
        assertThat(run.error(MUSICIANS
                        .of(band)
                        .saveMany(List.of(Musician.named("new"), Musician.named("x".repeat(5_000))))
                        .collectList()))
                .isInstanceOf(DatabaseException.class);
        assertThat(run.get(Musician.MUSICIANS.count())).isEqualTo(200);
        run.assertNothingAcquired();
    }

    @Test
    @Feature("4.3")
    default void itIsPartOfTheTransactionAround(Runner run) {
        Band band = orchestra(run);
        List<Object> wanted = keys(run, 150, 160);

        run.error(DB.transaction(
                () -> MUSICIANS.of(band).sync(wanted).then(Mono.error(new IllegalStateException("rolled back")))));

        assertThat(members(run)).isEqualTo(100);
        assertThat(run.get(MUSICIANS.of(band).whereKey(wanted.get(0)).exists())).isFalse();
    }

    @Test
    @Feature({"4.3", "14.5"})
    default void aCancelLeavesAllOrNothing(Runner run) {
        Band band = orchestra(run);
        List<Object> low = List.copyOf(keys(run, 0, 100));
        List<Object> high = List.copyOf(keys(run, 100, 200));

        for (int i = 0; i < 40; i++) {
            List<Object> wanted = i % 2 == 0 ? high : low;
            run.value(MUSICIANS
                    .of(band)
                    .sync(wanted)
                    .flux()
                    .takeUntilOther(Mono.delay(Duration.ofNanos(i * 150_000L)))
                    .then());
            run.assertNothingAcquired();
            assertThat(new ArrayList<>(
                            run.list(MUSICIANS.of(band).orderBy(Musician.ID).pluck(Musician.ID))))
                    .isIn(low, high);
        }
    }

    @Test
    @Feature("4.3")
    default void newOnesAreStoredAndRelated(Runner run) {
        Band band = orchestra(run);

        Musician made = run.get(MUSICIANS.of(band).create(Map.of("name", "soloist")));
        run.get(MUSICIANS.of(band).save(Musician.named("guest"), Map.of("instrument", "tuba")));
        List<Musician> many =
                run.list(MUSICIANS.of(band).createMany(List.of(Map.of("name", "third"), Map.of("name", "fourth"))));

        assertThat(many).extracting(Musician::name).containsExactly("third", "fourth");
        assertThat(run.get(MUSICIANS.of(band).whereKey(made.get(Musician.ID)).exists()))
                .isTrue();
        assertThat(run.list(MUSICIANS.of(band).wherePivot("instrument", "tuba").pluck(Musician.NAME)))
                .containsExactly("guest");
        assertThat(members(run)).isEqualTo(104);
    }

    @Test
    @Feature("4.3")
    default void oneIsFoundAmongTheRelatedOrMade(Runner run) {
        Band band = orchestra(run);
        Musician outside =
                run.get(Musician.MUSICIANS.where(Musician.NAME.eq("m150")).sole());

        Musician first = run.get(MUSICIANS.of(band).firstOrCreate(Map.of("name", "m1"), Map.of()));
        assertThat(first.wasRecentlyCreated()).isFalse();
        Musician made = run.get(MUSICIANS.of(band).firstOrCreate(Map.of("name", "m150"), Map.of()));
        assertThat(made.get(Musician.ID))
                .as("the one that is not in it is not found")
                .isNotEqualTo(outside.getKey());
        assertThat(run.get(MUSICIANS.of(band).whereKey(made.get(Musician.ID)).exists()))
                .isTrue();
        Musician renamed = run.get(MUSICIANS.of(band).updateOrCreate(Map.of("name", "m1"), Map.of("name", "first")));
        assertThat(renamed.getKey()).isEqualTo(first.getKey());
        assertThat(run.get(MUSICIANS.of(band).firstOrNew(Map.of("name", "nobody"), Map.of()))
                        .isStored())
                .isFalse();
        assertThat(members(run)).isEqualTo(101);
    }

    @Test
    @Feature({"4.3", "10.4"})
    default void theRelatedRowsThemselvesAreWrittenAndRemoved(Runner run) {
        Band band = orchestra(run);

        assertThat(run.get(MUSICIANS.of(band).update(Musician.NAME.to("same")))).isEqualTo(100);
        assertThat(run.get(Musician.MUSICIANS.where(Musician.NAME.eq("same")).count()))
                .isEqualTo(100);
        assertThat(run.get(MUSICIANS.of(band).where(Musician.ID.gt(0L)).delete()))
                .isEqualTo(100);
        assertThat(run.get(Musician.MUSICIANS.count())).isEqualTo(100);
    }
}
