package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.POSTS;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.connection.NPlusOneGuard;
import dev.ilana.connection.NPlusOneGuard.Repetition;
import dev.ilana.connection.TransactionOptions;
import dev.ilana.error.DatabaseException.Failure;
import dev.ilana.error.DeadlockException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.NPlusOneException;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A chain that asks one by one for what one query would give is told so; others are left alone. */
public interface NPlusOneContract extends BlogContract {

    int AUTHORS = 30;

    @BeforeEach
    default void authors(Runner run) {
        List<User> users = run.list(USERS.insertMany(Flux.range(0, AUTHORS).map(i -> User.named("Author " + i))));
        run.list(Post.POSTS.insertMany(Flux.fromIterable(users)
                .map(user -> Post.by(user, "by " + user.get(User.NAME)))));
        run.forgetStatements();
    }

    /** Nothing, when the guard leaves the chain alone. */
    private static void assertPasses(Runner run, Publisher<?> chain) {
        run.list(Flux.<Object>from(chain).contextWrite(NPlusOneGuard.failing().watch()));
        run.assertNothingAcquired();
    }

    private static Throwable stopped(Runner run, Flux<?> chain) {
        Throwable error =
                run.error(chain.contextWrite(NPlusOneGuard.failing().watch()).then(Mono.just("no error")));
        assertThat(error).isInstanceOf(NPlusOneException.class);
        run.assertNothingAcquired();
        return error;
    }

    // What it finds

    @Test
    @Feature("11.4")
    default void aRelationLoadedForEachModelIsStoppedAtTheFifth(Runner run) {
        assertThat(stopped(run, USERS.query().get().concatMap(user -> user.load(POSTS))))
                .hasMessageContaining("users.posts was asked for 5 models of one result")
                .hasMessageContaining("with(\"posts\")");
        assertThat(run.statements()).hasSize(1 + 4);
    }

    @Test
    @Feature("11.4")
    default void aRelationAskedAsAQueryOfEachModelIsTheSame(Runner run) {
        assertThat(stopped(
                        run,
                        USERS.query()
                                .get()
                                .concatMap(user -> POSTS.of(user)
                                        .query()
                                        .where(Post.VIEWS.gt(3))
                                        .count())))
                .hasMessageContaining("users.posts");
        assertThat(stopped(run, USERS.query().get().flatMap(user -> user.loadMissing("posts"))))
                .hasMessageContaining("users.posts");
    }

    @Test
    @Feature("11.4")
    default void relationsOfWhatWasLoadedAreSeenToo(Runner run) {
        assertThat(stopped(
                        run,
                        Post.POSTS
                                .with(Post.AUTHOR)
                                .get()
                                .concatMap(post -> post.get(Post.AUTHOR).load(User.PROFILE))))
                .hasMessageContaining("users.profile");
    }

    @Test
    @Feature("11.4")
    default void theSameQueryWithOtherValuesIsStoppedAtTheTenth(Runner run) {
        assertThat(stopped(
                        run,
                        USERS.query()
                                .get()
                                .concatMap(user -> Post.POSTS
                                        .where(Post.USER_ID.eq(user.get(User.ID)))
                                        .get())))
                .hasMessageContaining("the same query 10 times: select ")
                .hasMessageContaining("findMany");
        assertThat(run.statements()).hasSize(1 + 9);
    }

    @Test
    @Feature("11.4")
    default void aReportComesOnceAndTheChainGoesOn(Runner run) {
        List<Repetition> found = new CopyOnWriteArrayList<>();
        NPlusOneGuard guard = NPlusOneGuard.reporting(found::add).after(3, 4);
        assertThat(run.list(
                        USERS.query().get().concatMap(user -> user.load(POSTS)).contextWrite(guard.watch())))
                .hasSize(AUTHORS);
        assertThat(found).extracting(Repetition::what).containsExactly("users.posts");
        assertThat(found).extracting(Repetition::times).containsExactly(3);
    }

    @Test
    @Feature("11.4")
    default void aDatabaseWatchesEachChainThatUsesIt(Runner run) {
        List<Repetition> found = new CopyOnWriteArrayList<>();
        Database watching = Database.builder(run.url())
                .withNPlusOneGuard(NPlusOneGuard.reporting(found::add))
                .build();
        Flux<User> chain = USERS.query().get().take(3).concatMap(user -> user.load(POSTS));
        Mono<Void> twice =
                chain.then().contextWrite(watching.use()).then(chain.then().contextWrite(watching.use()));
        twice.block();
        assertThat(found).isEmpty();
        USERS.query()
                .get()
                .concatMap(user -> user.load(POSTS))
                .contextWrite(watching.use())
                .blockLast();
        assertThat(found).hasSize(1);
        watching.close().block();
    }

    @Test
    @Feature("11.4")
    default void aGuardCountsToTwoAtLeast(Runner run) {
        assertThatThrownBy(() -> NPlusOneGuard.failing().after(1, 5)).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> NPlusOneGuard.failing().after(5, 0)).isInstanceOf(InvalidUsageException.class);
        assertThat(run.statements()).isEmpty();
    }

    // What it leaves alone

    @Test
    @Feature("11.4")
    default void eagerLoadsAndLoadsOfACollectionAreWhatItAsksFor(Runner run) {
        assertPasses(run, USERS.with("posts.comments").get());
        assertPasses(run, USERS.query().collection().flatMap(users -> users.load(POSTS)));
        assertPasses(run, USERS.query().batchingLoads().get().concatMap(user -> user.load(POSTS)));
    }

    @Test
    @Feature("11.4")
    default void aFewOfManyAreNotAll(Runner run) {
        assertPasses(run, USERS.query().get().take(4).concatMap(user -> user.load(POSTS)));
    }

    @Test
    @Feature("11.4")
    default void severalRelationsOfOneModelAndOneManyTimesAreNot(Runner run) {
        assertPasses(
                run,
                USERS.query()
                        .get()
                        .take(1)
                        .flatMap(user -> user.load("posts", "profile", "roles")
                                .then(user.load("posts"))
                                .then(user.load("posts.comments"))
                                .then(user.load("posts"))
                                .then(user.load("posts"))));
    }

    @Test
    @Feature("11.4")
    default void modelsFoundByThemselvesAreNotOfOneResult(Runner run) {
        assertPasses(
                run,
                Flux.range(1, 6)
                        .concatMap(i -> USERS.where(User.NAME.eq("Author " + i))
                                .firstOrFail()
                                .flatMap(user -> user.load(POSTS))));
    }

    @Test
    @Feature("11.4")
    default void theWindowsOfAStreamAreOneQuery(Runner run) {
        assertPasses(run, USERS.with(POSTS).lazyById(2));
        assertPasses(run, USERS.with(POSTS).lazy(2));
        assertPasses(run, USERS.with(POSTS).cursor(2));
    }

    @Test
    @Feature("11.4")
    default void theWorkOnEachWindowIsForItself(Runner run) {
        assertPasses(
                run,
                USERS.query()
                        .chunkById(
                                2,
                                users -> users.load(POSTS)
                                        .then(Post.POSTS
                                                .where(Post.USER_ID.in(users.pluck(User.ID)))
                                                .count())));
    }

    @Test
    @Feature("11.4")
    default void writesOneByOneReadOneByOne(Runner run) {
        assertPasses(
                run,
                USERS.query()
                        .get()
                        .concatMap(user -> Post.POSTS
                                .where(Post.USER_ID.eq(user.get(User.ID)))
                                .firstOrFail()
                                .flatMap(post -> post.set(Post.VIEWS, 7).save())));
    }

    @Test
    @Feature("11.4")
    default void eachAttemptOfATransactionIsForItself(Runner run) {
        AtomicInteger attempts = new AtomicInteger();
        assertPasses(
                run,
                DB.transaction(
                        () -> Flux.range(1, 6)
                                .concatMap(i ->
                                        USERS.where(User.NAME.eq("Author " + i)).exists())
                                .then(Mono.defer(() -> attempts.incrementAndGet() < 3
                                        ? Mono.error(new DeadlockException(new Failure(
                                                null,
                                                null,
                                                0,
                                                "one of two must go",
                                                null,
                                                new IllegalStateException())))
                                        : Mono.just(true))),
                        TransactionOptions.attempts(3)));
        assertThat(attempts).hasValue(3);
    }
}
