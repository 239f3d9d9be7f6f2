package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.DynamicShopContract.emails;
import static dev.ilana.testkit.contract.DynamicShopContract.post;
import static dev.ilana.testkit.contract.DynamicShopContract.shop;
import static dev.ilana.testkit.contract.DynamicShopContract.user;
import static dev.ilana.testkit.contract.PrismaShopContract.created;
import static dev.ilana.testkit.contract.PrismaShopContract.present;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.Table;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.query.Page;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.dynamic.DynamicModel;
import dev.ilana.schema.dynamic.DynamicModels;
import dev.ilana.testkit.database.Runner;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** The models of a Prisma file do what those of classes do: they are written and read, page by page, streamed, in bulk. */
public interface DynamicContract extends DynamicShopContract {

    // Attributes

    @Test
    @Feature("2.14")
    default void eachTypeOfFieldComesBackAsItWas(Runner run) {
        DynamicModels models = shop(run);
        Map<String, Object> settings = Map.of("theme", "dark", "sizes", List.of(1, 2), "deep", Map.of("on", true));
        DynamicModel ada = run.get(models.model("User")
                .create(Map.ofEntries(
                        Map.entry("email", "ada@example.com"),
                        Map.entry("name", "Ada"),
                        Map.entry("role", "GUEST"),
                        Map.entry("balance", new BigDecimal("7.5")),
                        Map.entry("active", false),
                        Map.entry("score", 2.25),
                        Map.entry("seen", 8_000_000_000L),
                        Map.entry("small", 9),
                        Map.entry("settings", settings),
                        Map.entry("picture", new byte[] {1, 2, 3}),
                        Map.entry("short", "abc"),
                        Map.entry("born", LocalDate.of(1815, 12, 10)),
                        Map.entry("wakes", LocalTime.of(6, 30)))));

        DynamicModel found = run.get(ada.fresh());
        assertThat(found.get("email")).isEqualTo("ada@example.com");
        assertThat(found.get("name")).isEqualTo("Ada");
        assertThat(found.get("role")).isEqualTo("GUEST");
        assertThat(found.get("balance", BigDecimal.class)).isEqualByComparingTo("7.5");
        assertThat(found.get("active")).isEqualTo(false);
        assertThat(found.get("score")).isEqualTo(2.25);
        assertThat(found.get("seen")).isEqualTo(8_000_000_000L);
        assertThat(found.get("small", Integer.class)).isEqualTo(9);
        assertThat(found.get("settings")).isEqualTo(settings);
        assertThat(found.get("picture", byte[].class)).containsExactly(1, 2, 3);
        assertThat(found.get("short")).isEqualTo("abc");
        assertThat(found.get("born")).isEqualTo(LocalDate.of(1815, 12, 10));
        assertThat(found.get("wakes")).isEqualTo(LocalTime.of(6, 30));
        assertThat(found.toJson()).contains("\"theme\":\"dark\"", "\"role\":\"GUEST\"", "\"born\":\"1815-12-10\"");
        assertThat(found.isDirty()).as("JSON that was read and not changed").isFalse();
    }

    @Test
    @Feature("2.14")
    default void aNewModelHasWhatTheFileGivesIt(Runner run) {
        DynamicModels models = shop(run);
        DynamicModel ada = user(run, models, "ada@example.com");
        DynamicModel post = post(run, ada, "One");

        assertThat(ada.get("id")).isEqualTo(1);
        assertThat(ada.get("role")).isEqualTo("ADMIN");
        assertThat(ada.get("code")).isEqualTo("it's; \"new\"");
        assertThat(ada.get("createdAt", LocalDateTime.class)).isNotNull();
        assertThat(ada.get("updatedAt", LocalDateTime.class)).isEqualTo(ada.get("createdAt"));
        assertThat(post.get("id", String.class)).matches("[0-9a-f]{8}-.*");
        DynamicModel found = run.get(models.model("User").findOrFail(1));
        assertThat(found.get("createdAt")).as("to the digit").isEqualTo(ada.get("createdAt"));
        assertThat(found.get("sum")).as("what the database alone makes").isEqualTo(2);
        assertThat(run.get(ada.refresh()).get("sum")).isEqualTo(2);
    }

    @Test
    @Feature("2.14")
    default void eachWriteShowsInTheFieldThatTellsIt(Runner run) {
        DynamicModels models = shop(run);
        DynamicModel ada = user(run, models, "ada@example.com");
        LocalDateTime longAgo = LocalDateTime.of(2001, 1, 1, 0, 0);
        run.get(ada.set("updatedAt", longAgo).save());
        assertThat(run.get(models.model("User").findOrFail(1)).get("updatedAt"))
                .as("said by hand")
                .isEqualTo(longAgo);

        run.get(ada.set("name", "Ada").save());
        assertThat(ada.get("updatedAt", LocalDateTime.class)).isAfter(longAgo);
        assertThat(run.get(models.model("User").findOrFail(1)).get("updatedAt")).isEqualTo(ada.get("updatedAt"));

        run.get(ada.set("updatedAt", longAgo).save());
        run.get(models.model("User").where("id", 1).update(Map.of("name", "Countess")));
        assertThat(run.get(models.model("User").findOrFail(1)).get("updatedAt", LocalDateTime.class))
                .as("by a query")
                .isAfter(longAgo);
    }

    @Test
    @Feature("2.14")
    default void modelsAreChangedAndDeleted(Runner run) {
        DynamicModels models = shop(run);
        DynamicModel ada = user(run, models, "ada@example.com");

        run.get(ada.set("name", "Ada").set("role", "USER").save());
        assertThat(run.get(models.model("User").where("name", "Ada").firstOrFail())
                        .get("role"))
                .isEqualTo("USER");
        assertThat(ada.wasChanged()).isTrue();
        assertThat(run.get(ada.delete())).isTrue();
        assertThat(run.get(models.model("User").count())).isZero();
    }

    @Test
    @Feature("2.14")
    default void conditionsGoByTheNamesOfFields(Runner run) {
        DynamicModels models = shop(run);
        DynamicModel ada = user(run, models, "ada@example.com");
        DynamicModel bob = user(run, models, "bob@example.com");
        run.get(bob.set("role", "GUEST").set("name", "Bob").save());
        post(run, ada, "One");
        Table<DynamicModel> users = models.model("User");

        assertThat(emails(run.list(users.where("role", "GUEST").get()))).containsExactly("bob@example.com");
        assertThat(emails(
                        run.list(users.whereIn("role", List.of("GUEST", "USER")).get())))
                .containsExactly("bob@example.com");
        assertThat(emails(run.list(
                        users.query().whereNotIn("role", List.of("GUEST")).get())))
                .containsExactly("ada@example.com");
        assertThat(emails(run.list(users.whereNull("name").get()))).containsExactly("ada@example.com");
        assertThat(run.list(
                        users.query().orderByDesc("createdAt").orderBy("email").get()))
                .hasSize(2);
        assertThat(run.get(models.model("Post").where("authorId", 1).count())).isEqualTo(1);
        assertThat(run.get(models.model("Post").query().select("id", "authorId").firstOrFail())
                        .get("authorId"))
                .isEqualTo(1);
    }

    @Test
    @Feature("2.14")
    default void modelsArePagedStreamedAndWrittenInBulk(Runner run) {
        DynamicModels models = shop(run);
        Table<DynamicModel> users = models.model("User");
        List<DynamicModel> many = IntStream.range(0, 25)
                .mapToObj(i -> users.make(Map.of("email", "user" + i, "settings", Map.of("i", i), "role", "USER")))
                .toList();

        assertThat(run.list(users.insertMany(Flux.fromIterable(many))))
                .extracting(user -> user.get("id"))
                .doesNotContainNull()
                .hasSize(25);
        assertThat(run.get(users.bulkInsert(List.of(
                        users.make(Map.of("email", "bulk1", "role", "GUEST")),
                        users.make(Map.of("email", "bulk2", "role", "GUEST"))))))
                .isEqualTo(2);
        Page<DynamicModel> page = run.get(users.query().orderBy("id").paginate(2, 10));
        assertThat(page.total()).isEqualTo(27);
        assertThat(page.data()).hasSize(10);
        assertThat(run.get(users.query().lazyById(7).count())).isEqualTo(27);
        assertThat(run.get(users.query().lazy(10).count())).isEqualTo(27);
        assertThat(run.get(users.upsert(
                        List.of(Map.of("email", "bulk1", "name", "One", "role", "USER")),
                        List.of("email"),
                        List.of("name", "role"))))
                .isPositive();
        assertThat(run.get(users.where("email", "bulk1").firstOrFail()).get("role"))
                .isEqualTo("USER");
    }

    // What is told, and what is refused

    @Test
    @Feature("2.14")
    default void rowsAreDeletedSoftlyWhereThatIsTold(Runner run) {
        DynamicModels models =
                DynamicModels.of(created(run, """
                model Note {
                  id        Int       @id @default(autoincrement())
                  text      String
                  goneAt    DateTime? @map("gone_at")
                  touchedAt DateTime  @updatedAt
                }
                """), told -> told.model("Note").softDeletes("goneAt"));
        Table<DynamicModel> notes = models.model("Note");
        DynamicModel note = run.get(notes.create(Map.of("text", "x")));

        assertThat(run.get(note.delete())).isTrue();
        assertThat(note.trashed()).isTrue();
        assertThat(note.get("goneAt", Instant.class)).isNotNull();
        assertThat(run.get(notes.count())).isZero();
        DynamicModel gone = run.get(notes.query().withTrashed().firstOrFail());
        run.get(gone.restore());
        assertThat(run.get(notes.count())).isEqualTo(1);
        assertThat(run.get(notes.where("text", "x").delete())).isEqualTo(1);
        assertThat(run.get(notes.query().onlyTrashed().count())).isEqualTo(1);
    }

    @Test
    @Feature("2.14")
    default void aTableWithoutAKeyIsReadAndNotSaved(Runner run) {
        run.value(Schema.on(run.database()).create("log_lines", table -> table.string("text")));
        run.get(DB.table("log_lines").insert(Map.of("text", "one")));
        DynamicModels models = DynamicModels.of(present(run));

        DynamicModel line =
                run.get(models.model("log_lines").where("text", "one").firstOrFail());
        assertThat(line.get("text")).isEqualTo("one");
        assertThat(run.error(line.set("text", "two").save()))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("log_lines has no key");
        assertThat(run.error(models.model("log_lines").create(Map.of("text", "three"))))
                .isInstanceOf(InvalidUsageException.class);
        assertThat(run.get(models.model("log_lines").count())).isEqualTo(1);
    }
}
