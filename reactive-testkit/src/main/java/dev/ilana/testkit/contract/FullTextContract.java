package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.dialect.Capability;
import dev.ilana.query.Query;
import dev.ilana.schema.build.Schema;
import dev.ilana.sql.Criterion.FullText.Mode;
import dev.ilana.testkit.database.Needs;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Full-text search finds the same articles on each database that has it. */
public interface FullTextContract {

    /** The statements that make the indexes of {@code articles}: one of {@code body}, one of {@code title, body}. */
    List<String> fullTextIndexes();

    @BeforeEach
    default void articles(Runner run) {
        Schema schema = Schema.on(run.database());
        run.value(schema.dropIfExists("articles").then(schema.create("articles", table -> {
            table.id();
            table.string("title").nullable();
            table.text("body");
        })));
        for (String index : fullTextIndexes()) {
            run.value(DB.statement(index));
        }
        run.value(DB.table("articles")
                .insert(List.of(
                        Map.of("title", "Fox", "body", "the quick brown fox jumps over the lazy dog"),
                        Map.of("title", "Reactive", "body", "a reactive database library for joyful people"),
                        Map.of("title", "Quick", "body", "the database of the quick and the brown bear"))));
        run.value(DB.table("articles").insert(Map.of("body", "an untitled article on zebras")));
        run.forgetStatements();
    }

    private static List<Object> found(Runner run, String words) {
        return found(run, words, Mode.NATURAL);
    }

    private static List<Object> found(Runner run, String words, Mode mode) {
        return titles(run, DB.table("articles").whereFullText(List.of("body"), words, mode, null));
    }

    private static List<Object> titles(Runner run, Query query) {
        return run.list(query.orderBy("title").pluck("title"));
    }

    @Test
    @Feature("7.8")
    @Needs(Capability.FULL_TEXT)
    default void naturallyAllOfTheWordsAreMeant(Runner run) {
        assertThat(found(run, "quick")).containsExactly("Fox", "Quick");
        assertThat(found(run, "brown quick")).containsExactly("Fox", "Quick");
        assertThat(found(run, "database quick")).containsExactly("Quick");
        assertThat(found(run, "the quick fox")).containsExactly("Fox");
        assertThat(found(run, "QUICK, Fox!")).containsExactly("Fox");
        assertThat(found(run, "unicorn")).isEmpty();
        assertThat(found(run, "")).isEmpty();
    }

    @Test
    @Feature("7.8")
    @Needs(Capability.FULL_TEXT)
    default void aPhraseIsInThisOrder(Runner run) {
        assertThat(found(run, "quick brown", Mode.PHRASE)).containsExactly("Fox");
        assertThat(found(run, "brown quick", Mode.PHRASE)).isEmpty();
        assertThat(found(run, "\"quick\" brown\"", Mode.PHRASE)).containsExactly("Fox");
    }

    @Test
    @Feature("7.8")
    @Needs(Capability.FULL_TEXT)
    default void aSearchBoxKnowsPhrasesOrAndWithout(Runner run) {
        assertThat(found(run, "quick -fox", Mode.WEB)).containsExactly("Quick");
        assertThat(found(run, "\"quick brown\"", Mode.WEB)).containsExactly("Fox");
        assertThat(found(run, "quick -\"quick brown\"", Mode.WEB)).containsExactly("Quick");
        assertThat(found(run, "fox or reactive", Mode.WEB)).containsExactly("Fox", "Reactive");
        assertThat(found(run, "database bear or joyful", Mode.WEB)).containsExactly("Quick", "Reactive");
        assertThat(found(run, "the database", Mode.WEB)).containsExactly("Quick", "Reactive");
    }

    @Test
    @Feature("7.8")
    @Needs(Capability.FULL_TEXT)
    default void whateverAPersonTypesIsNoError(Runner run) {
        for (String typed : List.of(
                "+-fox (",
                "\"",
                "\"\"",
                "()",
                "* fox*",
                "@5 ~<>",
                "or",
                "or or",
                "-",
                "--",
                "fox'; drop table articles; --",
                "fox\\",
                "&|!:*",
                "<->",
                "a:b",
                "日本",
                "🌙",
                "fox) against ('",
                "%_",
                "\"fox",
                "fox\" \"")) {
            for (Mode mode : Mode.values()) {
                assertThat(found(run, typed, mode)).as(typed).hasSizeLessThan(4);
            }
        }
        assertThat(run.get(DB.table("articles").count())).isEqualTo(4);
    }

    @Test
    @Feature("7.8")
    @Needs(Capability.FULL_TEXT)
    default void severalColumnsAreOneTextAndANullHidesNothing(Runner run) {
        List<String> both = List.of("title", "body");
        assertThat(titles(run, DB.table("articles").whereFullText(both, "reactive")))
                .containsExactly("Reactive");
        assertThat(titles(run, DB.table("articles").whereFullText(both, "fox jumps")))
                .containsExactly("Fox");
        assertThat(run.get(DB.table("articles").whereFullText(both, "zebras").count()))
                .isEqualTo(1);
        assertThat(titles(
                        run,
                        DB.table("articles")
                                .where("title", "Quick")
                                .orWhereFullText(both, "lazy dog")
                                .orWhereFullText(both, "joyful -fox", Mode.WEB, null)))
                .containsExactly("Fox", "Quick", "Reactive");
    }

    @Test
    @Feature("7.8")
    @Needs(Capability.FULL_TEXT)
    default void aLanguageIsForTheDatabasesThatKnowLanguages(Runner run) {
        assertThat(titles(
                        run, DB.table("articles").whereFullText(List.of("body"), "database", Mode.NATURAL, "english")))
                .containsExactly("Quick", "Reactive");
    }
}
