package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.AuthorsContract.ada;
import static dev.ilana.testkit.contract.blog.User.POSTS;
import static dev.ilana.testkit.contract.blog.User.ROLES;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.testkit.contract.blog.Comment;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.Role;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Relations are asked by, and the relation of one model is a query and a place to write. */
public interface RelationQueryContract extends AuthorsContract {

    @Test
    @Feature("10.5")
    default void whereHasAsksByTheRelatedRows(Runner run) {
        assertThat(run.list(USERS.has(POSTS).orderBy("name").get()))
                .extracting(User::name)
                .containsExactly("Ada", "Bob");
        assertThat(run.list(USERS.doesntHave(POSTS).get()))
                .extracting(User::name)
                .containsExactly("Cy");
        assertThat(run.list(USERS.query().has(POSTS, ">=", 2).get()))
                .extracting(User::name)
                .containsExactly("Ada");
        assertThat(run.list(USERS.whereHas(POSTS, posts -> posts.where(Post.VIEWS.gt(800)))
                        .get()))
                .extracting(User::name)
                .containsExactly("Bob");
        assertThat(run.list(USERS.query()
                        .whereDoesntHave(POSTS, posts -> posts.where(Post.VIEWS.gt(800)))
                        .orderBy("name")
                        .get()))
                .extracting(User::name)
                .containsExactly("Ada", "Cy");
        assertThat(run.list(USERS.whereHas(
                                POSTS,
                                posts -> posts.whereHas(
                                        Post.COMMENTS, comments -> comments.where("body", "first of Bob 1")))
                        .get()))
                .extracting(User::name)
                .containsExactly("Bob");
    }

    @Test
    @Feature("10.5")
    default void whereHasKeepsItsConditionTogether(Runner run) {
        assertThat(run.list(USERS.whereHas(
                                POSTS,
                                posts -> posts.where(Post.VIEWS.gt(9_000)).orWhere(Post.VIEWS.gt(4_000)))
                        .get()))
                .extracting(User::name)
                .containsExactly("Bob");
    }

    @Test
    @Feature("10.5")
    default void aRelationToTheSameTableIsNotMixedUp(Runner run) {
        Post post = run.get(Post.POSTS.where(Post.TITLE.eq("Bob 1")).firstOrFail());
        Comment parent = run.get(
                Comment.COMMENTS.where(Comment.POST_ID.eq(post.get(Post.ID))).firstOrFail());
        Comment reply = run.get(
                Comment.PARENT.associate(Comment.on(post, "reply"), parent).save());

        assertThat(run.list(Comment.COMMENTS
                        .whereHas(Comment.REPLIES, replies -> replies.where("body", "reply"))
                        .get()))
                .extracting(Comment::getKey)
                .containsExactly(parent.getKey());
        assertThat(run.list(Comment.COMMENTS
                        .whereHas(Comment.PARENT, p -> p.where("body", "first of Bob 1"))
                        .get()))
                .extracting(Comment::getKey)
                .containsExactly(reply.getKey());
        Comment read = run.get(Comment.COMMENTS.with("parent", "replies").findOrFail(reply.get(Comment.ID)));
        assertThat(read.get(Comment.PARENT).body()).isEqualTo("first of Bob 1");
        assertThat(read.get(Comment.REPLIES)).isEmpty();
    }

    @Test
    @Feature({"10.4", "4.3"})
    default void aRelationIsAQueryAndAPlaceToAdd(Runner run) {
        User ada = ada(run);

        assertThat(run.list(ada.posts().where(Post.VIEWS.gt(700)).get()))
                .extracting(Post::title)
                .containsExactly("Ada 8");
        assertThat(run.get(ada.posts().count())).isEqualTo(8);
        Post created = run.get(ada.posts().create(Map.of("title", "Hello")));
        assertThat(created.get(Post.USER_ID)).isEqualTo(ada.get(User.ID));
        Post saved = run.get(ada.posts().save(new Post().set(Post.TITLE, "World")));
        assertThat(run.get(Post.AUTHOR.of(saved).firstOrFail()).name()).isEqualTo("Ada");
        assertThat(run.get(ada.posts().count())).isEqualTo(10);
    }

    @Test
    @Feature("10.4")
    default void anOrInARelationQueryStaysInsideTheRelation(Runner run) {
        User bob = run.get(USERS.where(User.NAME.eq("Bob")).firstOrFail());

        assertThat(run.list(bob.posts()
                        .where("title", "Bob 1")
                        .orWhere("title", "Ada 1")
                        .get()))
                .extracting(Post::title)
                .containsExactly("Bob 1");
        assertThat(run.get(bob.posts()
                        .where("title", "x")
                        .orWhere("title", "Ada 1")
                        .delete()))
                .isZero();
        run.get(Comment.COMMENTS.query().everything().delete());
        assertThat(run.get(bob.posts().query().delete())).isEqualTo(1);
        assertThat(run.get(Post.POSTS.count())).isEqualTo(8);
    }

    @Test
    @Feature("10.4")
    default void theRelationOfOneModelIsAPlainQuery(Runner run) {
        User ada = ada(run);
        run.forgetStatements();

        assertThat(run.get(ada.posts().exists())).isTrue();
        assertThat(run.get(ada.posts().orderByDesc(Post.VIEWS).first()).title()).isEqualTo("Ada 8");
        assertThat(run.get(ada.posts().paginate(2, 3)).data()).hasSize(3);
        assertThat(run.get(ada.posts().sum(Post.VIEWS))).isEqualByComparingTo("3600");
        assertThat(run.statements()).noneMatch(sql -> sql.contains("row_number"));
    }

    @Test
    @Feature("4.3")
    default void aRelatedModelIsStoredAndAttachedTogetherOrNotAtAll(Runner run) {
        Role admin = run.get(ROLES.of(ada(run)).save(new Role().set(Role.NAME, "admin")));
        assertThat(run.list(ROLES.of(ada(run)).get())).extracting(Role::getKey).containsExactly(admin.getKey());

        assertThat(run.error(ROLES.of(User.named("New")).save(new Role().set(Role.NAME, "orphan"))))
                .isInstanceOf(InvalidUsageException.class);
        assertThat(run.get(Role.ROLES.count())).isEqualTo(1);
    }
}
