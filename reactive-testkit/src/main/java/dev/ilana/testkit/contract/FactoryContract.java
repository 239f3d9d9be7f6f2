package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.BlogFactories.POST;
import static dev.ilana.testkit.contract.BlogFactories.USER;
import static dev.ilana.testkit.contract.blog.User.AGE;
import static dev.ilana.testkit.contract.blog.User.EMAIL;
import static dev.ilana.testkit.contract.blog.User.ID;
import static dev.ilana.testkit.contract.blog.User.KIND;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.model.ModelEvent;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.contract.blog.User.Kind;
import dev.ilana.testkit.database.Runner;
import dev.ilana.testkit.factory.Factory;
import dev.ilana.testkit.factory.Trait;
import dev.ilana.testkit.factory.UnknownStateException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Factories make models of made-up data and store them, in the states that are said. */
public interface FactoryContract extends BlogContract {

    // Made, and stored

    @Test
    @Feature("18.1")
    default void aFactoryStoresAModelOfMadeUpData(Runner run) {
        User user = run.get(USER.create());

        assertThat(user.isStored()).isTrue();
        assertThat(user.name()).isNotBlank();
        User read = run.get(USERS.findOrFail(user.get(ID)));
        assertThat(read.name()).isEqualTo(user.name());
        assertThat(read.get(EMAIL)).matches("user\\d+@example\\.org");
        assertThat(read.get(AGE)).isBetween(18, 80);
    }

    @Test
    @Feature("18.1")
    default void nothingIsMadeBeforeThereIsASubscriberAndEachGetsNewModels(Runner run) {
        Mono<User> created = USER.create();
        Flux<User> three = USER.count(3).create();
        assertThat(run.statements()).isEmpty();

        assertThat(run.get(created).getKey()).isNotEqualTo(run.get(created).getKey());
        assertThat(run.list(three)).hasSize(3);
        assertThat(run.list(three)).hasSize(3);
        assertThat(run.get(USERS.count())).isEqualTo(8);
        assertThat(run.list(USER.times(0).create())).isEmpty();
    }

    @Test
    @Feature("18.1")
    default void whatIsMadeIsNotStored(Runner run) {
        User made = run.get(USER.make(Map.of("name", "Ada")));
        List<User> several = run.list(USER.times(3).make());

        assertThat(made.isStored()).isFalse();
        assertThat(made.name()).isEqualTo("Ada");
        assertThat(several).hasSize(3).noneMatch(User::isStored);
        assertThat(run.list(USER.times(2).make(Map.of("name", "Eve"))))
                .extracting(User::name)
                .containsExactly("Eve", "Eve");
        assertThat(run.statements()).isEmpty();
        run.get(made.save());
        assertThat(run.get(USERS.count())).isEqualTo(1);
    }

    @Test
    @Feature("18.1")
    default void rawGivesTheAttributesByName(Runner run) {
        assertThat(run.get(USER.state("admin").raw(Map.of("name", "Ada"))))
                .containsEntry("name", "Ada")
                .containsEntry("kind", Kind.ADMIN)
                .containsKeys("email", "age")
                .doesNotContainKey("id");
        assertThat(run.list(USER.times(2).raw())).hasSize(2);
        assertThat(run.list(USER.times(2).raw(Map.of("age", 7))))
                .allSatisfy(user -> assertThat(user).containsEntry("age", 7));
        assertThat(run.get(USER.raw())).isNotEmpty();
        assertThat(run.statements()).isEmpty();
    }

    @Test
    @Feature("18.1")
    default void valuesAreSetLastFillableOrNot(Runner run) {
        Factory<User> ada = USER.set(NAME.to("Ada")).state(user -> user.name("changed"));

        assertThat(run.get(ada.create()).name()).isEqualTo("Ada");
        assertThat(run.get(ada.create(Map.of("name", "Eve", "kind", "ADMIN"))))
                .satisfies(user -> assertThat(user.name()).isEqualTo("Eve"))
                .satisfies(user -> assertThat(user.get(KIND)).isEqualTo(Kind.ADMIN));
        assertThat(run.list(USER.times(2).create(Map.of("age", 5))))
                .extracting(user -> user.get(AGE))
                .containsExactly(5, 5);
        assertThat(run.error(USER.create(Map.of("nmae", "x"))))
                .isInstanceOf(UnknownColumnException.class)
                .hasMessageContaining("\"name\"");
    }

    @Test
    @Feature("18.1")
    default void attributesMakeAModelToo(Runner run) {
        Factory<User> byAttributes = Factory.ofAttributes(
                USERS, fake -> Map.of("name", "Ada", "email", "a" + fake.sequence() + "@x.org", "kind", "ADMIN"));

        assertThat(run.list(byAttributes.times(2).create()))
                .extracting(user -> user.get(KIND))
                .containsExactly(Kind.ADMIN, Kind.ADMIN);
    }

    @Test
    @Feature("18.1")
    default void hooksOfModelsRun(Runner run) {
        List<String> told = new CopyOnWriteArrayList<>();
        var hook = USERS.on(ModelEvent.CREATED, user -> Mono.fromRunnable(() -> told.add(user.name())));
        try {
            run.list(USER.set(NAME.to("Ada")).times(2).create());
        } finally {
            hook.dispose();
        }
        assertThat(told).containsExactly("Ada", "Ada");
    }

    // States

    @Test
    @Feature("18.1")
    default void statesAreAppliedInTheOrderSaid(Runner run) {
        assertThat(run.get(USER.state("admin").as("old").create()))
                .satisfies(user -> assertThat(user.get(KIND)).isEqualTo(Kind.ADMIN))
                .satisfies(user -> assertThat(user.get(AGE)).isGreaterThanOrEqualTo(80));
        assertThat(run.get(USER.state("old").state(user -> user.age(3)).make()).get(AGE))
                .isEqualTo(3);
        assertThat(run.get(USER.state((user, fake) -> user.age(fake.index()))
                                .state("old")
                                .make())
                        .get(AGE))
                .isGreaterThanOrEqualTo(80);
        assertThat(run.get(USER.make()).get(KIND)).as("the factory itself").isEqualTo(Kind.MEMBER);
        assertThat(USER.state("admin").hasState("admin")).isTrue();
        assertThat(USER.hasState("admin")).isFalse();
    }

    @Test
    @Feature("18.1")
    default void anUnknownStateIsRefusedAtOnce(Runner run) {
        assertThatThrownBy(() -> {
                    var unused = USER.state("adimn");
                })
                .isInstanceOf(UnknownStateException.class)
                .hasMessage("the factory of users has no state \"adimn\"; did you mean \"admin\"?; it has admin, old");
        assertThatThrownBy(() -> {
                    var unused = POST.times(3).as("old");
                })
                .isInstanceOf(UnknownStateException.class)
                .hasMessage("the factory of posts has no state \"old\"; it has none");
    }

    @Test
    @Feature("18.1")
    default void traitsAndConditionsSayMoreOfAFactory(Runner run) {
        Trait<User> oldAdmin = users -> users.state("admin").state("old");

        assertThat(run.get(USER.configure(oldAdmin).make()).get(KIND)).isEqualTo(Kind.ADMIN);
        assertThat(run.list(USER.times(2).configure(oldAdmin).make()))
                .hasSize(2)
                .allSatisfy(user -> assertThat(user.get(AGE)).isGreaterThanOrEqualTo(80));
        assertThat(oldAdmin.apply(USER).hasState("old")).isTrue();
        assertThat(USER.when(true, oldAdmin).hasState("admin")).isTrue();
        assertThat(USER.when(false, oldAdmin).hasState("admin")).isFalse();
        assertThat(USER.unless(false, oldAdmin).hasState("admin")).isTrue();
        assertThat(USER.times(3).unless(true, oldAdmin).hasState("admin")).isFalse();
    }

    // Numbers

    @Test
    @Feature("18.1")
    default void changesTakeTurns(Runner run) {
        assertThat(run.list(
                        USER.sequence(KIND, Kind.ADMIN, Kind.MEMBER).times(5).create()))
                .extracting(user -> user.get(KIND))
                .containsExactly(Kind.ADMIN, Kind.MEMBER, Kind.ADMIN, Kind.MEMBER, Kind.ADMIN);
        assertThat(run.list(USER.times(3)
                        .sequence(
                                user -> user.name("Ada").age(36),
                                user -> user.name("Alan").age(41))
                        .make()))
                .extracting(User::name)
                .containsExactly("Ada", "Alan", "Ada");
    }

    @Test
    @Feature("18.1")
    default void sequencesCountForTheirFactoryAndKey(Runner run) {
        Factory<User> numbered = Factory.of(
                        USERS, fake -> new User().name("n" + fake.sequence()).email(fake.sequence("email") + "@x.org"))
                .sequenceFor(AGE, n -> (int) n);
        Factory<User> byName = USER.sequenceFor("name", n -> "u" + n);

        assertThat(run.list(numbered.times(2).create()))
                .extracting(User::name, user -> user.get(EMAIL), user -> user.get(AGE))
                .containsExactly(tuple("n1", "1@x.org", 1), tuple("n2", "2@x.org", 2));
        assertThat(run.get(numbered.state(user -> user).create()).name())
                .as("what came of it counts on")
                .isEqualTo("n3");
        assertThat(run.get(numbered.resetSequence("age").create()).get(AGE)).isEqualTo(1);
        assertThat(run.get(numbered.resetSequence("").make()).name()).isEqualTo("n1");
        assertThat(run.list(byName.resetSequence("name").times(2).make()))
                .extracting(User::name)
                .containsExactly("u1", "u2");
    }

    @Test
    @Feature("18.1")
    default void globalSequencesAreOfAllFactories(Runner run) {
        String key = "all of " + run.url();
        Factory<User> one = Factory.of(USERS, fake -> new User().age((int) fake.globalSequence(key)));
        Factory<Post> other = Factory.of(Post.POSTS, fake -> new Post().views((int) fake.globalSequence(key)));

        assertThat(run.get(one.make()).get(AGE)).isEqualTo(1);
        assertThat(run.get(other.make()).get(Post.VIEWS)).isEqualTo(2);
        Factory.resetGlobalSequence(key);
        assertThat(run.get(one.make()).get(AGE)).isEqualTo(1);
    }

    @Test
    @Feature("18.1")
    default void aSequenceMakesAColumnUniqueInParallel(Runner run) {
        List<User> users = run.list(Flux.range(0, 8).flatMap(i -> USER.times(10).create()));

        assertThat(users).hasSize(80).extracting(user -> user.get(EMAIL)).doesNotHaveDuplicates();
    }

    // What can't be

    @Test
    @Feature("18.1")
    default void whatIsNoNewModelIsRefused(Runner run) {
        User stored = run.get(USER.create());

        assertThat(run.error(Factory.of(USERS, fake -> stored).create()))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("is stored already");
        assertThat(run.error(Factory.of(USERS, fake -> none()).create()))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("the factory of users made no model");
        assertThat(run.error(USER.state(user -> none()).make())).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> {
                    var unused = USER.times(-1);
                })
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("there can't be -1 models of users");
    }

    /** What a careless function gives. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T none() {
        return null;
    }
}
