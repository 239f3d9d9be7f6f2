package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.BlogFactories.POST;
import static dev.ilana.testkit.contract.BlogFactories.ROLE;
import static dev.ilana.testkit.contract.BlogFactories.USER;
import static dev.ilana.testkit.contract.blog.Post.AUTHOR;
import static dev.ilana.testkit.contract.blog.User.POSTS;
import static dev.ilana.testkit.contract.blog.User.ROLES;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.Role;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import dev.ilana.testkit.factory.Factory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.util.context.Context;

/** Factories store all of what one word creates, or nothing. */
public interface FactoryTransactionContract extends BlogContract {

    @Test
    @Feature("18.1")
    default void anErrorLeavesNothingBehind(Runner run) {
        run.get(USER.create(Map.of("email", "taken@x.org")));
        Factory<User> taken = USER.has(POST.times(2), POSTS)
                .hasAttached(ROLE, ROLES)
                .state((user, fake) -> fake.index() == 2 ? user.email("taken@x.org") : user);

        assertThat(run.error(taken.times(3).create().then())).isInstanceOf(UniqueViolationException.class);
        assertThat(run.error(POST.set(Post.TITLE.to("x".repeat(300)))
                        .forParent(USER, AUTHOR)
                        .create()))
                .as("the parent goes with its child")
                .isNotInstanceOf(AssertionError.class);

        assertThat(run.get(USERS.count())).isEqualTo(1);
        assertThat(run.get(Post.POSTS.count())).isZero();
        assertThat(run.get(Role.ROLES.count())).isZero();
        run.assertNothingAcquired();
    }

    @Test
    @Feature("18.1")
    default void aCancelLeavesNothingBehind(Runner run) {
        for (int millis = 0; millis < 60; millis += 6) {
            run.list(USER.has(POST.times(3), POSTS)
                    .afterCreating(user -> Mono.delay(Duration.ofMillis(2)))
                    .times(50)
                    .create()
                    .takeUntilOther(Mono.delay(Duration.ofMillis(millis))));
        }
        run.assertNothingAcquired();
        assertThat(run.get(USERS.count())).isZero();
        assertThat(run.get(Post.POSTS.count())).isZero();
    }

    @Test
    @Feature("18.1")
    default void nothingIsGivenBeforeItsCommit(Runner run) {
        List<Long> seen = new CopyOnWriteArrayList<>();

        run.list(USER.times(3)
                .create()
                .concatMap(user -> USERS.on(run.database())
                        .count()
                        .contextWrite(context -> Context.empty())
                        .doOnNext(seen::add)));

        assertThat(seen).containsExactly(3L, 3L, 3L);
    }

    @Test
    @Feature("18.1")
    default void aTransactionIsJoinedAndAFailureInItMayBeCaught(Runner run) {
        run.get(DB.transaction(() -> USER.create()
                .then(USER.times(2)
                        .afterCreating(user -> Mono.error(new IllegalStateException("undone")))
                        .create()
                        .then()
                        .onErrorComplete())
                .then(USER.create())));
        assertThat(run.get(USERS.count())).isEqualTo(2);

        run.error(DB.transaction(() -> USER.create().then(Mono.error(new IllegalStateException("taken back")))));
        assertThat(run.get(USERS.count())).isEqualTo(2);
    }

    @Test
    @Feature("18.1")
    default void aFactoryStoresOnTheDatabaseItIsTold(Runner run) {
        List<User> users = Flux.from(USER.on(run.database()).times(2).create())
                .collectList()
                .subscribeOn(Schedulers.parallel())
                .blockOptional(Duration.ofSeconds(30))
                .orElseThrow();

        assertThat(users).hasSize(2);
        assertThat(run.get(USERS.count())).isEqualTo(2);
    }
}
