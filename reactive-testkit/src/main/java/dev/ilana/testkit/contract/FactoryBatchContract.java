package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.BlogFactories.COMMENT;
import static dev.ilana.testkit.contract.BlogFactories.POST;
import static dev.ilana.testkit.contract.BlogFactories.ROLE;
import static dev.ilana.testkit.contract.BlogFactories.USER;
import static dev.ilana.testkit.contract.blog.Post.AUTHOR;
import static dev.ilana.testkit.contract.blog.User.EMAIL;
import static dev.ilana.testkit.contract.blog.User.POSTS;
import static dev.ilana.testkit.contract.blog.User.ROLES;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.dialect.Capability;
import dev.ilana.error.DatabaseException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.model.ModelEvent;
import dev.ilana.testkit.contract.blog.Comment;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import dev.ilana.testkit.factory.Factory;
import dev.ilana.testkit.factory.FactoryOfMany;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Factories store large numbers by few statements and in little memory, with all that belongs to them. */
public interface FactoryBatchContract extends BlogContract {

    @Test
    @Feature("18.1")
    default void aBatchIsWrittenByFewStatementsWithAllThatBelongsToIt(Runner run) {
        List<User> users = run.list(USER.has(POST.times(3).has(COMMENT, Post.COMMENTS), POSTS)
                .hasAttached(ROLE, ROLES)
                .times(200)
                .createInBatches(100));

        // MySQL, which tells the first key only, is given 64 rows a statement and asked for the step of its keys.
        int most = run.database().dialect().supports(Capability.KEYS_OF_MANY) ? 30 : 60;
        assertThat(run.statements())
                .as("1,800 rows in two batches of five tables")
                .hasSizeLessThanOrEqualTo(most);
        assertThat(users)
                .hasSize(200)
                .extracting(User::getKey)
                .doesNotHaveDuplicates()
                .doesNotContainNull();
        assertThat(users).allSatisfy(user -> {
            assertThat(user.isStored()).isTrue();
            assertThat(user.isDirty()).isFalse();
            assertThat(user.get(POSTS))
                    .hasSize(3)
                    .allSatisfy(post -> assertThat(post.get(Post.USER_ID)).isEqualTo(user.getKey()))
                    .allSatisfy(post -> assertThat(post.get(Post.COMMENTS)).hasSize(1));
            assertThat(user.get(ROLES)).hasSize(1);
        });
        assertThat(run.get(Comment.COMMENTS.count())).isEqualTo(600);
        assertThat(run.get(DB.table("role_user").count())).isEqualTo(200);
        User last = run.get(USERS.with(POSTS, ROLES).findOrFail(users.get(199).get(User.ID)));
        assertThat(last.name()).isEqualTo(users.get(199).name());
        assertThat(last.get(POSTS))
                .extracting(Post::title)
                .containsExactlyInAnyOrderElementsOf(
                        users.get(199).get(POSTS).stream().map(Post::title).toList());
    }

    @Test
    @Feature("18.1")
    default void parentsAreWrittenInBatchesToo(Runner run) {
        User ada = run.get(USER.create());
        List<Post> posts = run.list(POST.forParent(USER, AUTHOR).times(60).createInBatches(25));
        List<Post> recycled = run.list(POST.recycle(ada).times(60).createInBatches(25));

        assertThat(posts)
                .hasSize(60)
                .allSatisfy(post -> assertThat(post.get(Post.USER_ID))
                        .isEqualTo(post.get(AUTHOR).getKey()));
        assertThat(recycled).allSatisfy(post -> assertThat(post.get(AUTHOR)).isSameAs(ada));
        assertThat(run.get(USERS.count())).isEqualTo(61);
    }

    @Test
    @Feature("18.1")
    default void callbacksAreCalledAndHooksAreNot(Runner run) {
        AtomicInteger called = new AtomicInteger();
        List<User> told = new CopyOnWriteArrayList<>();
        var hook = USERS.on(ModelEvent.CREATED, user -> Mono.fromRunnable(() -> told.add(user)));
        Factory<User> counted = USER.afterMaking(user -> called.incrementAndGet())
                .beforeCreating(user -> Mono.fromRunnable(called::incrementAndGet))
                .afterCreating(user -> Mono.fromRunnable(() -> called.addAndGet(user.isStored() ? 1 : 1_000)));
        try {
            run.list(counted.times(10).createInBatches(4));
        } finally {
            hook.dispose();
        }
        assertThat(called).hasValue(30);
        assertThat(told).isEmpty();
    }

    @Test
    @Feature("18.1")
    default void batchesAreMadeAsTheyAreAskedFor(Runner run) {
        AtomicInteger made = new AtomicInteger();
        Factory<User> counted = USER.afterMaking(user -> made.incrementAndGet());

        StepVerifier.create(
                        counted.times(10_000)
                                .createInBatches(10)
                                .contextWrite(run.database().use()),
                        0)
                .thenRequest(15)
                .expectNextCount(15)
                .then(() -> assertThat(made.get()).isLessThanOrEqualTo(100))
                .thenCancel()
                .verify(Duration.ofSeconds(30));

        run.assertNothingAcquired();
        assertThat(run.get(USERS.count()))
                .as("whole batches, those asked for among them")
                .isBetween(20L, 100L)
                .satisfies(rows -> assertThat(rows % 10).isZero());
    }

    @Test
    @Feature("18.1")
    default void aBatchIsGivenAfterItsCommitAndAnErrorLeavesThoseBeforeIt(Runner run) {
        FactoryOfMany<User> failing = USER.has(POST, POSTS)
                .state((user, fake) -> fake.index() == 25 ? user.email("taken@x.org") : user)
                .times(50);
        run.get(USER.create(Map.of("email", "taken@x.org")));
        List<User> given = new CopyOnWriteArrayList<>();

        assertThat(run.error(failing.createInBatches(10).doOnNext(given::add).then()))
                .isInstanceOf(UniqueViolationException.class);
        assertThat(given).hasSize(20);
        assertThat(run.get(USERS.count())).isEqualTo(21);
        assertThat(run.get(Post.POSTS.count())).isEqualTo(20);

        assertThat(run.error(DB.transaction(() -> failing.createInBatches(10).then())))
                .isInstanceOf(UniqueViolationException.class);
        assertThat(run.get(USERS.count())).as("in a transaction: nothing").isEqualTo(21);
        run.assertNothingAcquired();
    }

    @Test
    @Feature("18.1")
    default void aCancelLeavesWholeBatches(Runner run) {
        for (int millis = 0; millis < 100; millis += 10) {
            run.list(USER.has(POST.times(2), POSTS)
                    .times(5_000)
                    .createInBatches(50)
                    .takeUntilOther(Mono.delay(Duration.ofMillis(millis))));
        }
        run.assertNothingAcquired();
        long users = run.get(USERS.count());
        assertThat(users % 50).isZero();
        assertThat(run.get(Post.POSTS.count())).isEqualTo(2 * users);
    }

    @Test
    @Feature("18.1")
    default void bulkOnlyAddsRows(Runner run) {
        assertThat(run.get(USER.times(2_500).bulk())).isEqualTo(2_500);
        assertThat(run.get(POST.forParent(USER, AUTHOR).times(30).bulk(10))).isEqualTo(30);
        assertThat(run.get(USER.times(0).bulk())).isZero();

        assertThat(run.get(USERS.count())).isEqualTo(2_530);
        assertThat(run.get(Post.POSTS.count())).isEqualTo(30);
        assertThat(run.get(USERS.query().countDistinct("email"))).isEqualTo(2_530);
    }

    @Test
    @Feature("18.1")
    default void anErrorOrACancelOfBulkLeavesWholeBatches(Runner run) {
        run.get(USER.create());
        assertThat(run.error(POST.forParent(USER, AUTHOR)
                        .state((post, fake) -> fake.index() == 25 ? post.set(Post.TITLE, "x".repeat(300)) : post)
                        .times(50)
                        .bulk(10)))
                .isInstanceOf(DatabaseException.class);
        assertThat(run.get(Post.POSTS.count())).isEqualTo(20);
        assertThat(run.get(USERS.count())).as("parents go with their batch").isEqualTo(21);

        for (int millis = 0; millis < 100; millis += 10) {
            run.list(POST.forParent(USER, AUTHOR)
                    .times(5_000)
                    .bulk(50)
                    .flux()
                    .takeUntilOther(Mono.delay(Duration.ofMillis(millis))));
        }
        run.assertNothingAcquired();
        long posts = run.get(Post.POSTS.count());
        assertThat((posts - 20) % 50).isZero();
        assertThat(run.get(USERS.count())).isEqualTo(posts + 1);
    }

    @Test
    @Feature("18.1")
    default void bulkIsFollowedByNothing(Runner run) {
        String message =
                "bulk() tells no model its key, so nothing can follow it: for what the factory of users has and"
                        + " for afterCreating there is createInBatches";
        assertThatThrownBy(() -> {
                    var unused = USER.has(POST, POSTS).times(3).bulk();
                })
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> {
                    var unused =
                            USER.afterCreating(user -> Mono.empty()).times(3).bulk();
                })
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage(message);
        assertThatThrownBy(() -> {
                    var unused = USER.times(3).createInBatches(0);
                })
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("a batch can't have 0 models");
        assertThat(run.statements()).isEmpty();
    }

    @Test
    @Feature("18.1")
    default void severalWritersInParallelDoNotMeet(Runner run) {
        List<User> users = run.list(
                Flux.range(0, 4).flatMap(i -> USER.has(POST, POSTS).times(100).createInBatches(30)));

        assertThat(users).hasSize(400).extracting(user -> user.get(EMAIL)).doesNotHaveDuplicates();
        assertThat(run.get(Post.POSTS.count())).isEqualTo(400);
    }
}
