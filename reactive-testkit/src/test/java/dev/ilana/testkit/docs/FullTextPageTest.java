package dev.ilana.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.query.Row;
import dev.ilana.schema.build.Schema;
import dev.ilana.sql.Criterion.FullText.Mode;
import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.DatabaseTest;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** The Java of {@code docs/queries.md} that H2, on which the other pages run, can't: full text, on PostgreSQL. */
@DatabaseTest(DatabaseKind.POSTGRESQL)
class FullTextPageTest {

    @Test
    void fullText(Runner run) {
        run.value(Schema.on(run.database()).create("articles", table -> {
            table.id();
            table.string("title");
            table.text("body");
        }));
        run.value(DB.table("articles")
                .insert(List.of(
                        Map.of("title", "Engines", "body", "the analytical engine weaves patterns"),
                        Map.of("title", "Looms", "body", "the loom weaves flowers and leaves"))));
        String typed = "weaves -loom";

        // tag::fullText
        Flux<Row> all = DB.table("articles")
                .whereFullText(List.of("title", "body"), "weaves patterns") // all of the words
                .get();
        Flux<Row> asTyped = DB.table("articles")
                .whereFullText(List.of("body"), typed, Mode.WEB, "english") // a search box: "a phrase", or, -without
                .get();
        // end::fullText

        assertThat(run.list(all)).extracting(row -> row.get("title")).containsExactly("Engines");
        assertThat(run.list(asTyped)).extracting(row -> row.get("title")).containsExactly("Engines");
    }
}
