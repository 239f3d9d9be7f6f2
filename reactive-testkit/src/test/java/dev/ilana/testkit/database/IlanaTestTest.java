package dev.ilana.testkit.database;

import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.connection.Propagation;
import dev.ilana.connection.TransactionOptions;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.schema.build.Schema;
import dev.ilana.testkit.contract.blog.User;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Classes of tests, run by JUnit as it runs any, and how each of their tests has ended. */
class IlanaTestTest {

    /** How the tests of a class have ended. */
    private record Ended(AtomicInteger well, List<Throwable> errors) implements TestExecutionListener {

        static Ended of(Class<?> tests) {
            Ended ended = new Ended(new AtomicInteger(), new CopyOnWriteArrayList<>());
            LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                    .selectors(selectClass(tests))
                    .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                    .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                    .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "8")
                    .build();
            LauncherFactory.create().execute(request, ended);
            return ended;
        }

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            result.getThrowable().ifPresent(errors::add);
            if (test.isTest() && result.getStatus() == TestExecutionResult.Status.SUCCESSFUL) {
                var unused = well.incrementAndGet();
            }
        }
    }

    @Test
    void aThousandTestsSideBySideSeeTheirOwnRows() {
        Ended ended = Ended.of(ThousandTests.class);

        assertThat(ended.errors()).isEmpty();
        assertThat(ended.well()).hasValue(1_000);
        assertThat(ThousandTests.THREADS).hasSizeGreaterThan(1);
        assertThat(ThousandTests.left).isZero();
    }

    @IlanaTest(value = DatabaseKind.POSTGRESQL, models = User.class)
    @Execution(ExecutionMode.CONCURRENT)
    static class ThousandTests {

        static final Set<Thread> THREADS = ConcurrentHashMap.newKeySet();
        static volatile long left = -1;

        @RepeatedTest(1_000)
        void seesItsOwnRows() {
            THREADS.add(Thread.currentThread());
            StepVerifier.create(User.named("Ada").save()).expectNextCount(1).verifyComplete();
            StepVerifier.create(DB.transaction(() -> User.named("Bob").save()))
                    .expectNextCount(1)
                    .verifyComplete();
            StepVerifier.create(USERS.orderBy(NAME).pluck(NAME))
                    .expectNext("Ada", "Bob")
                    .verifyComplete();
        }

        @AfterAll
        static void count() {
            left = USERS.count().blockOptional().orElseThrow();
        }
    }

    @Test
    void aTestThatCommitsByItselfFails() {
        Ended ended = Ended.of(CommittingTest.class);

        assertThat(ended.errors())
                .singleElement()
                .isInstanceOf(AssertionError.class)
                .hasToString("java.lang.AssertionError: this test can't be rolled back: it has committed, or lost its"
                        + " connection. What changes tables commits on H2, MariaDB and MySQL. Say @NoRollback, and the"
                        + " test has a database of its own");
    }

    @IlanaTest(models = User.class)
    static class CommittingTest {

        @Test
        void makesATable() {
            Schema.current().create("pets", table -> table.id()).block();
        }
    }

    @Test
    void aTestThatUndoesWhatOthersWroteFails() {
        Ended ended = Ended.of(EntangledTest.class);

        assertThat(ended.errors())
                .singleElement()
                .hasToString("java.lang.AssertionError: a transaction of this test was rolled back after others, begun"
                        + " later, had written: what they wrote is undone too, as all of the test is one transaction. Say"
                        + " @NoRollback, and the test has a database of its own");
    }

    @IlanaTest(models = User.class)
    static class EntangledTest {

        @Test
        void keepsAPartOfWhatIsRolledBack() {
            Mono<User> kept = DB.transaction(
                    () -> User.named("Ada").save(), TransactionOptions.DEFAULT.propagation(Propagation.REQUIRES_NEW));
            DB.transaction(() ->
                            User.named("Bob").save().then(kept).then(Mono.error(new IllegalStateException("no Bob"))))
                    .onErrorComplete()
                    .block();
        }
    }

    @Test
    void aTestThatLeavesAConnectionInUseFails() {
        Ended ended = Ended.of(LeakingTest.class);

        assertThat(ended.errors())
                .singleElement()
                .hasToString("java.lang.AssertionError: 1 connections did not come back to the pool");
    }

    @IlanaTest(models = User.class)
    static class LeakingTest {

        @Test
        void begins() {
            assertThat(DB.beginTransaction().block(Duration.ofSeconds(5))).isNotNull();
        }
    }

    @Test
    void aTestThatReturnsSomethingIsRefused() {
        Ended ended = Ended.of(ReturningTest.class);

        assertThat(ended.errors())
                .singleElement()
                .isInstanceOf(InvalidUsageException.class)
                .extracting(Throwable::getMessage)
                .isEqualTo(
                        "ReturningTest.aNameIsKept returns a Mono, and JUnit passes over a test that returns something."
                                + " Make it void, and wait for the chain: run.value(chain) of a Runner, StepVerifier.create(chain),"
                                + " or chain.block()");
    }

    @IlanaTest(models = User.class)
    static class ReturningTest {

        @Test
        Mono<User> aNameIsKept() {
            return User.named("Ada").save();
        }

        @Test
        void countsUsers() {
            assertThat(USERS.count().block()).isZero();
        }
    }

    @Test
    void whatIsThereBeforeAllTestsStays() {
        Ended ended = Ended.of(WithRowsTest.class);

        assertThat(ended.errors()).isEmpty();
        assertThat(ended.well()).hasValue(5);
    }

    @IlanaTest(models = User.class)
    static class WithRowsTest {

        @BeforeAll
        static void rows() {
            User.named("Ada").save().block();
        }

        @BeforeEach
        void more() {
            User.named("Bob").save().block();
        }

        @RepeatedTest(2)
        void hasThem() {
            assertThat(USERS.query().everything().delete().block()).isEqualTo(2);
        }

        @NoRollback
        @Test
        void aDatabaseOfItsOwnHasOnlyItsOwn(Database database) {
            assertThat(USERS.on(database).count().block()).isEqualTo(1);
        }

        @Nested
        class Within {

            @RepeatedTest(2)
            void hasThem(Runner run) {
                assertThat(run.get(USERS.count())).isEqualTo(2);
            }
        }
    }
}
