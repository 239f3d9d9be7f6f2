package dev.ilana.testkit.contract;

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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Relations are loaded, asked by, and written through. */
public interface RelationContract extends BlogContract {

    /** Ada has posts 1 to 8 of 100 views more each, Bob has one of 5,000, Cy has none; each post has two comments. */
    @BeforeEach
    default void threeAuthors(Runner run) {
        List<User> users =
                run.list(USERS.insertMany(Flux.just("Ada", "Bob", "Cy").map(User::named)));
        List<Post> posts = run.list(Post.POSTS.insertMany(Flux.range(1, 8)
                .map(i -> Post.by(users.get(0), "Ada " + i).views(i * 100))
                .concatWithValues(Post.by(users.get(1), "Bob 1").views(5_000))));
        run.list(Comment.COMMENTS.insertMany(Flux.fromIterable(posts)
                .concatMap(
                        post -> Flux.just(Comment.on(post, "first of " + post.title()), Comment.on(post, "second")))));
        run.forgetStatements();
    }

    private static User ada(Runner run) {
        return run.get(USERS.where(User.NAME.eq("Ada")).firstOrFail());
    }

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
