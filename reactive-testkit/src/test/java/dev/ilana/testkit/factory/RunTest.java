package dev.ilana.testkit.factory;

import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.testkit.contract.blog.User;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The system property makes runs without a seed the same in each JVM, and no two of them the same. */
class RunTest {

    @AfterEach
    void forget() {
        System.clearProperty(Run.SEED);
    }

    /** Declared anew, as another JVM would. */
    private static Factory<User> declared() {
        return Factory.of(
                USERS,
                fake -> new User().name(fake.name().fullName()).email("user" + fake.sequence() + "@example.org"));
    }

    private static List<String> made(Factory<User> factory) {
        return factory.times(5)
                .make()
                .map(user -> user.name() + " " + user.get(User.EMAIL))
                .collectList()
                .blockOptional()
                .orElseThrow();
    }

    @Test
    void runsAreNumbered() {
        System.setProperty(Run.SEED, " 42 ");
        Factory<User> factory = declared();
        List<String> first = made(factory);
        List<String> second = made(factory.state(user -> user));
        Factory<User> again = declared();

        assertThat(second).doesNotContainAnyElementsOf(first);
        assertThat(made(again)).isEqualTo(first);
        assertThat(made(again)).isEqualTo(second);
        System.setProperty(Run.SEED, "43");
        assertThat(made(declared())).isNotEqualTo(first);
    }

    @Test
    void aSeedOfTheFactoryCountsMore() {
        List<String> said = made(declared().withSeed(1));
        System.setProperty(Run.SEED, "42");

        assertThat(made(declared().withSeed(1))).isEqualTo(said);
    }

    @Test
    void aSeedIsAWholeNumber() {
        System.setProperty(Run.SEED, "many");

        assertThatThrownBy(() -> made(declared()))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("the system property ilana.factory.seed is a whole number, not \"many\"");
    }
}
