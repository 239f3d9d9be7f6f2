package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.PrismaShopContract.created;
import static dev.ilana.testkit.contract.PrismaShopContract.present;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.Table;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.RelationNotLoadedException;
import dev.ilana.model.Collection;
import dev.ilana.query.Page;
import dev.ilana.relation.Synced;
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
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The models of a Prisma file do what those of classes do: they are written and read, and related in every way there is. */
public interface DynamicContract extends PrismaShopContract {

    private static DynamicModels shop(Runner run) {
        return DynamicModels.of(created(run, SHOP));
    }

    private static DynamicModel user(Runner run, DynamicModels models, String email) {
        return run.get(models.model("User").create(Map.of("email", email)));
    }

    private static DynamicModel post(Runner run, DynamicModel author, String title) {
        return run.get(author.related("posts").create(Map.of("title", title)));
    }

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

        DynamicModel found = run.get(models.model("User").findOrFail(ada.getKey()));
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
        assertThat(emails(run.list(users.whereIn("role", List.of("GUEST", "USER")).get())))
                .containsExactly("bob@example.com");
        assertThat(emails(run.list(users.query().whereNotIn("role", List.of("GUEST")).get())))
                .containsExactly("ada@example.com");
        assertThat(emails(run.list(users.whereNull("name").get()))).containsExactly("ada@example.com");
        assertThat(run.list(users.query().orderByDesc("createdAt").orderBy("email").get()))
                .hasSize(2);
        assertThat(run.get(models.model("Post").where("authorId", 1).count())).isEqualTo(1);
        assertThat(run.get(models.model("Post").query().select("id", "authorId").firstOrFail())
                        .get("authorId"))
                .isEqualTo(1);
    }

    private static List<Object> emails(List<DynamicModel> users) {
        return users.stream()
                .map(user -> Objects.requireNonNull(user.get("email")))
                .toList();
    }

    @Test
    @Feature("2.14")
    default void modelsArePagedStreamedAndWrittenInBulk(Runner run) {
        DynamicModels models = shop(run);
        Table<DynamicModel> users = models.model("User");
        List<DynamicModel> many = java.util.stream.IntStream.range(0, 25)
                .mapToObj(i -> users.make(Map.of("email", "user" + i, "settings", Map.of("i", i), "role", "USER")))
                .toList();

        assertThat(run.list(users.insertMany(reactor.core.publisher.Flux.fromIterable(many))))
                .extracting(user -> user.get("id"))
                .doesNotContainNull()
                .hasSize(25);
        assertThat(run.get(users.bulkInsert(List.of(
                        users.make(Map.of("email", "bulk1", "role", "GUEST")),
                        users.make(Map.of("email", "bulk2", "role", "GUEST"))))))
                .isEqualTo(2);
        Page<DynamicModel> page = run.get(users.query().orderBy("id").paginate(2, 10));
        assertThat(page.total()).isEqualTo(27);
        assertThat(page.items()).hasSize(10);
        assertThat(run.get(users.query().lazyById(7).count())).isEqualTo(27);
        assertThat(run.get(users.query().stream().count())).isEqualTo(27);
        assertThat(run.get(users.upsert(
                        List.of(Map.of("email", "bulk1", "name", "One", "role", "USER")),
                        List.of("email"),
                        List.of("name", "role"))))
                .isPositive();
        assertThat(run.get(users.where("email", "bulk1").firstOrFail()).get("role")).isEqualTo("USER");
    }

    // Relations

    @Test
    @Feature("10.6")
    @Feature("16.7")
    default void oneHasManyOfAnother(Runner run) {
        DynamicModels models = shop(run);
        DynamicModel ada = user(run, models, "ada@example.com");
        user(run, models, "bob@example.com");
        post(run, ada, "One");
        post(run, ada, "Two");

        DynamicModel loaded = run.get(models.model("User").with("posts.author").find(1));
        assertThat(titles(loaded.many("posts"))).containsExactlyInAnyOrder("One", "Two");
        assertThat(Objects.requireNonNull(loaded.many("posts").get(0).one("author")).is(ada)).isTrue();
        assertThat(loaded.toJson()).contains("\"posts\":[{", "\"title\":\"One\"");
        assertThat(run.list(ada.relation("posts").where("title", "Two").get())).hasSize(1);
        assertThat(emails(run.list(models.model("User").query().has("posts").get())))
                .containsExactly("ada@example.com");
        assertThat(emails(run.list(models.model("User").query().doesntHave("posts").get())))
                .containsExactly("bob@example.com");
        assertThat(emails(run.list(models.model("User")
                        .query()
                        .<DynamicModel>whereHas("posts", posts -> posts.where("title", "Two"))
                        .get())))
                .containsExactly("ada@example.com");
        assertThat(run.error(models.model("User").find(2).map(bob -> bob.many("posts"))))
                .isInstanceOf(RelationNotLoadedException.class);
    }

    private static List<Object> titles(List<DynamicModel> posts) {
        return posts.stream()
                .map(post -> Objects.requireNonNull(post.get("title")))
                .toList();
    }

    @Test
    @Feature("10.6")
    default void oneBelongsToAnother(Runner run) {
        DynamicModels models = shop(run);
        DynamicModel ada = user(run, models, "ada@example.com");
        DynamicModel bob = user(run, models, "bob@example.com");
        DynamicModel post = post(run, ada, "One");

        run.get(post.associate("author", bob).save());
        DynamicModel found = run.get(models.model("Post").with("author").firstOrFail());
        assertThat(Objects.requireNonNull(found.one("author")).get("email")).isEqualTo("bob@example.com");
        assertThat(run.get(found.relation("author").firstOrFail()).is(bob)).isTrue();
        assertThat(run.list(models.model("Post")
                        .query()
                        .<DynamicModel>whereHas("author", author -> author.where("email", "bob@example.com"))
                        .get()))
                .hasSize(1);
    }

    @Test
    @Feature("10.6")
    default void oneHasOneOfAnother(Runner run) {
        DynamicModels models = shop(run);
        DynamicModel ada = user(run, models, "ada@example.com");
        user(run, models, "bob@example.com");
        run.get(ada.related("profile").create(Map.of("bio", "mathematician")));

        List<DynamicModel> users =
                run.list(models.model("User").with("profile").orderBy("id").get());
        assertThat(Objects.requireNonNull(users.get(0).one("profile")).get("bio"))
                .isEqualTo("mathematician");
        assertThat(users.get(1).one("profile")).isNull();
        assertThat(Objects.requireNonNull(
                                run.get(models.model("Profile").with("user").firstOrFail())
                                        .one("user"))
                        .is(ada))
                .isTrue();
        assertThat(emails(run.list(models.model("User").query().has("profile").get())))
                .containsExactly("ada@example.com");
    }

    @Test
    @Feature("10.6")
    default void manyHaveManyOfOthers(Runner run) {
        DynamicModels models = shop(run);
        DynamicModel ada = user(run, models, "ada@example.com");
        DynamicModel post = post(run, ada, "One");
        run.get(models.model("Tag").create(Map.of("name", "java")));
        run.get(models.model("Tag").create(Map.of("name", "sql")));

        assertThat(run.get(post.pivot("tags").attach(List.of("java")))).isEqualTo(1);
        Synced synced = run.get(post.pivot("tags").sync(List.of("sql")));
        assertThat(synced.attached()).hasSize(1);
        assertThat(synced.detached()).hasSize(1);
        run.get(post.related("tags").create(Map.of("name", "news")));

        Collection<DynamicModel> tags =
                run.get(models.model("Post").with("tags").firstOrFail()).many("tags");
        assertThat(tags).extracting(tag -> tag.get("name")).containsExactlyInAnyOrder("sql", "news");
        assertThat(run.get(models.model("Tag").with("posts").find("sql")).many("posts"))
                .hasSize(1);
        assertThat(run.list(models.model("Tag").query().doesntHave("posts").get()))
                .extracting(tag -> tag.get("name"))
                .containsExactly("java");
        run.get(ada.pivot("liked").attach(List.of(Objects.requireNonNull(post.getKey()))));
        assertThat(run.get(models.model("Post").query().has("likedBy").count()))
                .as("another relation of the same two")
                .isEqualTo(1);
    }

    @Test
    @Feature("10.6")
    default void modelsAreRelatedToTheirOwn(Runner run) {
        DynamicModels models = shop(run);
        DynamicModel ada = user(run, models, "ada@example.com");
        DynamicModel bob = user(run, models, "bob@example.com");
        run.get(bob.associate("boss", ada).save());
        run.get(ada.pivot("friends").attach(List.of(2)));

        DynamicModel boss = run.get(
                models.model("User").with("staff", "friends", "friendOf").find(1));
        assertThat(emails(boss.many("staff"))).containsExactly("bob@example.com");
        assertThat(emails(boss.many("friends"))).containsExactly("bob@example.com");
        assertThat(boss.many("friendOf")).isEmpty();
        DynamicModel other =
                run.get(models.model("User").with("boss", "friendOf").find(2));
        assertThat(Objects.requireNonNull(other.one("boss")).is(ada)).isTrue();
        assertThat(emails(other.many("friendOf"))).containsExactly("ada@example.com");
        run.get(other.dissociate("boss").save());
        assertThat(run.get(models.model("User").query().has("staff").count())).isZero();
    }

    @Test
    @Feature("10.6")
    default void keysOfSeveralFieldsRelate(Runner run) {
        DynamicModels models = shop(run);
        DynamicModel post = post(run, user(run, models, "ada@example.com"), "One");
        DynamicModel comment =
                run.get(post.related("comments").create(Map.of("number", 1, "text", "Good")));
        run.get(comment.related("votes").create(Map.of("id", 1)));
        run.get(models.model("Vote").create(Map.of("id", 2)));

        Object key = Objects.requireNonNull(comment.getKey());
        DynamicModel found = run.get(models.model("Comment").with("votes", "post").find(key));
        assertThat(found.many("votes")).hasSize(1);
        assertThat(Objects.requireNonNull(found.one("post")).get("title")).isEqualTo("One");
        List<DynamicModel> votes =
                run.list(models.model("Vote").with("comment").orderBy("id").get());
        assertThat(Objects.requireNonNull(votes.get(0).one("comment")).get("text"))
                .isEqualTo("Good");
        assertThat(votes.get(1).one("comment")).isNull();
        assertThat(run.get(models.model("Vote").query().has("comment").count())).isEqualTo(1);
        run.get(found.set("text", "Better").save());
        assertThat(run.get(models.model("Comment").where("text", "Better").count()))
                .isEqualTo(1);
    }

    @Test
    @Feature("10.6")
    default void relationsAreCountedAndPushed(Runner run) {
        DynamicModels models = shop(run);
        DynamicModel ada = user(run, models, "ada@example.com");
        post(run, ada, "One");
        DynamicModel loaded = run.get(models.model("User").with("posts").find(1));
        loaded.many("posts").get(0).set("title", "Changed");

        run.get(loaded.set("name", "Ada").push());

        assertThat(run.get(models.model("Post").where("title", "Changed").count()))
                .isEqualTo(1);
        assertThat(run.get(models.model("User").query().withCount("posts").firstOrFail())
                        .get("posts_count", Long.class))
                .isEqualTo(1);
    }

    // What is told, and what is refused

    @Test
    @Feature("2.14")
    default void rowsAreDeletedSoftlyWhereThatIsTold(Runner run) {
        DynamicModels models = DynamicModels.of(
                created(run, """
                model Note {
                  id        Int       @id @default(autoincrement())
                  text      String
                  goneAt    DateTime? @map("gone_at")
                  touchedAt DateTime  @updatedAt
                }
                """),
                told -> told.model("Note").softDeletes("goneAt"));
        Table<DynamicModel> notes = models.model("Note");
        DynamicModel note = run.get(notes.create(Map.of("text", "x")));

        assertThat(run.get(note.delete())).isTrue();
        assertThat(note.trashed()).isTrue();
        assertThat(note.get("goneAt", Instant.class)).isNotNull();
        assertThat(run.get(notes.count())).isZero();
        DynamicModel gone = run.get(notes.query().withTrashed().firstOrFail());
        run.get(gone.restore());
        assertThat(run.get(notes.count())).isEqualTo(1);
        assertThat(run.get(notes.query().delete())).isEqualTo(1);
        assertThat(run.get(notes.query().onlyTrashed().count())).isEqualTo(1);
    }

    @Test
    @Feature("2.14")
    default void aTableWithoutAKeyIsReadAndNotSaved(Runner run) {
        run.value(dev.ilana.schema.build.Schema.on(run.database())
                .create("log_lines", table -> table.string("text")));
        run.get(dev.ilana.DB.table("log_lines").insert(Map.of("text", "one")));
        DynamicModels models = DynamicModels.of(present(run));

        DynamicModel line = run.get(models.model("log_lines").where("text", "one").firstOrFail());
        assertThat(line.get("text")).isEqualTo("one");
        assertThat(run.error(line.set("text", "two").save()))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("log_lines has no key");
        assertThat(run.error(models.model("log_lines").create(Map.of("text", "three"))))
                .isInstanceOf(InvalidUsageException.class);
        assertThat(run.get(models.model("log_lines").count())).isEqualTo(1);
    }
}
