package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.JsonContract.Document.DATA;
import static dev.ilana.testkit.contract.JsonContract.Document.DOCUMENTS;
import static dev.ilana.testkit.contract.JsonContract.Document.NAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.Table;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.model.ModelQuery;
import dev.ilana.schema.build.Schema;
import dev.ilana.testkit.database.Runner;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Conditions find rows by what is inside their JSON, the same rows on every database. */
public interface JsonContract {

    /** Something of any shape. */
    final class Document extends Model<Document> {

        static final Table<Document> DOCUMENTS = Table.of("documents", Document::new);
        static final Column<Document, Long> ID = DOCUMENTS.id();
        static final Column<Document, String> NAME = DOCUMENTS.string("name");
        static final Column<Document, Object> DATA =
                DOCUMENTS.json("data", Object.class).nullable();

        Document() {
            super(DOCUMENTS);
        }

        static Document of(String name, @Nullable Map<String, ?> data) {
            return new Document().set(NAME, name).set(DATA, data);
        }
    }

    private static Map<String, Object> dark() {
        Map<String, Object> data = new LinkedHashMap<>(Map.of("theme", "dark", "size", 3, "ratio", 1.5, "on", true));
        data.put("born", "2001-02-03");
        data.put("nothing", null);
        data.put("deep", Map.of("er", Map.of("x", "found")));
        data.put("tags", List.of("a", "b", 3));
        data.put("rows", List.of(Map.of("k", 1, "l", 2)));
        return data;
    }

    private static Map<String, Object> odd() {
        Map<String, Object> data = new LinkedHashMap<>(
                Map.of("theme", "a->b \"quoted\" \\ 'x' é日本🌙\n", "size", "big", "on", "true", "tags", "a"));
        data.putAll(KEYS);
        return data;
    }

    /** Keys that would mean something to SQL, to a path, or to a driver. */
    Map<String, Integer> KEYS = Map.of(
            "k\"q",
            1,
            "k.d",
            2,
            "日本 🌙",
            3,
            "$1",
            4,
            "?",
            5,
            "it's",
            6,
            "back\\slash",
            7,
            "`",
            8,
            ":x ?x @p",
            9,
            "tab\t, \u0001\n",
            10);

    @BeforeEach
    default void documents(Runner run) {
        Schema schema = Schema.on(run.database());
        run.value(schema.dropIfExists("documents").then(schema.create("documents", table -> {
            table.id();
            table.string("name");
            table.json("data").nullable();
        })));
        run.list(DOCUMENTS.insertMany(Flux.just(
                Document.of("dark", dark()),
                Document.of("loud", Map.of("theme", "DARK", "size", "3", "ratio", 10, "on", false, "tags", List.of())),
                Document.of("odd", odd()),
                Document.of("null", null))));
        run.forgetStatements();
    }

    private static List<String> names(Runner run, ModelQuery<Document> query) {
        return run.list(query.pluck(NAME)).stream().sorted().toList();
    }

    @Test
    @Feature("7.4")
    default void textAtAPathIsComparedAsItIsLetterByLetter(Runner run) {
        assertThat(names(run, DOCUMENTS.where("data->theme", "dark"))).containsExactly("dark");
        assertThat(names(run, DOCUMENTS.where(DATA.path("theme").eq("dark")))).containsExactly("dark");
        assertThat(names(run, DOCUMENTS.where("data->theme", "<>", "dark"))).containsExactly("loud", "odd");
        assertThat(names(run, DOCUMENTS.where("data->theme", "a->b \"quoted\" \\ 'x' é日本🌙\n")))
                .containsExactly("odd");
        assertThat(names(run, DOCUMENTS.whereIn("data->theme", List.of("dark", "light"))))
                .containsExactly("dark");
        assertThat(names(run, DOCUMENTS.where("data->theme", "like", "%日本%"))).containsExactly("odd");
        assertThat(names(run, DOCUMENTS.where(DATA.path("theme").ilike("dar_"))))
                .containsExactly("dark", "loud");
        assertThat(names(run, DOCUMENTS.where("data->deep->er->x", "found"))).containsExactly("dark");
        assertThat(names(run, DOCUMENTS.where("data->size", "3")))
                .as("a number reads as its digits")
                .containsExactly("dark", "loud");
        assertThat(names(run, DOCUMENTS.query().whereBetween("data->born", "2001-01-01", "2001-12-31")))
                .containsExactly("dark");
    }

    @Test
    @Feature("7.4")
    default void aNumberAtAPathIsComparedAsANumberAndAnythingElseIsNone(Runner run) {
        assertThat(names(run, DOCUMENTS.where("data->size", 3))).containsExactly("dark");
        assertThat(names(run, DOCUMENTS.where("data->size", "<", 100L))).containsExactly("dark");
        assertThat(names(run, DOCUMENTS.where(DATA.path(Integer.class, "size").ge(3))))
                .containsExactly("dark");
        assertThat(names(run, DOCUMENTS.where("data->ratio", ">", 2))).containsExactly("loud");
        assertThat(names(run, DOCUMENTS.where("data->ratio", ">", 1))).containsExactly("dark", "loud");
        assertThat(names(run, DOCUMENTS.where("data->ratio", new BigDecimal("1.50"))))
                .containsExactly("dark");
        assertThat(names(run, DOCUMENTS.where("data->ratio", 1.5))).containsExactly("dark");
        assertThat(names(run, DOCUMENTS.whereIn("data->size", List.of(1, 2L, 3.0))))
                .containsExactly("dark");
        assertThat(names(run, DOCUMENTS.query().whereNotIn("data->size", List.of(1, 2))))
                .containsExactly("dark");
        assertThat(names(run, DOCUMENTS.whereBetween("data->ratio", 1, 1.75))).containsExactly("dark");
    }

    @Test
    @Feature("7.4")
    default void aBooleanAtAPathIsNoText(Runner run) {
        assertThat(names(run, DOCUMENTS.where("data->on", true))).containsExactly("dark");
        assertThat(names(run, DOCUMENTS.where("data->on", false))).containsExactly("loud");
        assertThat(names(run, DOCUMENTS.where(DATA.path(Boolean.class, "on").isTrue())))
                .containsExactly("dark");
        assertThat(names(run, DOCUMENTS.where("data->on", "true"))).containsExactly("dark", "odd");
    }

    @Test
    @Feature("7.4")
    default void aDateAtAPathIsComparedAsADate(Runner run) {
        assertThat(names(run, DOCUMENTS.where("data->born", "<", LocalDate.of(2002, 1, 1))))
                .containsExactly("dark");
    }

    @Test
    @Feature("7.4")
    default void jsonNullIsNullAndSoIsWhatIsMissing(Runner run) {
        assertThat(names(run, DOCUMENTS.where("data->nothing", null))).containsExactly("dark", "loud", "null", "odd");
        assertThat(names(run, DOCUMENTS.query().whereNotNull("data->nothing"))).isEmpty();
        assertThat(names(run, DOCUMENTS.where("data->born", null))).containsExactly("loud", "null", "odd");
        assertThat(names(run, DOCUMENTS.where(DATA.path("born").isNotNull()))).containsExactly("dark");
        assertThat(names(run, DOCUMENTS.whereNull("data->deep->nowhere->x")))
                .containsExactly("dark", "loud", "null", "odd");
    }

    @Test
    @Feature("7.4")
    default void aPositionInAnArrayIsItsNumberFromZero(Runner run) {
        assertThat(names(run, DOCUMENTS.where("data->tags->0", "a").where("data->tags->2", 3)))
                .containsExactly("dark");
        assertThat(names(run, DOCUMENTS.where(DATA.path("tags", "1").eq("b")))).containsExactly("dark");
        assertThat(names(run, DOCUMENTS.where("data->tags->2", 3))).containsExactly("dark");
        assertThat(names(run, DOCUMENTS.where("data->tags->9", "a"))).isEmpty();
        assertThat(names(run, DOCUMENTS.where("data->rows->0->k", 1))).containsExactly("dark");
    }

    @Test
    @Feature("7.4")
    default void aKeyMayHaveAnyCharacters(Runner run) {
        KEYS.forEach((key, value) -> {
            assertThat(names(run, DOCUMENTS.where("data->" + key, value)))
                    .as(key)
                    .containsExactly("odd");
            assertThat(names(run, DOCUMENTS.where(DATA.containsKey(key))))
                    .as(key)
                    .containsExactly("odd");
            assertThat(names(run, DOCUMENTS.where(DATA.path(key).eq("x"))))
                    .as(key)
                    .isEmpty();
        });
        for (String hostile :
                List.of("x' or 1=1 --", "x\"') or (1=1", "]) or (1=1", "*", "**", "$", "@", ";", "\u0001")) {
            assertThat(names(run, DOCUMENTS.where(DATA.path(hostile).eq("x"))))
                    .as(hostile)
                    .isEmpty();
            assertThat(names(run, DOCUMENTS.where(DATA.containsKey(hostile))))
                    .as(hostile)
                    .isEmpty();
        }
    }

    @Test
    @Feature("7.4")
    default void whatIsReadAtAPathHasItsType(Runner run) {
        ModelQuery<Document> dark = DOCUMENTS.where(NAME.eq("dark"));
        assertThat(run.get(dark.value(DATA.path("theme")))).isEqualTo("dark");
        assertThat(run.get(dark.value(DATA.path(Integer.class, "size")))).isEqualTo(3);
        assertThat(run.get(dark.value(DATA.path(Long.class, "size")))).isEqualTo(3L);
        assertThat(run.get(dark.value(DATA.path(Double.class, "ratio")))).isEqualTo(1.5);
        assertThat(run.get(dark.value(DATA.path(BigDecimal.class, "ratio")))).isEqualByComparingTo("1.5");
        assertThat(run.get(dark.value(DATA.path(Boolean.class, "on")))).isTrue();
        assertThat(run.get(dark.value(DATA.path("tags").jsonLength()))).isEqualTo(3);
        assertThat(run.value(dark.value(DATA.path(Integer.class, "theme")))).isNull();
        assertThat(run.get(DOCUMENTS.where(NAME.eq("odd")).value(DATA.path("theme"))))
                .isEqualTo("a->b \"quoted\" \\ 'x' é日本🌙\n");
    }

    @Test
    @Feature("7.4")
    default void containsFindsScalarsListsAndPartsOfObjects(Runner run) {
        assertThat(names(run, DOCUMENTS.query().whereJsonContains("data->tags", "a")))
                .containsExactly("dark", "odd");
        assertThat(names(run, DOCUMENTS.query().whereJsonContains("data->tags", 3)))
                .containsExactly("dark");
        assertThat(names(run, DOCUMENTS.query().whereJsonContains("data->tags", List.of("b", "a"))))
                .containsExactly("dark");
        assertThat(names(run, DOCUMENTS.query().whereJsonContains("data->tags", List.of("b", "z"))))
                .isEmpty();
        assertThat(names(run, DOCUMENTS.query().whereJsonContains("data->deep", Map.of("er", Map.of("x", "found")))))
                .containsExactly("dark");
        assertThat(names(run, DOCUMENTS.query().whereJsonContains("data", Map.of("theme", "dark", "size", 3))))
                .containsExactly("dark");
        assertThat(names(run, DOCUMENTS.query().whereJsonContains("data->rows", List.of(Map.of("k", 1)))))
                .containsExactly("dark");
        assertThat(names(run, DOCUMENTS.query().whereJsonContains("data->rows", List.of(Map.of("k", 2)))))
                .isEmpty();
        assertThat(names(run, DOCUMENTS.query().whereJsonContains("data->on", true)))
                .containsExactly("dark");
        assertThat(names(run, DOCUMENTS.query().whereJsonContains("data->nothing", null)))
                .containsExactly("dark");
        assertThat(names(run, DOCUMENTS.where(DATA.contains(Map.of("theme", "DARK")))))
                .containsExactly("loud");
        assertThat(names(run, DOCUMENTS.where(DATA.path("tags").contains("b")))).containsExactly("dark");
        assertThat(names(
                        run,
                        DOCUMENTS
                                .where("name", "null")
                                .orWhereJsonContains("data->tags", "b")
                                .orWhereJsonDoesntContain("data->tags", "a")))
                .containsExactly("dark", "loud", "null");
    }

    @Test
    @Feature("7.4")
    default void whatIsNotThereDoesNotContainNorLackAnything(Runner run) {
        assertThat(names(run, DOCUMENTS.query().whereJsonDoesntContain("data->tags", "a")))
                .containsExactly("loud");
        assertThat(names(run, DOCUMENTS.query().whereJsonDoesntContain("data->deep", Map.of("y", 1))))
                .containsExactly("dark");
    }

    @Test
    @Feature("7.4")
    default void containsKeyFindsAlsoAJsonNull(Runner run) {
        assertThat(names(run, DOCUMENTS.query().whereJsonContainsKey("data->nothing")))
                .containsExactly("dark");
        assertThat(names(run, DOCUMENTS.query().whereJsonContainsKey("data->deep->er")))
                .containsExactly("dark");
        assertThat(names(run, DOCUMENTS.query().whereJsonContainsKey("data->tags->1")))
                .containsExactly("dark");
        assertThat(names(run, DOCUMENTS.query().whereJsonDoesntContainKey("data->born")))
                .containsExactly("loud", "null", "odd");
        assertThat(names(
                        run,
                        DOCUMENTS
                                .where("name", "loud")
                                .orWhereJsonContainsKey("data->born")
                                .orWhereJsonDoesntContainKey("data->theme")))
                .containsExactly("dark", "loud", "null");
        assertThat(names(run, DOCUMENTS.where(DATA.path("deep").containsKey("er", "x"))))
                .containsExactly("dark");
    }

    @Test
    @Feature("7.4")
    default void lengthCountsTheElementsOfAnArrayAndOfNothingElse(Runner run) {
        assertThat(names(run, DOCUMENTS.query().whereJsonLength("data->tags", 3)))
                .containsExactly("dark");
        assertThat(names(run, DOCUMENTS.query().whereJsonLength("data->tags", "<", 3)))
                .containsExactly("loud");
        assertThat(names(run, DOCUMENTS.query().whereJsonLength("data->deep", ">=", 0)))
                .isEmpty();
        assertThat(names(run, DOCUMENTS.where(NAME.eq("odd")).orWhereJsonLength("data->tags", "=", 0)))
                .containsExactly("loud", "odd");
        assertThat(names(run, DOCUMENTS.where(DATA.path("tags").jsonLength().gt(1))))
                .containsExactly("dark");
        assertThat(names(run, DOCUMENTS.where(DATA.jsonLength().gt(0)))).isEmpty();
    }

    @Test
    @Feature("7.4")
    default void jsonIsEqualWhenItSaysTheSame(Runner run) {
        Object loud = run.get(DOCUMENTS.where(NAME.eq("loud")).first()).get(DATA);
        assertThat(names(run, DOCUMENTS.where(DATA.eq(loud)))).containsExactly("loud");
        assertThat(names(run, DOCUMENTS.where(DATA.ne(loud)))).containsExactly("dark", "odd");
    }

    @Test
    @Feature("7.4")
    default void jsonThatIsNullAsAWholeIsThereAndReadsAsNull(Runner run) {
        Object writtenAsNull = new AtomicReference<>();
        run.get(new Document().set(NAME, "json null").set(DATA, writtenAsNull).save());

        assertThat(names(run, DOCUMENTS.where(DATA.isNull()))).containsExactly("null");
        assertThat(names(run, DOCUMENTS.where(DATA.contains(null)))).containsExactly("json null");
        assertThat(names(run, DOCUMENTS.whereNull("data->theme"))).containsExactly("json null", "null");
        assertThat(names(run, DOCUMENTS.query().whereJsonDoesntContainKey("data->theme")))
                .containsExactly("json null", "null");
        assertThat(run.get(DOCUMENTS.where(NAME.eq("json null")).first()).get(DATA))
                .isNull();
    }

    @Test
    @Feature("7.4")
    default void aTableWithoutAModelHasTheSamePaths(Runner run) {
        assertThat(run.list(DB.table("documents").where("data->size", 3).pluck("name")))
                .containsExactly("dark");
        assertThat(run.list(DB.table("documents")
                        .where("documents.data->theme", "DARK")
                        .pluck("name")))
                .containsExactly("loud");
        assertThat(run.list(DB.table("documents")
                        .whereJsonContains("data->tags", List.of("a"))
                        .pluck("name")))
                .containsExactly("dark");
    }

    @Test
    @Feature("7.4")
    default void whatCanBeNoPathIsRefusedAtOnce(Runner run) {
        for (String path : List.of("data->", "data->->x", "data->a->", "->a")) {
            assertThatThrownBy(() -> DOCUMENTS.where(path, 1))
                    .as(path)
                    .isInstanceOf(dev.ilana.error.IlanaException.class);
        }
        assertThatThrownBy(() -> DOCUMENTS.where("name->x", 1))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("name is no JSON, but STRING");
        assertThatThrownBy(() -> DOCUMENTS.query().whereJsonContains("name", 1))
                .isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> DOCUMENTS.query().whereJsonContainsKey("data"))
                .isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> NAME.path("x")).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> DATA.path()).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> DATA.containsKey()).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> DATA.path(Thread.class, "x")).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> DOCUMENTS.where("data->x", List.of(1))).isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> DOCUMENTS.whereIn("data->x", List.of(1, "a")))
                .isInstanceOf(TypeMismatchException.class)
                .hasMessage("a list takes java.lang.Integer as its other values, not java.lang.String");
        assertThatThrownBy(() -> DOCUMENTS.query().whereJsonContains("data", new Object()))
                .isInstanceOf(TypeMismatchException.class);
        assertThat(run.statements()).isEmpty();
    }
}
