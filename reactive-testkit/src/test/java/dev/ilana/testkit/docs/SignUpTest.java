package dev.ilana.testkit.docs;

import static dev.ilana.testkit.assertion.DatabaseAssertions.assertDatabaseCount;
import static dev.ilana.testkit.assertion.DatabaseAssertions.assertDatabaseHas;
import static dev.ilana.testkit.assertion.DatabaseAssertions.assertNoNPlusOne;
import static dev.ilana.testkit.assertion.DatabaseAssertions.assertNoSequentialScan;
import static dev.ilana.testkit.assertion.DatabaseAssertions.assertQueryCount;
import static dev.ilana.testkit.assertion.DatabaseAssertions.assertSoftDeleted;
import static dev.ilana.testkit.docs.User.EMAIL;
import static dev.ilana.testkit.docs.User.POSTS;
import static dev.ilana.testkit.docs.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.connection.Database;
import dev.ilana.error.DeadlockException;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.testkit.assertion.DatabaseExpectations;
import dev.ilana.testkit.database.IlanaTest;
import dev.ilana.testkit.database.NoRollback;
import dev.ilana.testkit.database.Runner;
import dev.ilana.testkit.probe.Fault;
import dev.ilana.testkit.probe.Probe;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

/** The Java of {@code docs/testing.md}. */
// tag::test
@IlanaTest(migrations = {M20261121_093000_CreateUsersTable.class, M20261121_093100_CreateBlogTables.class})
class SignUpTest {

    private final SignUp signUp = new SignUp();

    @Test
    void aNewUserHasAPost() {
        StepVerifier.create(signUp.of("Ada", "ada@example.org"))
                .expectNextCount(1)
                .verifyComplete();

        assertDatabaseHas("users", Map.of("name", "Ada"));
        assertDatabaseCount("posts", 1);
    }

    @Test
    void anEmailIsTakenOnce(Runner run) {
        run.get(signUp.of("Ada", "ada@example.org"));

        assertThat(run.error(signUp.of("Eve", "ADA@example.org"))).isInstanceOf(UniqueViolationException.class);
        assertDatabaseCount(USERS, 1);
    }
    // end::test

    // tag::statements
    @Test
    void aListOfUsersIsTwoQueries(Runner run) {
        run.get(signUp.of("Ada", "ada@example.org"));

        assertQueryCount(2, USERS.with(POSTS).get());
        assertNoNPlusOne(USERS.with(POSTS).get());
        assertNoSequentialScan(USERS.where(EMAIL.eq("ada@example.org")));
    }
    // end::statements

    // tag::chain
    @Test
    void aUserWhoLeavesIsKept() {
        StepVerifier.create(signUp.of("Ada", "ada@example.org")
                        .flatMap(ada -> ada.delete()
                                .then(DatabaseExpectations.softDeleted(ada))
                                .then(DatabaseExpectations.databaseCount("posts", 1))))
                .verifyComplete();
    }
    // end::chain

    @Test
    void aUserWhoLeavesIsKeptToo(Runner run) {
        User ada = run.get(signUp.of("Ada", "ada@example.org"));
        run.get(ada.delete());

        assertSoftDeleted(ada);
    }

    // tag::probe
    @Test
    void aDeadlockLeavesNothing(Database database, Probe probe) {
        probe.inject(Fault.deadlock(database.dialect()).whereSqlContains("insert into \"posts\""));

        StepVerifier.create(signUp.of("Ada", "ada@example.org")).verifyError(DeadlockException.class);
        assertDatabaseCount("users", 0);
        assertThat(probe.transactions()).containsExactly("begin", "rollback");
    }
    // end::probe

    // tag::noRollback
    @NoRollback
    @Test
    void twoSignUpsAtOnceAreOneUser(Runner run) {
        run.value(signUp.of("Ada", "ada@example.org")
                .then()
                .and(signUp.of("Ada", "ada@example.org"))
                .onErrorComplete(UniqueViolationException.class));

        assertDatabaseCount("users", 1);
    }
    // end::noRollback
    // tag::test
}
// end::test
