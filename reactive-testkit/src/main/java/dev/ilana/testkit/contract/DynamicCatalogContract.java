package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.PrismaShopContract.created;
import static dev.ilana.testkit.contract.PrismaShopContract.present;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.Table;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.dynamic.DynamicModel;
import dev.ilana.schema.dynamic.DynamicModels;
import dev.ilana.testkit.database.Runner;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The tables that a database has are models, with relations by its foreign keys. */
public interface DynamicCatalogContract extends DynamicShopContract {

    /** The tables of the Prisma file, as the database tells of them. */
    private static DynamicModels shop(Runner run) {
        var unused = created(run, SHOP);
        return DynamicModels.of(present(run));
    }

    private static DynamicModel user(Runner run, DynamicModels models, String email) {
        return run.get(models.model("users")
                .create(Map.of("email", email, "updatedAt", LocalDateTime.of(2024, 2, 29, 12, 0))));
    }

    @Test
    @Feature({"2.14", "10.6"})
    default void tablesHaveTheirColumnsAndTheRelationsOfTheirKeys(Runner run) {
        DynamicModels models = shop(run);

        assertThat(models.names())
                .containsExactlyInAnyOrder(
                        "users", "Post", "Tag", "Profile", "Comment", "Vote", "_friends", "_liked", "_PostToTag");
        assertThat(models.model("users").relationNames())
                .containsExactlyInAnyOrder(
                        "boss",
                        "usersByBoss",
                        "PostsByAuthor",
                        "Profile",
                        "Posts_by_liked",
                        "users_by_friends_A",
                        "users_by_friends_B");
    }

    @Test
    @Feature({"2.14", "10.6"})
    default void rowsOfTablesAreWrittenAndRead(Runner run) {
        DynamicModels models = shop(run);
        DynamicModel ada = user(run, models, "ada@example.com");

        assertThat(ada.get("id")).isEqualTo(1);
        assertThat(ada.get("created_at")).isNotNull();
        run.get(ada.set("full_name", "Ada").set("settings", Map.of("on", true)).save());
        DynamicModel found =
                run.get(models.model("users").where("full_name", "Ada").firstOrFail());
        assertThat(found.get("role")).isEqualTo("admin");
        assertThat(found.get("settings")).isEqualTo(Map.of("on", true));
        assertThat(found.get("active")).isEqualTo(true);
        assertThat(run.get(found.delete())).isTrue();
    }

    /** Tables in the usual names, with each kind of relation. */
    private static DynamicModels library(Runner run) {
        Schema schema = Schema.on(run.database());
        run.value(schema.create("authors", t -> {
                    t.id();
                    t.string("name", 40).unique();
                    t.foreignId("mentor_id").nullable().constrained("authors");
                })
                .then(schema.create("passports", t -> {
                    t.foreignId("author_id").primary().constrained();
                    t.string("number", 20);
                }))
                .then(schema.create("books", t -> {
                    t.id();
                    t.string("title", 40);
                    t.foreignId("author_id").constrained();
                    t.foreignId("editor_id").nullable().constrained("authors");
                    t.integer("pages").defaultTo(100);
                }))
                .then(schema.create("genres", t -> {
                    t.id();
                    t.string("name", 40);
                }))
                .then(schema.create("book_genre", t -> {
                    t.foreignId("book_id").constrained();
                    t.foreignId("genre_id").constrained();
                    t.primary("book_id", "genre_id");
                })));
        return DynamicModels.of(present(run));
    }

    @Test
    @Feature({"2.14", "10.6"})
    default void everyRelationOfForeignKeysIsLoadedAskedAndWritten(Runner run) {
        DynamicModels models = library(run);
        Table<DynamicModel> authors = models.model("authors");
        DynamicModel ada = run.get(authors.create(Map.of("name", "Ada")));
        DynamicModel bob = run.get(authors.create(Map.of("name", "Bob", "mentor_id", 1)));
        run.get(ada.related("passport").create(Map.of("number", "P1")));
        DynamicModel book = run.get(ada.related("books_by_author").create(Map.of("title", "Notes")));
        run.get(book.associate("editor", bob).save());
        run.get(book.related("genres").create(Map.of("name", "science")));

        DynamicModel loaded = run.get(
                authors.with("passport.author", "books_by_author.genres.books", "books_by_editor", "authors", "mentor")
                        .find(1));
        assertThat(Objects.requireNonNull(loaded.one("passport")).get("number")).isEqualTo("P1");
        DynamicModel notes = loaded.many("books_by_author").get(0);
        assertThat(notes.get("pages")).isEqualTo(100);
        assertThat(notes.many("genres").get(0).many("books")).hasSize(1);
        assertThat(loaded.many("books_by_editor")).isEmpty();
        assertThat(loaded.many("authors"))
                .extracting(author -> author.get("name"))
                .containsExactly("Bob");
        assertThat(loaded.one("mentor")).isNull();
        assertThat(run.get(authors.query().has("books_by_editor").count())).isEqualTo(1);
        assertThat(run.get(authors.query()
                        .<DynamicModel>whereHas("books_by_author.genres", genres -> genres.where("name", "science"))
                        .count()))
                .isEqualTo(1);
        assertThat(run.get(book.pivot("genres").detach())).isEqualTo(1);
        assertThat(run.get(models.model("book_genre").count())).isZero();
    }

    @Test
    @Feature({"2.14", "10.6"})
    default void aRowOfATableBetweenIsAModelToo(Runner run) {
        DynamicModels models = library(run);
        DynamicModel ada = run.get(models.model("authors").create(Map.of("name", "Ada")));
        DynamicModel book = run.get(ada.related("books_by_author").create(Map.of("title", "Notes")));
        DynamicModel genre = run.get(models.model("genres").create(Map.of("name", "science")));

        DynamicModel pair = run.get(models.model("book_genre")
                .create(Map.of(
                        "book_id", Objects.requireNonNull(book.getKey()),
                        "genre_id", Objects.requireNonNull(genre.getKey()))));
        assertThat(pair.getKey()).isEqualTo(List.of(1L, 1L));
        assertThat(Objects.requireNonNull(run.get(pair.load("genre")).one("genre"))
                        .get("name"))
                .isEqualTo("science");
        assertThat(run.get(book.relation("genres").count())).isEqualTo(1);
        assertThat(run.get(pair.delete())).isTrue();
    }

    @Test
    @Feature("2.14")
    default void whatTheDatabaseComputesIsReadAndNotWritten(Runner run) {
        run.value(Schema.on(run.database()).create("boxes", t -> {
            t.id();
            t.integer("side");
            t.integer("area").storedAs("side * side").nullable();
        }));
        DynamicModels models = DynamicModels.of(present(run));

        DynamicModel box = run.get(models.model("boxes").create(Map.of("side", 3)));
        assertThat(run.get(box.refresh()).get("area")).isEqualTo(9);
        run.get(box.set("side", 4).save());
        DynamicModel copy = run.get(box.refresh()).replicate();
        assertThat(run.get(run.get(copy.save()).refresh()).get("area")).isEqualTo(16);
        assertThat(run.error(Mono.fromSupplier(() -> box.set("area", 1)))).isInstanceOf(InvalidUsageException.class);
    }
}
