package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.AuthorsContract.ada;
import static dev.ilana.testkit.contract.blog.User.POSTS;
import static dev.ilana.testkit.contract.blog.User.PROFILE;
import static dev.ilana.testkit.contract.blog.User.ROLES;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.RelationNotLoadedException;
import dev.ilana.error.UnknownRelationException;
import dev.ilana.testkit.contract.blog.Comment;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.Profile;
import dev.ilana.testkit.contract.blog.Role;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Relations are loaded: for all parents of a query, or into models that are there. */
public interface RelationContract extends AuthorsContract {

    @Test
    @Feature({"10.1", "11.1"})
    default void hasManyIsLoadedForAllParentsByOneStatement(Runner run) {
        List<User> users = run.list(USERS.with(POSTS).orderBy("name").get());

        assertThat(run.statements()).hasSize(2);
        assertThat(users.get(0).get(POSTS)).extracting(Post::title).hasSize(8).contains("Ada 1", "Ada 8");
        assertThat(users.get(1).get(POSTS)).extracting(Post::title).containsExactly("Bob 1");
        assertThat(users.get(2).get(POSTS)).isEmpty();
    }

    @Test
    @Feature("10.1")
    default void belongsToIsLoadedForAllChildrenByOneStatement(Runner run) {
        List<Post> posts = run.list(Post.POSTS.with(Post.AUTHOR).orderBy("id").get());

        assertThat(run.statements()).hasSize(2);
        assertThat(posts)
                .hasSize(9)
                .allSatisfy(post -> assertThat(post.title())
                        .startsWith(post.get(Post.AUTHOR).name()));
    }

    @Test
    @Feature("10.1")
    default void hasOneIsAModelOrNull(Runner run) {
        User ada = ada(run);
        run.get(PROFILE.of(ada).create(Map.of("bio", "counts")));

        List<User> users = run.list(USERS.with(PROFILE).orderBy("name").get());

        assertThat(users.get(0).get(PROFILE).get(Profile.BIO)).isEqualTo("counts");
        assertThat(users.get(1).get(PROFILE)).isNull();
        Profile profile = run.get(Profile.PROFILES.with(Profile.USER).firstOrFail());
        assertThat(profile.get(Profile.USER).name()).isEqualTo("Ada");
    }

    @Test
    @Feature("10.1")
    default void belongsToManyGoesThroughItsPivotTable(Runner run) {
        List<Role> roles = run.list(Role.ROLES.insertMany(
                Flux.just("admin", "editor").map(name -> new Role().set(Role.NAME, name))));
        User ada = ada(run);
        run.get(ROLES.of(ada).attach(roles.stream().map(Role::getKey).toList()));
        run.get(ROLES.of(run.get(USERS.where(User.NAME.eq("Bob")).firstOrFail()))
                .attach(List.of(roles.get(0).get(Role.ID))));
        run.forgetStatements();

        List<User> users = run.list(USERS.with(ROLES).orderBy("name").get());

        assertThat(run.statements()).hasSize(2);
        assertThat(users.get(0).get(ROLES))
                .extracting(role -> role.get(Role.NAME))
                .containsExactlyInAnyOrder("admin", "editor");
        assertThat(users.get(1).get(ROLES))
                .extracting(role -> role.get(Role.NAME))
                .containsExactly("admin");
        assertThat(users.get(2).get(ROLES)).isEmpty();
        assertThat(run.list(USERS.whereHas(ROLES, role -> role.where(Role.NAME.eq("editor")))
                        .get()))
                .extracting(User::name)
                .containsExactly("Ada");
        assertThat(run.get(ROLES.of(ada).detach(List.of(roles.get(0).get(Role.ID), -1L))))
                .isEqualTo(1);
        assertThat(run.list(ROLES.of(ada).get()))
                .extracting(role -> role.get(Role.NAME))
                .containsExactly("editor");
        assertThat(run.get(ROLES.of(ada).attach(List.of()))).isZero();
    }

    @Test
    @Feature("11.1")
    default void nestedRelationsAddOneStatementALevel(Runner run) {
        List<User> users = run.list(USERS.with(POSTS, posts -> posts.with(Post.COMMENTS, c -> c.with(Comment.POST)))
                .orderBy("name")
                .get());

        assertThat(run.statements()).hasSize(4);
        assertThat(users.get(0).get(POSTS))
                .allSatisfy(post -> assertThat(post.get(Post.COMMENTS)).hasSize(2));
        Post post = users.get(1).get(POSTS).get(0);
        assertThat(post.get(Post.COMMENTS).get(0).body()).isEqualTo("first of Bob 1");
        assertThat(post.get(Post.COMMENTS).get(0).get(Comment.POST).title()).isEqualTo("Bob 1");
    }

    @Test
    @Feature("11.1")
    default void relationsAreLoadedByNameToo(Runner run) {
        List<User> users = run.list(
                USERS.with("posts", "posts.comments", "roles").orderBy("name").get());

        assertThat(run.statements()).as("users, posts, comments, roles").hasSize(4);
        assertThat(users.get(0).get(POSTS).get(0).get(Post.COMMENTS)).hasSize(2);
        assertThat(users.get(0).get(ROLES)).isEmpty();
    }

    @Test
    @Feature({"11.1", "8.5"})
    default void aConstrainedLoadLimitsPerParent(Runner run) {
        List<User> users = run.list(USERS.with(
                        POSTS,
                        posts -> posts.where(Post.VIEWS.gt(100))
                                .orderBy(Post.VIEWS.desc())
                                .limit(3))
                .orderBy("name")
                .get());

        assertThat(run.statements()).hasSize(2);
        assertThat(users.get(0).get(POSTS)).extracting(Post::title).containsExactly("Ada 8", "Ada 7", "Ada 6");
        assertThat(users.get(1).get(POSTS)).extracting(Post::title).containsExactly("Bob 1");
    }

    @Test
    @Feature({"11.1", "8.5"})
    default void aConstrainedLoadSkipsPerParent(Runner run) {
        List<User> users = run.list(USERS.with(
                        POSTS,
                        posts -> posts.orderBy(Post.VIEWS.asc()).offset(2).limit(2))
                .orderBy("name")
                .get());

        assertThat(users.get(0).get(POSTS)).extracting(Post::title).containsExactly("Ada 3", "Ada 4");
        assertThat(users.get(1).get(POSTS)).isEmpty();
    }

    @Test
    @Feature("11.1")
    default void withCountCountsWithoutLoading(Runner run) {
        List<User> users = run.list(USERS.withCount(POSTS).orderBy("name").get());

        assertThat(run.statements()).hasSize(1);
        assertThat(users).extracting(user -> user.countOf(POSTS)).containsExactly(8L, 1L, 0L);
        assertThat(users.get(0).getAttribute("posts_count")).isEqualTo(8L);
        assertThat(run.get(USERS.query()
                                .withCount(POSTS, posts -> posts.where(Post.VIEWS.gt(600)))
                                .orderBy("name")
                                .first())
                        .countOf(POSTS))
                .isEqualTo(2);
    }

    @Test
    @Feature("4.2")
    default void aRelationIsLoadedIntoAModelThatIsThere(Runner run) {
        User ada = ada(run);
        assertThat(ada.relationLoaded(POSTS)).isFalse();
        assertThatThrownBy(() -> ada.get(POSTS))
                .isInstanceOf(RelationNotLoadedException.class)
                .hasMessage("relation posts of users is not loaded; add with(\"posts\") to the query or load it first");

        run.get(ada.load(POSTS));

        assertThat(ada.get(POSTS)).hasSize(8);
    }

    @Test
    @Feature("11.3")
    default void relationsAreLoadedInEveryWindowOfAWalk(Runner run) {
        List<Comment> comments = run.list(Comment.COMMENTS.with("post.author").lazyById(5));

        assertThat(comments)
                .hasSize(18)
                .allSatisfy(comment -> assertThat(
                                comment.get(Comment.POST).get(Post.AUTHOR).name())
                        .isIn("Ada", "Bob"));
    }

    @Test
    @Feature("3.3")
    default void softlyDeletedRowsAreNotRelated(Runner run) {
        run.get(ada(run).delete());

        List<Post> posts = run.list(Post.POSTS.with(Post.AUTHOR).orderBy("id").get());
        assertThat(posts.get(0).get(Post.AUTHOR)).isNull();
        assertThat(run.get(Post.POSTS.has(Post.AUTHOR).count())).isEqualTo(1);
        assertThat(run.get(Post.POSTS
                                .with(Post.AUTHOR, author -> author.withTrashed())
                                .orderBy("id")
                                .firstOrFail())
                        .get(Post.AUTHOR)
                        .name())
                .isEqualTo("Ada");
    }

    @Test
    @Feature({"3.3", "10.1"})
    default void softlyDeletedRowsAreNotRelatedByAPivotEither(Runner run) {
        User ada = ada(run);
        Role editor = run.get(ROLES.of(ada).create(Map.of("name", "editor")));
        run.get(ROLES.of(run.get(USERS.where(User.NAME.eq("Bob")).sole())).attach(List.of(editor.get(Role.ID))));
        run.get(ada.delete());

        assertThat(run.get(Role.ROLES.with(Role.USERS).sole()).get(Role.USERS))
                .extracting(User::name)
                .containsExactly("Bob");
        assertThat(run.get(Role.ROLES
                                .with(Role.USERS, users -> users.onlyTrashed())
                                .sole())
                        .get(Role.USERS))
                .extracting(User::name)
                .containsExactly("Ada");
        assertThat(run.get(Role.ROLES.withCount(Role.USERS).sole()).countOf(Role.USERS))
                .isEqualTo(1);
        assertThat(run.get(Role.USERS.of(editor).withTrashed().count())).isEqualTo(2);
    }

    @Test
    @Feature("11.1")
    default void loadingForNobodySendsNothing(Runner run) {
        assertThat(run.list(
                        USERS.where(User.NAME.eq("Zoe")).with(POSTS).with(ROLES).get()))
                .isEmpty();
        assertThat(run.statements()).hasSize(1);
        run.forgetStatements();
        run.list(Comment.COMMENTS.with(Comment.PARENT).get());
        assertThat(run.statements()).as("no comment has a parent").hasSize(1);
    }

    @Test
    @Feature("11.1")
    default void aWrongRelationNamesTheNearest(Runner run) {
        assertThatThrownBy(() -> USERS.with("post"))
                .isInstanceOf(UnknownRelationException.class)
                .hasMessage("the model of users has no relation \"post\"; did you mean \"posts\"?");
        assertThatThrownBy(() -> USERS.with("posts.coments"))
                .isInstanceOf(UnknownRelationException.class)
                .hasMessage("the model of posts has no relation \"coments\"; did you mean \"comments\"?");
        assertThat(run.error(reactor.core.publisher.Mono.defer(
                        () -> new User().name("New").posts().create(Map.of("title", "x")))))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("users#new has no key yet; save it first");
        assertThat(run.statements()).isEmpty();
    }
}
