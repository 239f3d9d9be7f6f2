package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.BlogFactories.COMMENT;
import static dev.ilana.testkit.contract.BlogFactories.POST;
import static dev.ilana.testkit.contract.BlogFactories.PROFILE;
import static dev.ilana.testkit.contract.BlogFactories.ROLE;
import static dev.ilana.testkit.contract.BlogFactories.USER;
import static dev.ilana.testkit.contract.blog.Comment.COMMENTS;
import static dev.ilana.testkit.contract.blog.Post.AUTHOR;
import static dev.ilana.testkit.contract.blog.User.KIND;
import static dev.ilana.testkit.contract.blog.User.POSTS;
import static dev.ilana.testkit.contract.blog.User.ROLES;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.UnknownRelationException;
import dev.ilana.testkit.contract.blog.Comment;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.Role;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.contract.blog.User.Kind;
import dev.ilana.testkit.database.Runner;
import dev.ilana.testkit.factory.Factory;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Factories make what their models are related to, and store all of it or none. */
public interface FactoryRelationContract extends BlogContract {

    // What a model has

    @Test
    @Feature("18.1")
    default void eachModelHasItsOwnChildrenAndTheyAreLoaded(Runner run) {
        List<User> users = run.list(USER.has(POST.times(3).has(COMMENT.times(2), Post.COMMENTS), POSTS)
                .has(PROFILE, User.PROFILE)
                .state("admin")
                .times(2)
                .create());

        assertThat(users).hasSize(2).allSatisfy(user -> {
            assertThat(user.get(KIND)).isEqualTo(Kind.ADMIN);
            assertThat(user.get(POSTS)).hasSize(3).allSatisfy(post -> {
                assertThat(post.isStored()).isTrue();
                assertThat(post.get(Post.USER_ID)).isEqualTo(user.getKey());
                assertThat(post.get(Post.COMMENTS)).hasSize(2);
            });
            assertThat(user.get(User.PROFILE).isStored()).isTrue();
            assertThat(run.get(user.posts().count())).isEqualTo(3);
        });
        assertThat(run.get(COMMENTS.count())).isEqualTo(12);
    }

    @Test
    @Feature("18.1")
    default void aRelationMayBeSaidTwice(Runner run) {
        User user = run.get(USER.has(POST.set(Post.VIEWS.to(1)), POSTS)
                .has(POST.set(Post.VIEWS.to(2)).times(2), POSTS)
                .create());

        assertThat(user.get(POSTS)).extracting(post -> post.get(Post.VIEWS)).containsExactly(1, 2, 2);
        assertThat(run.get(user.posts().count())).isEqualTo(3);
    }

    @Test
    @Feature("18.1")
    default void whatIsOnlyMadeIsRelatedTooAndCanBePushed(Runner run) {
        User user = run.get(USER.has(POST.times(2), POSTS).make());
        Post post = run.get(POST.forParent(USER, AUTHOR).make());
        assertThat(run.statements()).isEmpty();
        assertThat(user.get(POSTS)).hasSize(2).noneMatch(Post::isStored);

        run.get(user.push());
        run.get(post.push());
        assertThat(run.get(user.posts().count())).isEqualTo(2);
        assertThat(run.get(USERS.count())).isEqualTo(2);
    }

    // What a model belongs to

    @Test
    @Feature("18.1")
    default void eachModelBelongsToANewParent(Runner run) {
        Post post = run.get(POST.forParent(USER.state("admin"), AUTHOR).create());
        List<Post> posts = run.list(POST.times(2).forParent(USER, AUTHOR).create());

        assertThat(post.get(AUTHOR).get(KIND)).isEqualTo(Kind.ADMIN);
        assertThat(post.get(Post.USER_ID)).isEqualTo(post.get(AUTHOR).getKey());
        assertThat(posts.get(0).get(Post.USER_ID)).isNotEqualTo(posts.get(1).get(Post.USER_ID));
        assertThat(run.get(USERS.count())).isEqualTo(3);
    }

    @Test
    @Feature("18.1")
    default void allModelsBelongToAParentThatIsThere(Runner run) {
        User ada = run.get(USER.create());

        assertThat(run.list(POST.forParent(ada, AUTHOR).times(2).create()))
                .allSatisfy(post -> assertThat(post.get(AUTHOR)).isSameAs(ada));
        assertThat(run.list(POST.forParent(USER, AUTHOR).times(2).create(Map.of("user_id", ada.get(User.ID)))))
                .as("a value that is said counts more than a parent")
                .allSatisfy(post -> assertThat(post.get(Post.USER_ID)).isEqualTo(ada.getKey()));
        assertThat(run.list(POST.forParent(USER, AUTHOR)
                        .forParent(ada, AUTHOR)
                        .times(2)
                        .create()))
                .as("the parent that is said last")
                .allSatisfy(post -> assertThat(post.get(AUTHOR)).isSameAs(ada));
        assertThat(run.get(USERS.count())).isEqualTo(1);
    }

    @Test
    @Feature("18.1")
    default void aChildOfAModelHasNoOtherParent(Runner run) {
        Factory<Post> written = POST.forParent(USER, AUTHOR).state(post -> post.set(Post.USER_ID, 77L));

        User user = run.get(USER.has(written.times(2), POSTS).create());

        assertThat(user.get(POSTS))
                .allSatisfy(post -> assertThat(post.get(Post.USER_ID)).isEqualTo(user.getKey()));
        assertThat(run.get(USERS.count())).isEqualTo(1);
    }

    @Test
    @Feature("18.1")
    default void recycledModelsAreTheParentsOfAllThatWouldHaveNone(Runner run) {
        User ada = run.get(USER.create());
        User alan = run.get(USER.create());

        assertThat(run.list(POST.recycle(ada).times(3).create()))
                .as("without a word of its author")
                .allSatisfy(post -> assertThat(post.get(AUTHOR)).isSameAs(ada));
        assertThat(run.get(POST.forParent(USER, AUTHOR).recycle(ada).create()).get(AUTHOR))
                .isSameAs(ada);
        assertThat(run.get(COMMENT.forParent(POST.forParent(USER, AUTHOR), Comment.POST)
                                .recycle(ada)
                                .create())
                        .get(Comment.POST)
                        .get(AUTHOR))
                .as("below too")
                .isSameAs(ada);
        assertThat(run.list(POST.withSeed(1).recycle(ada, alan).times(30).create()))
                .extracting(post -> post.get(AUTHOR))
                .as("one of several")
                .contains(ada, alan)
                .containsOnly(ada, alan);
        assertThat(run.get(USER.has(POST.times(2), POSTS).recycle(ada).create()).get(POSTS))
                .as("a child has its parent")
                .noneMatch(post -> post.get(Post.USER_ID).equals(ada.get(User.ID)));
        assertThat(run.get(USERS.count())).isEqualTo(3);
    }

    // By a table between

    @Test
    @Feature("18.1")
    default void newAndStoredModelsAreAttached(Runner run) {
        List<Role> there = run.list(ROLE.times(2).create());

        User user = run.get(USER.hasAttached(ROLE.times(2), ROLES)
                .hasAttached(there, ROLES)
                .has(ROLE, ROLES)
                .create());
        List<User> others = run.list(USER.hasAttached(there, ROLES).times(2).create());

        assertThat(user.get(ROLES)).hasSize(5).containsAll(there).allMatch(Role::isStored);
        assertThat(run.get(ROLES.of(user).query().count())).isEqualTo(5);
        assertThat(others)
                .allSatisfy(other ->
                        assertThat(run.get(ROLES.of(other).query().count())).isEqualTo(2));
        assertThat(run.get(Role.ROLES.count())).isEqualTo(5);
    }

    // By name

    @Test
    @Feature("18.1")
    default void relationsGoByTheirNamesToo(Runner run) {
        User user = run.get(USER.has(POST.times(2), "posts")
                .hasAttached(ROLE, "roles", Map.of())
                .create());
        User other = run.get(USER.createWithRelations(Map.of("posts", POST.times(3), "roles", ROLE)));
        List<Post> posts = run.list(POST.times(2).createWithRelations(Map.of("author", USER, "comments", COMMENT)));

        assertThat(user.get(POSTS)).hasSize(2);
        assertThat(user.get(ROLES)).hasSize(1);
        assertThat(other.get(POSTS)).hasSize(3);
        assertThat(other.get(ROLES)).hasSize(1);
        assertThat(posts).allSatisfy(post -> {
            assertThat(post.get(AUTHOR).isStored()).isTrue();
            assertThat(post.get(Post.COMMENTS)).hasSize(1);
        });
        assertThat(run.get(POST.forParent(USER, "author").create()).get(AUTHOR).isStored())
                .isTrue();
    }

    @Test
    @Feature("18.1")
    default void aRelationThatCanNotBeIsRefused(Runner run) {
        assertThatThrownBy(() -> {
                    var unused = USER.has(POST, "psts");
                })
                .isInstanceOf(UnknownRelationException.class)
                .hasMessageContaining("\"posts\"");
        assertThatThrownBy(() -> {
                    var unused = POST.has(USER, AUTHOR);
                })
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("posts.author is what a model points at: use forParent");
        assertThatThrownBy(() -> {
                    var unused = USER.forParent(POST, "posts");
                })
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("users.posts is not what a model points at: use has");
        assertThatThrownBy(() -> {
                    var unused = USER.hasAttached(POST, "posts", Map.of());
                })
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("users.posts has no table between: use has");
        assertThat(run.error(USER.has(COMMENT, "posts").create()))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("is no model of table posts");
        assertThat(run.error(POST.createWithRelations(Map.of("author", USER.times(2)))))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("a model belongs to one by posts.author: give a factory without times");
        assertThat(run.error(POST.forParent(new User(), AUTHOR).create()))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("has no key yet; save it first");
        assertThat(run.error(POST.recycle(new User()).create()))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("has no key yet; save it first");
        assertThat(run.get(USERS.count())).isZero();
    }
}
