package dev.ilana.schema.dynamic;

import static dev.ilana.schema.dynamic.Tables.schema;
import static dev.ilana.schema.dynamic.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.relation.BelongsTo;
import dev.ilana.relation.BelongsToMany;
import dev.ilana.relation.HasMany;
import dev.ilana.relation.HasOne;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Relations of tables are named after their keys, and none is lost to another of its name. */
class RelationNamesTest {

    private static final Tables USERS = table("users", "id", "name");

    private static Set<String> relations(DynamicModels models, String model) {
        return models.model(model).relationNames();
    }

    @Test
    void aKeyIsNamedAfterItsColumnAndItsOtherSideAfterTheTable() {
        DynamicModels models =
                DynamicModels.of(schema(USERS, table("posts", "id", "author_id").key("author_id", "users", "id")));

        assertThat(relations(models, "posts")).containsExactly("author");
        assertThat(relations(models, "users")).containsExactly("posts");
        assertThat(models.model("posts").relation("author")).isInstanceOf(BelongsTo.class);
        assertThat(models.model("users").relation("posts")).isInstanceOf(HasMany.class);
    }

    @Test
    void theOtherSideOfAUniqueKeyIsOneRow() {
        DynamicModels models = DynamicModels.of(schema(
                USERS,
                table("profiles", "id", "user_id").unique("user_id").key("user_id", "users", "id"),
                table("settings", "user_id").key("user_id", "users", "id")));

        assertThat(relations(models, "users")).containsExactly("profile", "setting");
        assertThat(models.model("users").relation("profile")).isInstanceOf(HasOne.class);
        assertThat(models.model("users").relation("setting")).isInstanceOf(HasOne.class);
    }

    @Test
    void twoKeysToOneTableAreToldApart() {
        DynamicModels models = DynamicModels.of(schema(
                USERS,
                table("posts", "id", "author_id", "editor_id")
                        .key("author_id", "users", "id")
                        .key("editor_id", "users", "id")));

        assertThat(relations(models, "posts")).containsExactly("author", "editor");
        assertThat(relations(models, "users")).containsExactly("posts_by_author", "posts_by_editor");
    }

    @Test
    void namesAreWrittenAsTheColumnsAre() {
        DynamicModels models = DynamicModels.of(schema(
                table("User", "id"),
                table("Post", "id", "authorId", "editorId", "paid")
                        .key("authorId", "User", "id")
                        .key("editorId", "User", "id")
                        .key("paid", "User", "id"),
                table("STAFF", "ID", "BOSS_ID").key("BOSS_ID", "STAFF", "ID"),
                table("ENTRY", "ID", "STAFF_ID").key("STAFF_ID", "STAFF", "ID")));

        assertThat(relations(models, "Post")).containsExactly("author", "editor", "paid_User");
        assertThat(relations(models, "User")).containsExactly("PostsByAuthor", "PostsByEditor", "Posts_by_paid_User");
        assertThat(relations(models, "STAFF")).containsExactly("BOSS", "STAFFS", "ENTRIES");
    }

    @Test
    void aColumnThatNamesNoReferenceIsPutBeforeTheTable() {
        DynamicModels models = DynamicModels.of(schema(
                USERS,
                table("countries", "code"),
                table("posts", "id", "created_by", "country_code")
                        .key("created_by", "users", "id")
                        .key("country_code", "countries", "code")));

        assertThat(relations(models, "posts")).containsExactly("created_by_user", "country");
    }

    @Test
    void aNameThatIsAColumnsIsNotTaken() {
        DynamicModels models = DynamicModels.of(schema(
                table("users", "id", "posts"),
                table("posts", "id", "author", "author_id").key("author_id", "users", "id")));

        assertThat(relations(models, "posts")).containsExactly("author_by_author_id");
        assertThat(relations(models, "users")).containsExactly("posts_by_author");
    }

    @Test
    void aTablePointsAtItself() {
        DynamicModels models =
                DynamicModels.of(schema(table("employees", "id", "manager_id").key("manager_id", "employees", "id")));

        assertThat(relations(models, "employees")).containsExactly("manager", "employees");
    }

    @Test
    void keysOfSeveralColumnsAreNamedAfterTheTable() {
        DynamicModels models = DynamicModels.of(schema(
                table("comments", "post_id", "number").primary("post_id", "number"),
                table("votes", "id", "post_id", "number")
                        .key(List.of("post_id", "number"), "comments", List.of("post_id", "number"))));

        assertThat(relations(models, "votes")).containsExactly("comment");
        assertThat(relations(models, "comments")).containsExactly("votes");
    }

    @Test
    void aTableOfTwoKeysRelatesItsTwoSides() {
        DynamicModels models = DynamicModels.of(schema(
                table("posts", "id"),
                table("tags", "id"),
                table("post_tag", "post_id", "tag_id")
                        .primary("post_id", "tag_id")
                        .key("post_id", "posts", "id")
                        .key("tag_id", "tags", "id")));

        assertThat(relations(models, "posts")).containsExactly("tags");
        assertThat(relations(models, "tags")).containsExactly("posts");
        assertThat(relations(models, "post_tag")).containsExactly("post", "tag");
        assertThat(models.model("posts").relation("tags")).isInstanceOf(BelongsToMany.class);
    }

    @Test
    void twoTablesBetweenTheSameAreToldApart() {
        DynamicModels models = DynamicModels.of(schema(
                table("posts", "id"),
                table("tags", "id"),
                pairs("post_tag", "post_id", "posts", "tag_id", "tags"),
                pairs("pinned", "post_id", "posts", "tag_id", "tags"),
                pairs("follows", "follower_id", "tags", "followed_id", "tags"),
                pairs("_Near", "A", "tags", "B", "tags")));

        assertThat(relations(models, "posts")).containsExactly("tags_by_post_tag", "tags_by_pinned");
        assertThat(relations(models, "tags"))
                .containsExactly(
                        "posts_by_post_tag",
                        "posts_by_pinned",
                        "followeds",
                        "followers",
                        "tags_by_Near_A",
                        "tags_by_Near_B");
    }

    private static Tables pairs(String name, String one, String first, String other, String second) {
        return table(name, one, other).primary(one, other).key(one, first, "id").key(other, second, "id");
    }

    @Test
    void aTableOfMoreThanTwoKeysIsOneOfItsOwn() {
        DynamicModels models = DynamicModels.of(schema(
                table("posts", "id"),
                table("tags", "id"),
                table("post_tag", "post_id", "tag_id", "level")
                        .primary("post_id", "tag_id")
                        .key("post_id", "posts", "id")
                        .key("tag_id", "tags", "id"),
                table("loose", "post_id", "tag_id")
                        .withoutKey()
                        .key("post_id", "posts", "id")
                        .key("tag_id", "tags", "id")));

        assertThat(relations(models, "posts")).as("more columns, pairs twice").containsExactly("post_tags", "looses");
    }

    @Test
    void whatIsStillTheSameIsNumbered() {
        DynamicModels models = DynamicModels.of(schema(
                USERS,
                table("posts", "id", "author_id")
                        .key("author_id", "users", "id")
                        .key("author_id", "users", "id")));

        assertThat(relations(models, "posts")).containsExactly("author_by_author_id", "author_by_author_id_2");
        assertThat(relations(models, "users")).containsExactly("posts_by_author", "posts_by_author_2");
    }

    @Test
    void longNamesLeaveRoomForTheirNumbers() {
        String column = "c".repeat(120) + "_id";
        DynamicModels models = DynamicModels.of(schema(
                USERS, table("posts", "id", column).key(column, "users", "id").key(column, "users", "id")));

        assertThat(relations(models, "posts"))
                .hasSize(2)
                .allSatisfy(name -> assertThat(name).hasSizeLessThanOrEqualTo(128));
    }

    @Test
    void aKeyToATableThatIsNotThereIsNoRelation() {
        DynamicModels models =
                DynamicModels.of(schema(table("posts", "id", "author_id").key("author_id", "users", "id")));

        assertThat(relations(models, "posts")).isEmpty();
    }

    @Test
    void tablesInASchemaOfTheirOwnGoByBothNames() {
        DynamicModels models = DynamicModels.of(schema(
                table("audit.users", "id"), table("posts", "id", "user_id").key("user_id", "audit.users", "id")));

        assertThat(models.names()).containsExactly("audit.users", "posts");
        assertThat(relations(models, "posts")).containsExactly("user");
        assertThat(relations(models, "audit.users")).containsExactly("posts");
    }
}
