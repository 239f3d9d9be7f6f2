package dev.ilana.testkit.contract;

import static dev.ilana.testkit.assertion.DatabaseAssertions.assertDatabaseCount;
import static dev.ilana.testkit.assertion.DatabaseAssertions.assertDatabaseHas;
import static dev.ilana.testkit.assertion.DatabaseAssertions.assertDatabaseMissing;
import static dev.ilana.testkit.assertion.DatabaseAssertions.assertModelExists;
import static dev.ilana.testkit.assertion.DatabaseAssertions.assertModelMissing;
import static dev.ilana.testkit.assertion.DatabaseAssertions.assertNoSequentialScan;
import static dev.ilana.testkit.assertion.DatabaseAssertions.assertNotSoftDeleted;
import static dev.ilana.testkit.assertion.DatabaseAssertions.assertQueryCount;
import static dev.ilana.testkit.assertion.DatabaseAssertions.assertSoftDeleted;
import static dev.ilana.testkit.assertion.DatabaseAssertions.assertUsesIndex;
import static dev.ilana.testkit.contract.blog.User.AGE;
import static dev.ilana.testkit.contract.blog.User.EMAIL;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.DB;
import dev.ilana.connection.TransactionOptions;
import dev.ilana.error.ConnectionLostException;
import dev.ilana.error.DeadlockException;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import dev.ilana.testkit.probe.Fault;
import dev.ilana.testkit.probe.Probe;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What a test asserts of a database is so on each, and what a probe lets go wrong is taken for what it is there. */
public interface AssertionContract {

    @CanIgnoreReturnValue
    private static User stored(String name) {
        return Objects.requireNonNull(User.named(name).age(36).save().block());
    }

    @Test
    @Feature("18.2")
    default void rowsAreFoundByTheirValues() {
        stored("Ada");

        assertDatabaseHas("users", Map.of("name", "Ada", "age", 36));
        assertDatabaseHas(USERS, NAME.eq("Ada").and(AGE.gt(30)));
        assertDatabaseMissing("users", Map.of("name", "Ada", "age", 37));
        assertDatabaseMissing(USERS, NAME.eq("Eve"));
        assertDatabaseCount("users", 1);
    }

    @Test
    @Feature("18.2")
    default void modelsAreFoundByTheirRows() {
        User ada = stored("Ada");
        assertNotSoftDeleted(ada);

        StepVerifier.create(ada.delete()).expectNext(true).verifyComplete();
        assertSoftDeleted(ada);
        assertModelExists(ada);
        assertDatabaseCount(USERS, 1);

        StepVerifier.create(ada.forceDelete()).expectNext(true).verifyComplete();
        assertModelMissing(ada);
    }

    @Test
    @Feature("18.2")
    default void statementsOfWorkAreCounted() {
        assertQueryCount(2, User.named("Ada").save().then(USERS.count()));
    }

    @Test
    @Feature("18.2")
    default void aPlanIsThatOfALargeTable() {
        stored("Ada");

        assertNoSequentialScan(USERS.where(EMAIL.eq("ada@example.org")));
        assertUsesIndex(USERS.where(EMAIL.eq("ada@example.org")), "users_email_unique");
        assertThatThrownBy(() -> assertNoSequentialScan(USERS.where(AGE.eq(36))))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("the query reads a whole table, as no index fits it; its plan is:\n  ");
        assertThatThrownBy(() -> assertUsesIndex(USERS.where(AGE.eq(36)), "users_age"))
                .isInstanceOf(AssertionError.class)
                .hasMessageStartingWith("the query does not use the index users_age; its plan is:\n  ");
    }

    @Test
    @Feature("18.2")
    default void aDeadlockIsTriedAgain(Runner run, Probe probe) {
        probe.inject(Fault.deadlock(run.database().dialect()).whereSqlContains("insert"));
        StepVerifier.create(DB.transaction(() -> User.named("Ada").save())).verifyError(DeadlockException.class);

        probe.inject(Fault.deadlock(run.database().dialect()).whereSqlContains("insert"));
        Mono<User> work = DB.transaction(() -> User.named("Ada").save(), TransactionOptions.attempts(2));
        StepVerifier.create(work).expectNextCount(1).verifyComplete();
        assertDatabaseCount("users", 1);
        assertThat(probe.transactions()).containsExactly("begin", "rollback", "begin", "rollback", "begin", "commit");
    }

    @Test
    @Feature("18.2")
    default void aDeadConnectionIsLost(Probe probe) {
        probe.inject(Fault.deadConnection().atStatement(2));
        Mono<User> work = DB.transaction(
                () -> User.named("Ada").save().then(User.named("Bob").save()));

        StepVerifier.create(work).verifyError(ConnectionLostException.class);
        StepVerifier.create(USERS.count()).expectNext(0L).verifyComplete();
        assertThat(probe.open()).isZero();
    }
}
