package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.POSTS;
import static dev.ilana.testkit.contract.blog.User.ROLES;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.error.RelationNotLoadedException;
import dev.ilana.model.Collection;
import dev.ilana.testkit.contract.blog.Comment;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is loaded into one model of a result is loaded into all, where that was asked for. */
public interface BatchedLoadContract extends BlogContract {

    int AUTHORS = 20;

    /** Each has two posts, the first of them with one comment. */
    @BeforeEach
    default void authors(Runner run) {
        List<User> users = run.list(USERS.insertMany(Flux.range(0, AUTHORS).map(i -> User.named("Author " + i))));
        List<Post> posts = run.list(Post.POSTS.insertMany(Flux.fromIterable(users)
                .concatMap(user ->
                        Flux.just(Post.by(user, "first of " + user.get(User.NAME)), Post.by(user, "second")))));
        run.list(Comment.COMMENTS.insertMany(Flux.fromIterable(posts)
                .filter(post -> post.title().startsWith("first"))
                .map(post -> Comment.on(post, "well"))));
        run.forgetStatements();
    }

    private static void assertEachHasItsPosts(List<User> users) {
        assertThat(users).hasSize(AUTHORS);
        for (User user : users) {
            assertThat(user.get(POSTS))
                    .extracting(Post::title)
                    .containsExactlyInAnyOrder("first of " + user.get(User.NAME), "second");
        }
    }

    @Test
    @Feature("11.4")
    default void loadsOneAfterTheOtherAreOneQuery(Runner run) {
        assertEachHasItsPosts(run.list(USERS.query().batchingLoads().get().concatMap(user -> user.load(POSTS))));
        assertThat(run.statements()).hasSize(2);
    }

    @Test
    @Feature("11.4")
    default void loadsSideBySideAreOneQuery(Runner run) {
        assertEachHasItsPosts(run.list(USERS.query().batchingLoads().get().flatMap(user -> user.load(POSTS), AUTHORS)));
        assertThat(run.statements()).hasSize(2);
        run.assertNothingAcquired();
    }

    @Test
    @Feature("11.4")
    default void withoutItEachLoadIsAQuery(Runner run) {
        assertEachHasItsPosts(run.list(USERS.query().get().concatMap(user -> user.load(POSTS))));
        assertThat(run.statements()).hasSize(1 + AUTHORS);
    }

    @Test
    @Feature("11.4")
    default void whatWasLoadedIsOfTheSameResultAndCanBatchToo(Runner run) {
        List<Comment> comments = run.list(USERS.query()
                .batchingLoads()
                .with(POSTS, posts -> posts.batchingLoads())
                .get()
                .flatMapIterable(user -> user.get(POSTS))
                .concatMap(post -> post.load(Post.COMMENTS))
                .flatMapIterable(post -> post.get(Post.COMMENTS)));
        assertThat(comments).hasSize(AUTHORS);
        assertThat(run.statements()).hasSize(3);
    }

    @Test
    @Feature("11.4")
    default void aPathIsLoadedForAllAndOnlyOnceForEach(Runner run) {
        List<User> users =
                run.list(USERS.query().batchingLoads().get().concatMap(user -> user.load("posts.comments", "roles")));
        assertThat(run.statements()).hasSize(4);
        assertThat(users).allSatisfy(user -> assertThat(user.get(ROLES)).isEmpty());
        assertThat(users.get(3).get(POSTS))
                .allSatisfy(
                        post -> assertThat(post.relationLoaded(Post.COMMENTS)).isTrue());
    }

    @Test
    @Feature("11.4")
    default void whoLoadsAgainReadsAgainForItselfAlone(Runner run) {
        List<User> users = run.list(USERS.query().batchingLoads().get().concatMap(user -> user.load(POSTS)));
        run.get(Post.by(users.get(0), "third").save());
        run.forgetStatements();

        run.get(users.get(0).load(POSTS));
        assertThat(users.get(0).get(POSTS)).hasSize(3);
        assertThat(run.statements()).hasSize(1);
        assertThat(users.get(1).get(POSTS)).hasSize(2);
    }

    @Test
    @Feature("11.4")
    default void whatIsThereIsNotReadAgainForOthers(Runner run) {
        List<User> users = run.list(USERS.query().batchingLoads().get());
        users.get(0).setRelation(POSTS, Collection.<Post>make(List.of()));
        run.get(users.get(1).loadMissing(POSTS));
        assertThat(users.get(0).get(POSTS)).isEmpty();
        assertThat(users.get(2).get(POSTS)).hasSize(2);
        run.list(Flux.fromIterable(users).concatMap(user -> user.loadMissing(POSTS)));
        assertThat(run.statements()).hasSize(2);
    }

    @Test
    @Feature("11.4")
    default void whatIsMissingByNameIsLoadedForAllOnEachLevelOfAPath(Runner run) {
        List<User> users = run.list(USERS.query()
                .batchingLoads()
                .with(POSTS, posts -> posts.batchingLoads())
                .get());
        run.forgetStatements();

        run.list(Flux.fromIterable(users).concatMap(user -> user.loadMissing("posts.comments", "roles")));

        assertThat(run.statements()).as("the comments, the roles").hasSize(2);
        assertThat(users).allSatisfy(user -> {
            assertThat(user.get(ROLES)).isEmpty();
            assertThat(user.get(POSTS))
                    .allSatisfy(post ->
                            assertThat(post.relationLoaded(Post.COMMENTS)).isTrue());
        });
    }

    @Test
    @Feature("11.4")
    default void aModelThatForgotItsRelationsLoadsThemAgain(Runner run) {
        List<User> users = run.list(USERS.query().batchingLoads().get());
        run.get(users.get(0).load(POSTS));
        run.get(users.get(1).refresh());
        run.get(users.get(1).load(POSTS));
        assertThat(users.get(1).get(POSTS)).hasSize(2);
    }

    @Test
    @Feature("11.4")
    default void whatATransactionSeesIsNotForThoseOutsideOfIt(Runner run) {
        List<User> users =
                run.list(USERS.query().batchingLoads().orderBy(User.ID).get());
        run.error(DB.transaction(() -> Post.by(users.get(0), "never stored")
                .save()
                .then(users.get(1).load(POSTS))
                .then(Mono.error(new IllegalStateException("rolled back")))));
        assertThat(users.get(0).get(POSTS)).hasSize(3);
        run.get(users.get(0).load(POSTS));
        assertThat(users.get(0).get(POSTS)).hasSize(2);
        run.assertNothingAcquired();
    }

    @Test
    @Feature("11.4")
    default void aCancelOfTheOneThatBeganLeavesTheOthersTheirs(Runner run) {
        List<User> users = run.list(USERS.query().batchingLoads().get());
        run.list(Flux.merge(
                users.get(0).load(POSTS).takeUntilOther(Mono.just("at once")),
                users.get(1).load(POSTS),
                users.get(2).load(POSTS)));
        assertThat(users.get(1).get(POSTS)).hasSize(2);
        assertThat(users.get(2).get(POSTS)).hasSize(2);
        run.assertNothingAcquired();
    }

    @Test
    @Feature("11.4")
    default void anErrorIsForAllThatWaitAndTheNextTriesAgain(Runner run) {
        List<User> users = run.list(USERS.query().batchingLoads().get());
        run.value(DB.statement("alter table posts rename to hidden_posts"));
        assertThat(run.get(Flux.fromIterable(users)
                        .flatMap(user -> user.load(POSTS).materialize(), AUTHORS)
                        .filter(signal -> signal.isOnError())
                        .count()))
                .isEqualTo(AUTHORS);
        assertThat(run.error(Mono.fromCallable(() -> users.get(0).get(POSTS))))
                .isInstanceOf(RelationNotLoadedException.class);
        run.value(DB.statement("alter table hidden_posts rename to posts"));
        run.list(Flux.fromIterable(users).concatMap(user -> user.load(POSTS)));
        assertEachHasItsPosts(users);
        run.assertNothingAcquired();
    }

    @Test
    @Feature("11.4")
    default void aDatabaseCanBatchForAllItsQueries(Runner run) {
        Database batching = Database.builder(run.url()).withBatchedLoads().build();
        Mono<Long> chain = USERS.query()
                .get()
                .flatMap(user -> user.load(POSTS))
                .flatMapIterable(user -> user.get(POSTS))
                .flatMap(post -> post.load(Post.AUTHOR))
                .count();
        assertThat(Mono.usingWhen(Mono.just(batching), database -> chain.contextWrite(database.use()), Database::close)
                        .block())
                .isEqualTo(2L * AUTHORS);
    }

    @Test
    @Feature("11.4")
    default void aWindowOfAStreamIsAResult(Runner run) {
        assertEachHasItsPosts(
                run.list(USERS.query().batchingLoads().lazyById(10).concatMap(user -> user.load(POSTS), 1)));
        assertThat(run.statements().stream().filter(sql -> sql.contains("posts")))
                .hasSize(2);
    }
}
