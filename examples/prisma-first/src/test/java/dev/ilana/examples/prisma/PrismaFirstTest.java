package dev.ilana.examples.prisma;

import static dev.ilana.examples.prisma.Records.keyOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.error.UniqueViolationException;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.error.UnknownModelException;
import dev.ilana.error.UnknownRelationException;
import dev.ilana.schema.dynamic.DynamicModel;
import dev.ilana.schema.ensure.SchemaRegistry;
import dev.ilana.schema.prisma.syntax.MalformedPrismaException;
import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.DatabaseTest;
import dev.ilana.testkit.database.Runner;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What the file says is there, and goes by its names. */
class PrismaFirstTest {

    @Nested
    @DatabaseTest(DatabaseKind.H2)
    class OnH2 extends ByNames {}

    @Nested
    @DatabaseTest(DatabaseKind.POSTGRESQL)
    class OnPostgreSql extends ByNames {}

    abstract static class ByNames {

        private Records records;

        @BeforeEach
        void open(Runner run) {
            records = run.get(Records.open(run.database(), SchemaFile.read()));
        }

        @Test
        void theTablesAreMadeOnce(Runner run) {
            run.get(Records.open(run.database(), SchemaFile.read()));

            assertThat(run.list(SchemaRegistry.on(run.database()).history())).hasSize(1);
        }

        @Test
        void aRecordIsStoredFoundChangedAndDeleted(Runner run) {
            DynamicModel ada = author(run);
            Object key = keyOf(ada);

            assertThat(run.get(records.find("Author", key)).get("name")).isEqualTo("Ada");
            assertThat(run.get(records.change("Author", key, Map.of("name", "Ada L.")))
                            .get("name"))
                    .isEqualTo("Ada L.");
            assertThat(run.get(records.find("Author", key)).get("name")).isEqualTo("Ada L.");
            assertThat(run.get(records.delete("Author", key))).isTrue();
            assertThat(run.get(records.delete("Author", key))).isFalse();
            assertThat(run.value(records.find("Author", key))).isNull();
            assertThat(run.value(records.change("Author", key, Map.of("name", "Eve"))))
                    .isNull();
        }

        @Test
        void defaultsAreThoseOfTheFile(Runner run) {
            DynamicModel book = run.get(records.create(author(run), "books", Map.of("title", "Notes")));

            assertThat(book.get("status")).isEqualTo("DRAFT");
            assertThat(UUID.fromString(book.get("id", String.class)).version()).isEqualTo(7);
            assertThat(book.get("price")).isNull();
        }

        @Test
        void relationsAreLoadedByTheirNames(Runner run) {
            DynamicModel ada = author(run);
            DynamicModel notes = run.get(records.create(ada, "books", Map.of("title", "Notes", "price", 12)));
            run.get(records.findOrCreate("Tag", Map.of("name", "engines")));
            run.get(records.relate(notes, "tags", List.of("engines")));
            run.forgetStatements();

            DynamicModel found = run.get(records.find("Author", keyOf(ada), "books.tags"));

            assertThat(run.statements()).hasSize(3);
            DynamicModel book = found.many("books").get(0);
            assertThat(book.get("price", BigDecimal.class)).isEqualByComparingTo("12");
            assertThat(book.many("tags").get(0).get("name")).isEqualTo("engines");
            assertThat(ada.is(run.get(records.find("Book", keyOf(notes), "author"))
                            .one("author")))
                    .isTrue();
        }

        @Test
        void whatTheFileRefusesIsRefused(Runner run) {
            DynamicModel ada = author(run);

            assertThat(run.error(records.create("Author", Map.of("name", "Eve", "email", ada.get("email")))))
                    .isInstanceOf(UniqueViolationException.class);
            assertThat(run.error(Mono.defer(() -> records.create("Autor", Map.of()))))
                    .isInstanceOf(UnknownModelException.class)
                    .hasMessageContaining("Author");
            assertThat(run.error(Mono.defer(() -> records.create("Author", Map.of("nam", "Eve")))))
                    .isInstanceOf(UnknownColumnException.class)
                    .hasMessageContaining("name");
            assertThat(run.error(Mono.defer(() -> records.find("Author", 1, "book"))))
                    .isInstanceOf(UnknownRelationException.class)
                    .hasMessageContaining("books");
            assertThat(run.error(Mono.defer(() -> Records.open(
                            run.database(), SchemaFile.read().replace("title    String", "title    Strng")))))
                    .isInstanceOf(MalformedPrismaException.class)
                    .hasMessageContaining("did you mean \"String\"?");
        }

        @Test
        void aFileThatGrowsIsFollowed(Runner run) {
            DynamicModel ada = author(run);

            Records grown = run.get(Records.open(
                    run.database(),
                    SchemaFile.read().replace("  email    String", "  born     Int?\n  email    String")));

            assertThat(run.get(grown.change("Author", keyOf(ada), Map.of("born", 1815)))
                            .get("born"))
                    .isEqualTo(1815);
        }

        @Test
        void theTourIsPrintedAsJson(Runner run) {
            List<String> lines = run.list(PrismaFirst.tour(records));

            assertThat(lines).hasSize(3);
            assertThat(lines.get(0)).contains("\"name\":\"Ada\"", "\"joinedAt\":\"");
            assertThat(lines.get(1)).contains("\"status\":\"PUBLISHED\"", "\"authorId\":");
            assertThat(lines.get(2)).contains("\"books\":[{", "\"tags\":[{\"name\":\"engines\"");
        }

        private DynamicModel author(Runner run) {
            return run.get(records.create(
                    "Author", Map.of("name", "Ada", "email", UUID.randomUUID().toString())));
        }
    }
}
