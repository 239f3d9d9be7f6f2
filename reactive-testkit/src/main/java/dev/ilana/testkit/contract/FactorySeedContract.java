package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.BlogFactories.COMMENT;
import static dev.ilana.testkit.contract.BlogFactories.POST;
import static dev.ilana.testkit.contract.BlogFactories.ROLE;
import static dev.ilana.testkit.contract.BlogFactories.USER;
import static dev.ilana.testkit.contract.blog.User.POSTS;
import static dev.ilana.testkit.contract.blog.User.ROLES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.testkit.contract.blog.Blog;
import dev.ilana.testkit.contract.blog.Comment;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.Role;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import dev.ilana.testkit.factory.Factory;
import dev.ilana.testkit.factory.FactoryOfMany;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** A fixed seed makes the same data, whatever runs beside it and however it is stored. */
public interface FactorySeedContract extends BlogContract {

    private static FactoryOfMany<User> writers(long seed) {
        return USER.has(POST.times(2).has(COMMENT, Post.COMMENTS), POSTS)
                .hasAttached(ROLE, ROLES)
                .state("old")
                .withSeed(seed)
                .times(5);
    }

    /** All that was made up of users and what belongs to them. */
    private static List<String> data(List<User> users) {
        List<String> data = new ArrayList<>();
        for (User user : users) {
            data.add(user.name() + " " + user.get(User.AGE) + " " + user.get(User.EMAIL));
            user.get(ROLES).forEach(role -> data.add(role.get(Role.NAME)));
            for (Post post : user.get(POSTS)) {
                data.add(post.title());
                post.get(Post.COMMENTS).forEach(comment -> data.add(comment.body()));
            }
        }
        return data;
    }

    @Test
    @Feature("18.1")
    default void aFixedSeedMakesTheSameDataInParallelRuns(Runner run) {
        List<List<String>> runs = run.list(Flux.range(0, 8)
                .flatMap(i -> Mono.defer(() -> writers(42).make().collectList())
                        .subscribeOn(Schedulers.parallel())
                        .map(FactorySeedContract::data)));

        assertThat(runs).hasSize(8).containsOnly(runs.get(0));
        assertThat(runs.get(0)).hasSize(5 * (1 + 1 + 2 + 2)).contains("role1", "role5");
        assertThat(data(run.list(writers(43).make()))).isNotEqualTo(runs.get(0));
    }

    @Test
    @Feature("18.1")
    default void whatIsStoredIsTheSameHoweverItIsStored(Runner run) {
        List<String> made = data(run.list(writers(7).make()));

        assertThat(data(run.list(writers(7).create()))).isEqualTo(made);
        run.value(Blog.empty());
        assertThat(data(run.list(writers(7).createInBatches(2)))).isEqualTo(made);
        run.value(Blog.empty());
        assertThat(run.get(writers(7).create().take(1).next()).name())
                .isEqualTo(run.list(writers(7).make()).get(0).name());
    }

    @Test
    @Feature("18.1")
    default void theDataOfAModelDoesNotDependOnWhatIsMadeForOthers(Runner run) {
        List<User> five = run.list(USER.withSeed(3).times(5).make());
        List<User> withPosts =
                run.list(USER.has(POST.times(4), POSTS).withSeed(3).times(5).make());
        List<User> ten = run.list(USER.withSeed(3).times(10).make());

        assertThat(withPosts).extracting(User::name).containsExactlyElementsOf(names(five));
        assertThat(names(ten).subList(0, 5)).isEqualTo(names(five));
        assertThat(names(ten)).doesNotHaveDuplicates();
    }

    private static List<String> names(List<User> users) {
        return users.stream().map(User::name).toList();
    }

    @Test
    @Feature("18.1")
    default void theSeedOfTheFactoryThatIsRunCounts(Runner run) {
        Factory<Comment> inside =
                COMMENT.forParent(POST.withSeed(1), Comment.POST).withSeed(9);
        Factory<Comment> other =
                COMMENT.forParent(POST.withSeed(2), Comment.POST).withSeed(9);

        assertThat(run.get(inside.make()).get(Comment.POST).title())
                .isEqualTo(run.get(other.make()).get(Comment.POST).title());
    }

    @Test
    @Feature("18.1")
    default void withoutASeedDataIsRandom(Runner run) {
        assertThat(names(run.list(USER.times(20).make())))
                .isNotEqualTo(names(run.list(USER.times(20).make())));
    }

    @Test
    @Feature("18.1")
    default void dataIsOfALanguage(Runner run) {
        Factory<User> japanese = USER.withLocale(Locale.JAPAN).withSeed(1);

        assertThat(run.get(japanese.make()).name())
                .isEqualTo(run.get(japanese.make()).name())
                .matches(".*[^\\x00-\\x7f].*");
        assertThat(run.get(USER.withSeed(1).make()).name()).matches("[\\x00-\\x7f]*");
    }
}
