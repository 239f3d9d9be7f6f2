package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.music.Band.MUSICIANS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.error.DatabaseException;
import dev.ilana.query.Row;
import dev.ilana.relation.PivotQuery;
import dev.ilana.testkit.contract.music.Band;
import dev.ilana.testkit.contract.music.Musician;
import dev.ilana.testkit.contract.music.Tag;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Each word that writes a pivot table does all of it or nothing, whatever comes between, and gives its connection back. */
public interface PivotSafetyContract extends MusicContract {

    /** What a word is given: the first ten musicians are in the band, the next ten are not. */
    record Keys(Band band, List<Long> in, List<Long> out) {

        List<Long> some() {
            return List.of(in.get(0), in.get(1), out.get(0), out.get(1));
        }

        /** Some that are not in the band, and one that is: who relates it again is refused. */
        List<Long> withOneTwice() {
            return List.of(out.get(0), out.get(1), in.get(0));
        }
    }

    /** A word said of a band's musicians. */
    interface Word extends BiFunction<PivotQuery<Musician>, Keys, Mono<?>> {}

    String TOO_LONG = "x".repeat(5_000);

    @Override
    default void rows(Runner run) {
        run.get(Band.named("Orchestra").save());
        run.list(Musician.MUSICIANS.insertMany(Flux.range(1, 20).map(n -> Musician.named("m" + n))));
        begin(run);
    }

    /** Each word, with something to do. */
    static Map<String, Word> words() {
        Map<String, Word> words = new LinkedHashMap<>();
        words.put("attach", (of, keys) -> of.attach(keys.out()));
        words.put("attachAll", (of, keys) -> MUSICIANS.attachAll(Map.of(keys.band(), keys.out()), Map.of()));
        words.put("detach", (of, keys) -> of.detach(keys.some()));
        words.put("sync", (of, keys) -> of.sync(keys.some()));
        words.put("syncWithoutDetaching", (of, keys) -> of.syncWithoutDetaching(keys.some()));
        words.put("toggle", (of, keys) -> of.toggle(keys.some()));
        words.put(
                "updateExistingPivot",
                (of, keys) -> of.updateExistingPivot(keys.in().get(0), Map.of("instrument", "harp")));
        words.put("save", (of, keys) -> of.save(Musician.named("new"), Map.of("instrument", "tuba")));
        words.put(
                "saveMany",
                (of, keys) -> of.saveMany(List.of(Musician.named("new"), Musician.named("newer")))
                        .collectList());
        words.put("create", (of, keys) -> of.create(Map.of("name", "new")));
        words.put(
                "createMany",
                (of, keys) -> of.createMany(List.of(Map.of("name", "new"), Map.of("name", "newer")))
                        .collectList());
        words.put("firstOrCreate", (of, keys) -> of.firstOrCreate(Map.of("name", "new"), Map.of()));
        words.put("updateOrCreate", (of, keys) -> of.updateOrCreate(Map.of("name", "new"), Map.of()));
        return words;
    }

    /** Each word that writes several rows, with one among them that the database refuses. */
    static Map<String, Word> refused() {
        Map<String, Word> words = new LinkedHashMap<>();
        words.put("attach", (of, keys) -> of.attach(keys.withOneTwice()));
        words.put("attachAll", (of, keys) -> MUSICIANS.attachAll(Map.of(keys.band(), keys.withOneTwice()), Map.of()));
        words.put(
                "sync",
                (of, keys) ->
                        of.sync(Map.of(keys.out().get(0), Map.of(), keys.in().get(0), Map.of("instrument", TOO_LONG))));
        words.put(
                "syncWithoutDetaching",
                (of, keys) -> of.syncWithoutDetaching(
                        Map.of(keys.out().get(0), Map.of(), keys.in().get(0), Map.of("instrument", TOO_LONG))));
        words.put("save", (of, keys) -> of.save(Musician.named("new"), Map.of("instrument", TOO_LONG)));
        words.put(
                "saveMany",
                (of, keys) -> of.saveMany(List.of(Musician.named("new"), Musician.named(TOO_LONG)))
                        .collectList());
        words.put(
                "createMany",
                (of, keys) -> of.createMany(List.of(Map.of("name", "new"), Map.of("name", TOO_LONG)))
                        .collectList());
        return words;
    }

    private static Band band(Runner run) {
        return run.get(Band.BANDS.where(Band.NAME.eq("Orchestra")).sole());
    }

    private static Keys keys(Runner run) {
        List<Long> all = run.list(Musician.MUSICIANS.orderBy(Musician.ID).pluck(Musician.ID));
        return new Keys(band(run), all.subList(0, 10), all.subList(10, 20));
    }

    /** The rows as each trial finds them. */
    private static void begin(Runner run) {
        run.get(DB.table("band_musician").everything().delete());
        run.get(Musician.MUSICIANS.where(Musician.NAME.like("new%")).delete());
        run.get(MUSICIANS.of(band(run)).attach(keys(run).in()));
    }

    /** The rows of both tables, by what does not change from one trial to the next. */
    private static String state(Runner run) {
        List<Row> related = run.list(DB.table("musicians")
                .join("band_musician", "musicians.id", "band_musician.musician_id")
                .select("musicians.name", "band_musician.instrument")
                .orderBy("musicians.name")
                .get());
        return related.stream()
                        .map(row -> row.get("name") + "/" + row.get("instrument"))
                        .toList() + " of " + run.get(Musician.MUSICIANS.count());
    }

    @Test
    @Feature({"4.3", "14.5"})
    default void anErrorAfterEachWordTakesItBack(Runner run) {
        Band band = band(run);
        Keys keys = keys(run);
        String before = state(run);

        words().forEach((name, word) -> {
            run.error(DB.transaction(
                    () -> word.apply(MUSICIANS.of(band), keys).then(Mono.error(new IllegalStateException("no")))));
            assertThat(state(run)).as(name).isEqualTo(before);
            run.assertNothingAcquired();
        });
    }

    @Test
    @Feature({"4.3", "14.5"})
    default void aRowThatIsRefusedTakesTheOthersOfItsWordBack(Runner run) {
        Band band = band(run);
        Keys keys = keys(run);
        String before = state(run);

        refused().forEach((name, word) -> {
            assertThat(run.error(word.apply(MUSICIANS.of(band), keys))).as(name).isInstanceOf(DatabaseException.class);
            assertThat(state(run)).as(name).isEqualTo(before);
            run.assertNothingAcquired();
        });
    }

    @Test
    @Feature({"4.3", "14.5"})
    default void aCancelOfEachWordLeavesAllOrNothing(Runner run) {
        Band band = band(run);
        Keys keys = keys(run);
        String before = state(run);

        words().forEach((name, word) -> {
            run.value(word.apply(MUSICIANS.of(band), keys));
            String after = state(run);
            assertThat(after).as(name).isNotEqualTo(before);
            LongStream.range(0, 8).forEach(n -> {
                begin(run);
                run.value(word.apply(MUSICIANS.of(band), keys)
                        .flux()
                        .takeUntilOther(Mono.delay(Duration.ofNanos(n * 300_000)))
                        .then());
                run.assertNothingAcquired();
                assertThat(state(run)).as(name).isIn(before, after);
            });
            begin(run);
        });
    }

    @Test
    @Feature({"3.2", "4.3"})
    default void ofManyWhoCreateOneAtOnceOneDoesAndTheOthersFindIt(Runner run) {
        Band band = band(run);

        List<Tag> given = run.list(Flux.fromStream(IntStream.range(0, 8).boxed())
                .flatMap(n -> Band.TAGS.of(band).firstOrCreate(Map.of("word", "loud"), Map.of()), 8));

        assertThat(given).extracting(Tag::getKey).containsOnly(given.get(0).getKey());
        assertThat(run.get(Tag.TAGS.count())).isEqualTo(1);
        assertThat(run.get(Band.TAGS.of(band).count())).isEqualTo(1);
    }
}
