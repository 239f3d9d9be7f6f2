package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.Victim.DOC;
import static dev.ilana.testkit.contract.Victim.ID;
import static dev.ilana.testkit.contract.Victim.NAME_OF;
import static dev.ilana.testkit.contract.Victim.VICTIMS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.error.BadSqlException;
import dev.ilana.error.InvalidTextException;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.query.Row;
import dev.ilana.schema.build.Schema;
import dev.ilana.testkit.database.Runner;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Text of any kind comes back as it went in, and touches nothing else. */
public interface HostileValueContract {

    /** The schema that a table without a schema is in, as this database's SQL. */
    default String currentSchema() {
        return "current_schema";
    }

    /** The statement without which no text of {@code victims.name} can be searched; empty where none is needed. */
    default String fullTextIndex() {
        return "";
    }

    /** Whether a text may have the character of number 0. */
    default boolean storesNul() {
        return true;
    }

    @BeforeEach
    default void victimsAndACanary(Runner run) {
        Schema schema = Schema.current();
        run.value(schema.hasTable("canary").flatMap(there -> there ? Mono.empty() : tables(schema)));
        run.value(DB.table("victims").everything().delete());
        run.forgetStatements();
    }

    private Mono<?> tables(Schema schema) {
        return schema.create("victims", table -> {
                    table.id();
                    table.text("name").nullable();
                    table.integer("number").nullable();
                    table.timestamp("at").nullable();
                    table.json("doc").nullable();
                    table.foreignId("parent_id").nullable().index();
                })
                .then(schema.create("friends", table -> {
                    table.foreignId("victim_id").index();
                    table.foreignId("friend_id");
                    table.text("note").nullable();
                }))
                .then(schema.create("canary", table -> {
                    table.id();
                    table.string("name");
                }))
                .then(fullTextIndex().isEmpty() ? Mono.empty() : DB.statement(fullTextIndex()))
                .then(DB.table("canary").insert(List.of(Map.of("name", "tweet"), Map.of("name", "chirp"))));
    }

    @AfterEach
    default void theCanaryIsIntact(Runner run) {
        assertThat(run.list(DB.table("canary").orderBy("id").get()))
                .extracting(Row::toString)
                .containsExactly("{id=1, name=tweet}", "{id=2, name=chirp}");
        assertThat(run.list(DB.select("select table_name as name from information_schema.tables where table_schema = "
                        + currentSchema())))
                .extracting(row -> row.get(0))
                .containsExactlyInAnyOrder("canary", "friends", "victims");
        assertThat(run.list(DB.select("select column_name as name from information_schema.columns"
                        + " where table_name = 'canary' and table_schema = " + currentSchema()
                        + " order by ordinal_position")))
                .extracting(row -> row.get(0))
                .containsExactly("id", "name");
    }

    private List<String> storable() {
        return HostileStrings.all().stream()
                .filter(text -> storesNul() || text.indexOf(0) < 0)
                .filter(text -> !isCut(text))
                .toList();
    }

    private static boolean isCut(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    private static Victim named(String name) {
        return new Victim().set(NAME_OF, name);
    }

    @Test
    @Feature("7.1")
    default void aModelsTextComesBackAsItWentIn(Runner run) {
        List<String> texts = storable();
        run.list(VICTIMS.insertMany(Flux.fromIterable(texts).map(HostileValueContract::named)));

        assertThat(run.list(VICTIMS.orderBy(ID).pluck(NAME_OF))).containsExactlyElementsOf(texts);
    }

    @Test
    @Feature("3.4")
    default void aRowsTextComesBackAsItWentIn(Runner run) {
        List<String> texts = storable();
        run.value(DB.table("victims")
                .bulkInsert(texts.stream().map(text -> Map.of("name", text)).toList()));

        assertThat(run.list(DB.table("victims").orderBy("id").pluck("name"))).containsExactlyElementsOf(texts);
    }

    @Test
    @Feature("7.1")
    default void eachTextIsFoundByItself(Runner run) {
        List<Victim> victims =
                run.list(VICTIMS.insertMany(Flux.fromIterable(storable()).map(HostileValueContract::named)));

        List<String> lost = run.list(Flux.fromIterable(victims)
                .flatMap(
                        victim -> VICTIMS.where(NAME_OF.eq(victim.get(NAME_OF)))
                                .where(ID.eq(victim.get(ID)))
                                .exists()
                                .filter(found -> !found)
                                .map(missing -> victim.get(NAME_OF)),
                        8));

        assertThat(lost).isEmpty();
    }

    @Test
    @Feature("7.2")
    default void aListFindsEachOfItsTexts(Runner run) {
        List<String> texts = storable();
        run.list(VICTIMS.insertMany(Flux.fromIterable(texts).map(HostileValueContract::named)));

        assertThat(run.get(VICTIMS.where(NAME_OF.in(texts)).count())).isEqualTo(texts.size());
        // so long a list goes as one JSON text, where a database takes no array
        List<String> more = new ArrayList<>(texts);
        for (int i = 0; more.size() < 33_000; i++) {
            more.add("none" + i);
        }
        List<String> shortOnes =
                more.stream().filter(text -> text.length() < 1_000).toList();
        assertThat(run.get(VICTIMS.where(NAME_OF.in(shortOnes)).count()))
                .isEqualTo(texts.stream().filter(text -> text.length() < 1_000).count());
    }

    @Test
    @Feature("7.4")
    default void textInJsonComesBackAndIsFound(Runner run) {
        List<String> texts =
                storable().stream().filter(text -> text.indexOf(0) < 0).toList();
        run.list(VICTIMS.insertMany(Flux.fromIterable(texts).map(text -> new Victim().set(DOC, Map.of("key", text)))));

        assertThat(run.list(VICTIMS.query().orderBy(ID).pluck(DOC)))
                .extracting(doc -> doc.get("key"))
                .containsExactlyElementsOf(texts);
        assertThat(run.list(VICTIMS.query().orderBy(ID).pluck(DOC.path("key")))).containsExactlyElementsOf(texts);
    }

    @Test
    @Feature("7.4")
    default void aKeyInJsonIsAnyText(Runner run) {
        List<String> keys = storable().stream()
                // digits are a position, and H2 takes a key for a name, of 256 characters at most
                .filter(key -> key.indexOf(0) < 0 && !key.matches("[0-9]{1,9}") && key.length() <= 256)
                .toList();
        List<List<String>> some = run.list(Flux.fromIterable(keys).buffer(50));

        List<String> lost = run.list(Flux.fromIterable(some).concatMap(HostileValueContract::keysThatAreLost));

        assertThat(lost).isEmpty();
    }

    /** Those of the keys that a document with all of them is not read by. */
    private static Flux<String> keysThatAreLost(List<String> keys) {
        Map<String, String> doc = new LinkedHashMap<>();
        keys.forEach(key -> doc.put(key, "value of " + key));
        return new Victim()
                .set(DOC, doc)
                .save()
                .flatMapMany(victim -> Flux.fromIterable(keys)
                        .flatMap(
                                key -> VICTIMS.whereKey(victim.get(ID))
                                        .pluck(DOC.path(key))
                                        .single("nothing")
                                        .onErrorResume(error -> Mono.just(error.toString()))
                                        .filter(value -> !value.equals("value of " + key))
                                        .map(value -> "«" + key + "» gives " + value),
                                8));
    }

    @Test
    @Feature("7.1")
    default void halfACharacterIsRefused(Runner run) {
        for (String text : HostileStrings.all().stream()
                .filter(HostileValueContract::isCut)
                .toList()) {
            Stream.<Mono<?>>of(
                            named(text).save(),
                            Mono.defer(() -> DB.table("victims").insert(Map.of("name", text))),
                            Mono.defer(() -> VICTIMS.where(NAME_OF.eq(text)).first()),
                            Mono.defer(
                                    () -> VICTIMS.where(DOC.path(text).eq("x")).first()),
                            new Victim().set(DOC, Map.of("key", text)).save())
                    .forEach(work -> assertThat(run.error(work)).isInstanceOf(InvalidTextException.class));
        }
        assertThat(run.statements()).isEmpty();
    }

    @Test
    @Feature("7.1")
    default void aNulIsStoredOrRefused(Runner run) {
        Mono<Victim> saved = named("a\u0000b").save();
        if (storesNul()) {
            assertThat(run.get(saved.flatMap(victim -> VICTIMS.findOrFail(victim.get(ID))))
                            .get(NAME_OF))
                    .isEqualTo("a\u0000b");
        } else {
            assertThat(run.error(saved))
                    .isInstanceOfSatisfying(
                            BadSqlException.class,
                            refused -> assertThat(refused.sqlState()).isEqualTo("22021"));
        }
    }

    @Test
    @Feature("7.1")
    default void whatIsNoScalarIsRefusedWhereOneIsDue(Runner run) {
        for (Object value : List.of(
                Map.of("$ne", ""),
                Map.of(),
                List.of("x"),
                List.of(),
                Set.of("x"),
                new String[] {"x"},
                new Object[] {},
                new int[] {1},
                new Object())) {
            Stream.<Mono<?>>of(
                            Mono.defer(() ->
                                    DB.table("victims").where("name", value).first()),
                            Mono.defer(() -> DB.table("victims")
                                    .where("name", "<", value)
                                    .first()),
                            Mono.defer(() ->
                                    DB.table("victims").whereNot("name", value).first()),
                            Mono.defer(() -> DB.table("victims")
                                    .whereIn("name", List.of("x", value))
                                    .first()),
                            Mono.defer(() -> DB.table("victims")
                                    .whereBetween("name", value, "x")
                                    .first()),
                            Mono.defer(() -> DB.table("victims")
                                    .whereAny(List.of("name"), "=", value)
                                    .first()),
                            Mono.defer(() -> DB.table("victims")
                                    .whereRow(List.of("name"), "=", List.of(value))
                                    .first()),
                            Mono.defer(() ->
                                    DB.table("victims").where("doc->key", value).first()),
                            Mono.defer(() -> DB.table("victims")
                                    .whereRaw("name = ?", value)
                                    .first()),
                            Mono.defer(() -> DB.table("victims").find(value)),
                            Mono.defer(() -> DB.table("victims").insert(Map.of("name", value))),
                            Mono.defer(() -> DB.table("victims").bulkInsert(List.of(Map.of("name", value)))),
                            Mono.defer(() -> DB.table("victims").where("id", 1).update(Map.of("name", value))),
                            Mono.defer(() -> DB.table("victims").bulkDelete("name", List.of(value))),
                            Mono.defer(() -> DB.statement("delete from canary where name = ?", new Object[] {value})),
                            Mono.defer(() -> VICTIMS.where("name", value).first()),
                            Mono.defer(() -> VICTIMS.where("id", value).first()),
                            Mono.defer(() ->
                                    VICTIMS.whereIn("name", List.of("x", value)).first()),
                            Mono.defer(() -> VICTIMS.find(value)),
                            Mono.defer(() -> VICTIMS.findMany(List.of(value)).next()),
                            Mono.defer(() -> VICTIMS.create(Map.of("name", value))),
                            Mono.defer(() -> VICTIMS.query().where("id", 1).update(Map.of("name", value))))
                    .forEach(work -> assertThat(run.error(work)).isInstanceOf(TypeMismatchException.class));
        }
        assertThat(run.statements()).isEmpty();
    }
}
