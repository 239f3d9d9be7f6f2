package dev.ilana.testkit.assertion;

import static dev.ilana.testkit.assertion.DatabaseAssertions.assertDatabaseCount;
import static dev.ilana.testkit.assertion.DatabaseAssertions.assertDatabaseEmpty;
import static dev.ilana.testkit.assertion.DatabaseAssertions.assertDatabaseHas;
import static dev.ilana.testkit.assertion.DatabaseAssertions.assertDatabaseMissing;
import static dev.ilana.testkit.assertion.DatabaseAssertions.assertModelExists;
import static dev.ilana.testkit.assertion.DatabaseAssertions.assertModelMissing;
import static dev.ilana.testkit.assertion.DatabaseAssertions.assertNoConnectionLeaked;
import static dev.ilana.testkit.assertion.DatabaseAssertions.assertNoNPlusOne;
import static dev.ilana.testkit.assertion.DatabaseAssertions.assertNotSoftDeleted;
import static dev.ilana.testkit.assertion.DatabaseAssertions.assertNothingBlocks;
import static dev.ilana.testkit.assertion.DatabaseAssertions.assertQueries;
import static dev.ilana.testkit.assertion.DatabaseAssertions.assertQueryCount;
import static dev.ilana.testkit.assertion.DatabaseAssertions.assertSoftDeleted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.schema.build.Schema;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.IlanaTest;
import dev.ilana.testkit.database.NoRollback;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** An assertion that should fail does, and says all that there is to say. */
@IlanaTest(models = User.class)
class DatabaseAssertionsTest {

    @BeforeAll
    static void tables() {
        Schema.current()
                .create("pets", table -> {
                    table.integer("id");
                    table.string("name");
                    table.integer("age").nullable();
                })
                .block();
    }

    private static void pets() {
        List<Map<String, Object>> rows = List.of(
                Map.of("id", 1, "name", "Rex", "age", 3),
                Map.of("id", 2, "name", "Tom", "age", 4),
                Map.of("id", 3, "name", "Kim"),
                Map.of("id", 4, "name", "Rex", "age", 9));
        Flux.fromIterable(rows).concatMap(row -> DB.table("pets").insert(row)).blockLast();
    }

    @CanIgnoreReturnValue
    private static User ada() {
        return Objects.requireNonNull(
                new User().name("Ada").email("ada@example.org").save().block());
    }

    private static void fails(ThrowingCallable assertion, String message) {
        assertThatThrownBy(assertion).isExactlyInstanceOf(AssertionError.class).hasMessage(message);
    }

    @Test
    void aRowThatIsNotThereIsShownWithTheNearest() {
        pets();

        assertDatabaseHas("pets", Map.of("name", "Rex", "age", 3L));
        fails(() -> assertDatabaseHas("pets", Map.of("name", "Rex", "age", 4)), """
                table pets has no row with {age=4, name=Rex}; it has 4 rows, the nearest:
                  {id=1, name=Rex, age=3}
                    differs in age=3
                  {id=2, name=Tom, age=4}
                    differs in name=Tom
                  {id=4, name=Rex, age=9}
                    differs in age=9""");
    }

    @Test
    void ofAnEmptyTableNothingIsShown() {
        fails(
                () -> assertDatabaseHas("pets", Map.of("name", "Rex")),
                "table pets has no row with {name=Rex}; it has 0 rows");
    }

    @Test
    void aRowThatShouldNotBeThereIsShown() {
        pets();

        assertDatabaseMissing("pets", Map.of("name", "Max"));
        fails(() -> assertDatabaseMissing("pets", Map.of("name", "Rex")), """
                table pets should have no row with {name=Rex}, and has 2 rows:
                  {id=1, name=Rex, age=3}
                  {id=4, name=Rex, age=9}""");
        fails(() -> assertDatabaseEmpty("pets"), """
                table pets should have no row, and has 4 rows:
                  {id=1, name=Rex, age=3}
                  {id=2, name=Tom, age=4}
                  {id=3, name=Kim, age=null}""");
    }

    @Test
    void aConditionIsShownAsItWasSent() {
        fails(
                () -> assertDatabaseHas(User.USERS, User.NAME.eq("Ada")),
                "table users has no row where \"name\" = ? [Ada]; it has 0 rows");
        User ada = ada();
        fails(
                () -> assertDatabaseMissing(User.USERS, User.NAME.eq("Ada")),
                "table users should have no row where \"name\" = ? [Ada], and has 1 row:\n  "
                        + Objects.requireNonNull(ada.fresh().block()).toMap());
    }

    @Test
    void rowsAreCounted() {
        assertDatabaseEmpty("pets");
        assertDatabaseCount("pets", 0);
        fails(() -> assertDatabaseCount("pets", 2), "table pets has 0 rows, not 2");
        ada();
        fails(() -> assertDatabaseCount(User.USERS, 2), "table users has 1 row, not 2");
    }

    @Test
    void aModelIsAskedForByItsKey() {
        User ada = ada();

        fails(() -> assertSoftDeleted(ada), ada + " is there and not softly deleted");
        fails(
                () -> assertModelMissing(ada),
                ada + " has a row: "
                        + Objects.requireNonNull(ada.fresh().block()).toMap());
        ada.delete().block();
        fails(
                () -> assertNotSoftDeleted(ada),
                ada + " is softly deleted, since "
                        + Objects.requireNonNull(ada.fresh().block()).get(User.USERS.deletedAt()));
        DB.table("users").everything().delete().block();
        fails(() -> assertModelExists(ada), ada + " has no row");
        fails(() -> assertModelExists(new User()), "users#new was never stored");
    }

    @Test
    void statementsAreShownWhenTheirNumberIsAnother() {
        Mono<Long> work = DB.table("pets").count();

        assertQueries(work, "select count(*) as \"aggregate\" from \"pets\"");
        fails(() -> assertQueryCount(2, work), """
                the work sent 1 statement, not 2:
                  select count(*) as "aggregate" from "pets\"""");
        fails(() -> assertQueries(work, "select 1"), """
                the work sent:
                  select count(*) as "aggregate" from "pets"
                and not:
                  select 1""");
        fails(() -> assertQueryCount(1, Mono.empty()), "the work sent 0 statements, not 1");
    }

    @Test
    void aRepeatedQueryIsNPlusOne() {
        Flux<Long> work = Flux.range(0, 3)
                .concatMap(age -> DB.table("pets").where("age", age).count());

        assertNoNPlusOne(work.take(2));
        fails(
                () -> assertNoNPlusOne(work),
                "one chain has sent the same query 3 times: select count(*) as \"aggregate\" from \"pets\" where \"age\" = ?"
                        + " - ask for all of it at once: with(...) for a relation, whereIn or findMany for keys");
    }

    @Test
    void whatBlocksIsFound() {
        assertNothingBlocks(DB.table("pets").count());
        assertThatThrownBy(() -> assertNothingBlocks(Mono.fromRunnable(DatabaseAssertionsTest::sleep)))
                .isExactlyInstanceOf(AssertionError.class)
                .hasMessageStartingWith("the work blocks: Blocking call! java.lang.Thread.sleep");
    }

    private static void sleep() {
        try {
            Thread.sleep(1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @NoRollback
    @Test
    void aConnectionThatIsHeldIsLeaked(Database database) {
        assertNoConnectionLeaked(database);
        var trx = Objects.requireNonNull(DB.beginTransaction().block());

        fails(() -> assertNoConnectionLeaked(database), "1 connection did not come back to the pool of " + database);
        trx.rollback().block();
    }

    @Test
    void inAChainAnAssertionIsAnError(Runner run) {
        StepVerifier.create(DatabaseExpectations.databaseCount("pets", 1))
                .verifyErrorMatches(error -> error instanceof AssertionError);
        fails(() -> run.value(DatabaseExpectations.databaseCount("pets", 1)), "table pets has 0 rows, not 1");
        assertThat(run.statements()).hasSize(2);
    }
}
