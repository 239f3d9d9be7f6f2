package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.DynamicShopContract.emails;
import static dev.ilana.testkit.contract.DynamicShopContract.post;
import static dev.ilana.testkit.contract.DynamicShopContract.shop;
import static dev.ilana.testkit.contract.DynamicShopContract.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.error.RelationNotLoadedException;
import dev.ilana.model.Collection;
import dev.ilana.relation.Synced;
import dev.ilana.schema.dynamic.DynamicModel;
import dev.ilana.schema.dynamic.DynamicModels;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The models of a Prisma file are related as it says: each kind is loaded, asked by, and written through. */
public interface DynamicRelationContract extends DynamicShopContract {

    @Test
    @Feature({"10.6", "16.7"})
    default void oneHasManyOfAnother(Runner run) {
        DynamicModels models = shop(run);
        DynamicModel ada = user(run, models, "ada@example.com");
        user(run, models, "bob@example.com");
        post(run, ada, "One");
        post(run, ada, "Two");

        DynamicModel loaded = run.get(models.model("User").with("posts.author").find(1));
        assertThat(titles(loaded.many("posts"))).containsExactlyInAnyOrder("One", "Two");
        assertThat(Objects.requireNonNull(loaded.many("posts").get(0).one("author"))
                        .is(ada))
                .isTrue();
        assertThat(loaded.toJson()).contains("\"posts\":[{", "\"title\":\"One\"");
        assertThat(run.list(ada.relation("posts").where("title", "Two").get())).hasSize(1);
        assertThat(emails(run.list(models.model("User").query().has("posts").get())))
                .containsExactly("ada@example.com");
        assertThat(emails(run.list(
                        models.model("User").query().doesntHave("posts").get())))
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
        DynamicModel comment = run.get(post.related("comments").create(Map.of("number", 1, "text", "Good")));
        run.get(comment.related("votes").create(Map.of("id", 1)));
        run.get(models.model("Vote").create(Map.of("id", 2)));

        Object key = Objects.requireNonNull(comment.getKey());
        DynamicModel found =
                run.get(models.model("Comment").with("votes", "post").find(key));
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
}
