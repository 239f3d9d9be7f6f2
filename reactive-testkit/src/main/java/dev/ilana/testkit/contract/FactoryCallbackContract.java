package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.BlogFactories.USER;
import static dev.ilana.testkit.contract.blog.User.AGE;
import static dev.ilana.testkit.contract.blog.User.EMAIL;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import dev.ilana.testkit.factory.Factory;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Factories call what they are told to, around the making and the storing of each model. */
public interface FactoryCallbackContract extends BlogContract {

    @Test
    @Feature("18.1")
    default void callbacksAreCalledInTheirOrder(Runner run) {
        List<String> called = new CopyOnWriteArrayList<>();
        Factory<User> told = USER.set(NAME.to("Ada"))
                .beforeMaking(attributes -> {
                    called.add("before making " + attributes.get("name"));
                    return Map.of("email", attributes.get("name") + "@Example.org");
                })
                .afterMaking(user -> called.add("made " + user.get(EMAIL)))
                .beforeCreating(user -> Mono.fromRunnable(() -> called.add("to be stored " + !user.isStored())))
                .afterCreating(user ->
                        USERS.count().doOnNext(count -> called.add("stored " + user.isStored() + " of " + count)));

        run.get(told.create());
        assertThat(called)
                .containsExactly("before making Ada", "made ada@example.org", "to be stored true", "stored true of 1");
        called.clear();
        run.get(told.make());
        assertThat(called).containsExactly("before making Ada", "made ada@example.org");
        called.clear();
        run.get(told.raw());
        assertThat(called).containsExactly("before making Ada");
    }

    @Test
    @Feature("18.1")
    default void callbacksKnowTheStatesOfTheirFactory(Runner run) {
        Factory<User> writer = USER.state("writing", user -> user)
                .afterCreating((user, factory) -> factory.hasState("writing")
                        ? user.posts().create(Post.TITLE.to("of " + user.name()))
                        : Mono.empty());

        assertThat(run.get(run.get(writer.create()).posts().count())).isZero();
        assertThat(run.get(run.get(writer.state("writing").create()).posts().count()))
                .isEqualTo(1);
    }

    @Test
    @Feature("18.1")
    default void whatACallbackGivesIsWaitedForAndMayFail(Runner run) {
        Factory<User> failing = USER.beforeCreating((user, factory) -> user.get(AGE) == 3
                ? Mono.error(new IllegalStateException("not this one"))
                : Mono.delay(Duration.ofMillis(5)));

        assertThat(run.error(failing.sequence(AGE, 1, 2, 3).times(5).create().then()))
                .isInstanceOf(IllegalStateException.class);
        assertThat(run.get(USERS.count())).as("none of them stays").isZero();
        run.assertNothingAcquired();
    }
}
