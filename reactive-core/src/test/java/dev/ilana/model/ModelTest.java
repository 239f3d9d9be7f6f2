package dev.ilana.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.MassAssignmentException;
import dev.ilana.error.NullNotAllowedException;
import dev.ilana.error.RelationNotLoadedException;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.error.UnknownRelationException;
import dev.ilana.model.Shop.Kind;
import dev.ilana.model.Shop.Post;
import dev.ilana.model.Shop.User;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ModelTest {

    // New models

    @Test
    void aNewModelHasItsDefaultsAndNothingElse() {
        User user = new User();
        assertThat(user.isStored()).isFalse();
        assertThat(user.get(User.ACTIVE)).isTrue();
        assertThat(user.get(User.KIND)).isEqualTo(Kind.MEMBER);
        assertThat(user.get(User.NAME)).isNull();
        assertThat(user.getKey()).isNull();
        assertThat(user.getDirty()).containsOnlyKeys("active", "kind");
        assertThat(user).hasToString("users#new");
    }

    @Test
    void twoModelsOfTheSameDefaultsShareNothing() {
        User one = new User().set(User.NAME, "Ada");
        User two = new User();
        assertThat(one.get(User.NAME)).isEqualTo("Ada");
        assertThat(two.get(User.NAME)).isNull();
    }

    @Test
    void aNullIsSetOnlyWhereTheColumnTakesOne() {
        User user = new User().set(User.AGE, 3);
        assertThat(user.set(User.AGE, null).get(User.AGE)).isNull();
        assertThatThrownBy(() -> user.set(User.NAME, null))
                .isInstanceOf(NullNotAllowedException.class)
                .hasMessageContaining("users.name");
    }

    @Test
    void aNullThatWasSetIsWrittenAndOneThatWasNotIsLeftToTheDatabase() {
        assertThat(new User().set(User.AGE, null).getDirty()).containsEntry("age", null);
        assertThat(new User().getDirty()).doesNotContainKey("age");
    }

    // Mutators

    @Test
    void aMutatorChangesWhatComesInHoweverItComes() {
        assertThat(new User().set(User.EMAIL, "Ada@X.Y").get(User.EMAIL)).isEqualTo("ada@x.y");
        assertThat(new User().setAttribute("email", "Ada@X.Y").get(User.EMAIL)).isEqualTo("ada@x.y");
        assertThat(new User().fill(Map.of("email", "Ada@X.Y")).get(User.EMAIL)).isEqualTo("ada@x.y");
    }

    @Test
    void aMutatorLeavesAloneWhatTheDatabaseHas() {
        User user = new User();
        user.attributes().read(User.EMAIL.ordinal(), "Old@X.Y");
        assertThat(user.get(User.EMAIL)).isEqualTo("Old@X.Y");
    }

    // Mass assignment

    @Test
    void aMassAssignmentSetsWhatIsFillable() {
        User user = new User().fill(Map.of("name", "Ada", "age", 36L, "kind", "ADMIN"));
        assertThat(user.get(User.NAME)).isEqualTo("Ada");
        assertThat(user.get(User.AGE)).isEqualTo(36);
        assertThat(user.get(User.KIND)).isEqualTo(Kind.ADMIN);
    }

    @Test
    void aMassAssignmentOfWhatIsNotFillableSetsNothingAndNamesAllOfIt() {
        User user = new User();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", "Ada");
        values.put("password", "c4nary");
        values.put("active", false);
        assertThatThrownBy(() -> user.fill(values))
                .isInstanceOf(MassAssignmentException.class)
                .hasMessageContaining("not fillable on users: active, password")
                .hasMessageNotContaining("c4nary");
        assertThat(user.get(User.NAME)).isNull();
        assertThat(user.get(User.ACTIVE)).isTrue();
    }

    @Test
    void theKeyAndTheTablesOwnTimesAreNotFillable() {
        for (String name : List.of("id", "created_at", "updated_at", "deleted_at")) {
            assertThatThrownBy(() -> new User().fill(Map.of(name, 1))).isInstanceOf(MassAssignmentException.class);
        }
    }

    @Test
    void aMassAssignmentOfAnUnknownColumnSetsNothing() {
        User user = new User();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", "Ada");
        values.put("emial", "x");
        assertThatThrownBy(() -> user.fill(values)).isInstanceOf(UnknownColumnException.class);
        assertThat(user.get(User.NAME)).isNull();
    }

    @Test
    void aMassAssignmentOfAWrongTypeSetsNothing() {
        User user = new User();
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("name", "Ada");
        values.put("age", "old");
        assertThatThrownBy(() -> user.fill(values)).isInstanceOf(TypeMismatchException.class);
        assertThat(user.get(User.NAME)).isNull();
    }

    // What changed

    @Test
    void onlyWhatDiffersFromTheDatabaseIsDirty() {
        User user = stored();
        assertThat(user.isDirty()).isFalse();
        user.set(User.NAME, "Ada");
        assertThat(user.isDirty()).isFalse();
        user.set(User.NAME, "Bob").set(User.AGE, 37);
        assertThat(user.isDirty(User.NAME)).isTrue();
        assertThat(user.isDirty(User.EMAIL)).isFalse();
        assertThat(user.getDirty()).containsExactly(Map.entry("name", "Bob"), Map.entry("age", 37));
        assertThat(user.getOriginal(User.NAME)).isEqualTo("Ada");
        user.set(User.NAME, "Ada").set(User.AGE, 36);
        assertThat(user.isDirty()).isFalse();
    }

    @Test
    void aNullIsAChangeToo() {
        User user = stored().set(User.AGE, null);
        assertThat(user.getDirty()).containsOnlyKeys("age");
        assertThat(user.getOriginal(User.AGE)).isEqualTo(36);
    }

    @Test
    void whatWasWrittenIsDirtyNoMore() {
        User user = stored().set(User.NAME, "Bob");
        user.attributes().markStored();
        assertThat(user.isDirty()).isFalse();
        assertThat(user.getOriginal(User.NAME)).isEqualTo("Bob");
    }

    @Test
    void bytesAreComparedByWhatIsInThem() {
        Post post = new Post();
        post.set(Post.DATA, new byte[] {1, 2});
        post.attributes().markStored();
        assertThat(post.set(Post.DATA, new byte[] {1, 2}).isDirty()).isFalse();
        assertThat(post.set(Post.DATA, new byte[] {1, 3}).isDirty()).isTrue();
    }

    @Test
    void aModelWhoseRowIsGoneWouldWriteAllItHasAgain() {
        User user = stored();
        user.attributes().markGone();
        assertThat(user.isStored()).isFalse();
        assertThat(user.getDirty()).containsKeys("name", "age");
    }

    @Test
    void onlyADeletedModelIsTrashed() {
        User user = stored();
        assertThat(user.trashed()).isFalse();
        assertThat(user.set(User.USERS.deletedAt(), Instant.EPOCH).trashed()).isTrue();
        assertThat(new Post().trashed()).isFalse();
    }

    // Names

    @Test
    void anUnknownColumnIsRefusedWithTheNearest() {
        assertUnknown("nmae", "table users has no column \"nmae\"; did you mean \"name\"?");
        assertUnknown("Email", "table users has no column \"Email\"; did you mean \"email\"?");
        assertUnknown("create_at", "table users has no column \"create_at\"; did you mean \"created_at\"?");
        assertUnknown(
                "zzzzzzzz",
                "table users has no column \"zzzzzzzz\"; it has id, name, email, password, age, active, kind, prefs,"
                        + " created_at, updated_at, deleted_at");
        assertUnknown("posts.title", null);
        assertUnknown("name; drop table users", null);
    }

    private static void assertUnknown(String column, @Nullable String message) {
        List<org.assertj.core.api.ThrowableAssert.ThrowingCallable> uses = List.of(
                () -> User.USERS.where(column, 1),
                () -> User.USERS.where(column, ">", 1),
                () -> User.USERS.whereIn(column, List.of()),
                () -> User.USERS.whereNull(column),
                () -> User.USERS.orderBy(column),
                () -> User.USERS.where(group -> group.where(column, 1)),
                () -> new User().setAttribute(column, 1),
                () -> new User().getAttribute(column));
        for (org.assertj.core.api.ThrowableAssert.ThrowingCallable use : uses) {
            assertThatThrownBy(use)
                    .isInstanceOf(UnknownColumnException.class)
                    .satisfies(error -> assertThat(message == null || message.equals(error.getMessage()))
                            .as(error.getMessage())
                            .isTrue());
        }
    }

    @Test
    void aColumnMayBeNamedWithItsTable() {
        assertThat(User.USERS.column("users.name")).isSameAs(User.NAME);
    }

    @Test
    void anUnknownRelationIsRefusedWithTheNearest() {
        assertThatThrownBy(() -> User.USERS.with("post"))
                .isInstanceOf(UnknownRelationException.class)
                .hasMessage("the model of users has no relation \"post\"; did you mean \"posts\"?");
        assertThatThrownBy(() -> User.USERS.with("posts.auhtor"))
                .isInstanceOf(UnknownRelationException.class)
                .hasMessage("the model of posts has no relation \"auhtor\"; did you mean \"author\"?");
        assertThatThrownBy(() -> Shop.Tag.TAGS.with("posts"))
                .hasMessage("the model of tags has no relation \"posts\"; it has none");
        assertThatThrownBy(() -> User.USERS.with("zzzzzzzzz")).hasMessageEndingWith("; it has posts, pinned, tags");
    }

    // Relations as values

    @Test
    void aRelationThatWasNotLoadedIsNoValue() {
        User user = stored();
        assertThat(user.relationLoaded(User.POSTS)).isFalse();
        assertThatThrownBy(() -> user.get(User.POSTS))
                .isInstanceOf(RelationNotLoadedException.class)
                .hasMessage("relation posts of users is not loaded; add with(\"posts\") to the query or load it first");
        assertThatThrownBy(() -> user.countOf(User.POSTS)).isInstanceOf(RelationNotLoadedException.class);
    }

    @Test
    void aRelationThatWasLoadedIsAValueAlsoWhenItIsEmptyOrNull() {
        Post post = new Post();
        User user = stored().setRelation(User.POSTS, Collection.make(post)).setRelation(User.PINNED, null);
        assertThat(user.get(User.POSTS)).containsExactly(post);
        assertThat(user.relationLoaded(User.PINNED)).isTrue();
        assertThat(user.get(User.PINNED)).isNull();
        assertThat(user.isDirty()).isFalse();
    }

    @Test
    void associatingPointsAtAStoredModelAndIsLoadedAtOnce() {
        User user = stored();
        Post post = new Post();
        assertThat(Post.AUTHOR.associate(post, user)).isSameAs(post);
        assertThat(post.get(Post.USER_ID)).isEqualTo(7L);
        assertThat(post.get(Post.AUTHOR)).isSameAs(user);
        assertThatThrownBy(() -> Post.AUTHOR.associate(post, new User())).hasMessageContaining("save it first");
        assertThat(post.get(Post.USER_ID)).isEqualTo(7L);
    }

    private static User stored() {
        User user = new User();
        user.set(User.ID, 7L)
                .set(User.NAME, "Ada")
                .set(User.EMAIL, "ada@x.y")
                .set(User.PASSWORD, "p")
                .set(User.AGE, 36)
                .set(User.PREFS, null);
        for (Column<User, ?> time : List.of(User.USERS.createdAt(), User.USERS.updatedAt(), User.USERS.deletedAt())) {
            user.attributes().read(time.ordinal(), null);
        }
        user.attributes().markStored();
        return user;
    }
}
