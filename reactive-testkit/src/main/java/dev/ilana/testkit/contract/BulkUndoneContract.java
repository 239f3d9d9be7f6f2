package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.BulkWritesContract.role;
import static dev.ilana.testkit.contract.BulkWritesContract.stored;
import static dev.ilana.testkit.contract.BulkWritesContract.users;
import static dev.ilana.testkit.contract.blog.User.AGE;
import static dev.ilana.testkit.contract.blog.User.ID;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A bulk write that is rolled back, cancelled or refused midway leaves rows and models that agree. */
public interface BulkUndoneContract extends BulkWritesContract {

    // Transactions

    @Test
    @Feature({"9.3", "14.1"})
    default void aRollbackGivesModelsBackWhatTheyHad(Runner run) {
        List<User> old = run.list(USERS.insertMany(users(0, 3)));
        List<User> fresh = run.list(users(100, 2_000));
        old.forEach(user -> user.name("changed"));

        run.error(DB.transaction(() -> USERS.insertMany(Flux.fromIterable(fresh))
                .then(USERS.bulkUpdate(old))
                .then(USERS.bulkDelete(old.subList(0, 1)))
                .then(Mono.error(new IllegalStateException("taken back")))));

        assertThat(fresh).allSatisfy(user -> {
            assertThat(user.isStored()).isFalse();
            assertThat(user.getKey()).isNull();
        });
        assertThat(old).allMatch(User::isStored).allMatch(user -> user.isDirty(NAME));
        assertThat(old.get(0).trashed()).isFalse();
        assertThat(stored(run)).extracting(User::name).containsExactly("u0", "u1", "u2");

        // and all can be written again
        run.get(USERS.bulkUpdate(old));
        run.list(USERS.insertMany(Flux.fromIterable(fresh)));
        assertThat(run.get(USERS.count())).isEqualTo(2_003);
    }

    @Test
    @Feature({"9.3", "14.2"})
    default void aSavepointGivesBackWhatCameAfterIt(Runner run) {
        User ada = run.get(User.named("Ada").age(1).save());
        List<User> inner = run.list(users(0, 5));
        List<User> outer = run.list(users(10, 5));

        run.value(DB.transaction(() -> ada.age(2)
                .save()
                .thenMany(USERS.insertMany(Flux.fromIterable(outer)))
                .then(DB.transaction(() -> USERS.insertMany(Flux.fromIterable(inner))
                                .then(ada.age(3).save())
                                .then(Mono.<User>error(new IllegalStateException("to the savepoint"))))
                        .onErrorComplete())
                .then(DB.transaction(() -> ada.name("Ada L.").save()))));

        assertThat(inner).noneMatch(User::isStored);
        assertThat(outer).allMatch(User::isStored);
        assertThat(ada.isDirty()).isFalse();
        User read = run.get(USERS.findOrFail(ada.get(ID)));
        assertThat(read.get(AGE)).isEqualTo(ada.get(AGE));
        assertThat(read.name()).isEqualTo("Ada L.");
        assertThat(run.get(USERS.count())).isEqualTo(6);
    }

    @Test
    @Feature({"9.3", "14.2"})
    default void theRollbackOfAllTakesReleasedSavepointsBackToo(Runner run) {
        User ada = run.get(User.named("Ada").age(1).save());

        run.error(DB.transaction(() -> DB.transaction(() -> ada.age(2).save())
                .then(DB.transaction(() -> ada.age(3).save()))
                .then(ada.age(4).save())
                .then(Mono.error(new IllegalStateException("taken back")))));

        assertThat(ada.getOriginal(AGE)).isEqualTo(1);
        assertThat(ada.isDirty(AGE)).isTrue();
        run.get(ada.age(5).save());
        assertThat(run.get(USERS.findOrFail(ada.get(ID))).get(AGE)).isEqualTo(5);
    }

    // What goes wrong in the middle

    @Test
    @Feature("9.3")
    default void aViolationInTheMiddleLeavesWhatWasWrittenBefore(Runner run) {
        List<User> users = run.list(users(0, 4_000));
        users.set(3_500, User.named("u1").age(1));

        assertThat(run.error(USERS.insertMany(Flux.fromIterable(users)).then()))
                .isInstanceOf(UniqueViolationException.class);

        long written = run.get(USERS.count());
        assertThat(written).isBetween(1L, 3_500L);
        assertThat(users.subList(0, (int) written)).allMatch(User::isStored);
        assertThat(users.subList((int) written, 4_000)).noneMatch(User::isStored);

        run.get(USERS.query().everything().forceDelete());
        List<User> again = run.list(users(0, 6_000));
        again.set(5_500, User.named("u1").age(1));
        assertThat(run.error(DB.transaction(() -> USERS.bulkInsert(again))))
                .isInstanceOf(UniqueViolationException.class);
        assertThat(run.get(USERS.count())).as("in a transaction: nothing").isZero();
        run.assertNothingAcquired();
    }

    @Test
    @Feature("9.3")
    default void rowsOfAStreamNeedTheColumnsOfTheFirst(Runner run) {
        Flux<Map<String, Object>> rows =
                Flux.range(0, 5_000).map(n -> n < 4_500 ? role(n) : Map.<String, Object>of("id", n));

        assertThat(run.error(DB.table("roles").bulkInsert(rows))).isInstanceOf(InvalidUsageException.class);
        assertThat(run.error(DB.table("roles").bulkInsert(List.of(Map.of("nme", "x")))))
                .isNotInstanceOf(AssertionError.class);
        assertThat(run.error(USERS.insertOrIgnore(List.of(Map.of("nme", "x")))))
                .isInstanceOf(UnknownColumnException.class);
    }

    @Test
    @Feature({"9.3", "14.5"})
    default void aCancelInTheMiddleGivesTheConnectionBack(Runner run) {
        for (int rows : new int[] {1, 700, 1_500, 3_000}) {
            run.list(USERS.insertMany(users(rows * 100_000, 5_000)).take(rows));
            run.value(DB.transaction(() -> USERS.bulkInsert(users(rows * 100_000 + 50_000, 3_000)))
                    .takeUntilOther(Mono.delay(Duration.ofMillis(rows / 100))));
        }
        run.assertNothingAcquired();
        run.list(Flux.range(0, 20).flatMap(i -> USERS.count()));
        List<User> all = stored(run);
        assertThat(all).isNotEmpty();
    }

    @Test
    @Feature({"9.3", "14.5"})
    default void aCancelledTransactionHasWrittenAllRowsOrNone(Runner run) {
        for (int round = 0; round < 20; round++) {
            Flux<User> users = users(round * 10_000, 6_000);
            run.value(DB.transaction(() -> USERS.bulkInsert(users))
                    .takeUntilOther(Mono.delay(Duration.ofMillis(5L * round))));
        }
        run.assertNothingAcquired();
        run.list(Flux.range(0, 20).flatMap(i -> USERS.count()));
        assertThat(run.get(USERS.count()) % 6_000).isZero();
        run.get(USERS.bulkInsert(users(900_000, 300)));
        assertThat(run.get(USERS.count()) % 6_000).isEqualTo(300);
    }

    @Test
    @Feature("9.3")
    default void aSourceThatFailsEndsTheWrite(Runner run) {
        Flux<User> source = users(0, 3_000).concatWith(Mono.error(new IllegalStateException("the source")));

        assertThat(run.error(USERS.bulkInsert(source))).isInstanceOf(IllegalStateException.class);
        assertThat(run.error(USERS.insertMany(source.map(user -> User.named("b" + user.name())))
                        .then()))
                .isInstanceOf(IllegalStateException.class);
        run.assertNothingAcquired();
    }
}
