package dev.ilana.testkit.contract;

import static dev.ilana.connection.TransactionOptions.attempts;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.connection.Isolation;
import dev.ilana.dialect.Capability;
import dev.ilana.error.DeadlockException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.SerializationFailureException;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Needs;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** Work is done whole or not at all: on complete, on error and on cancel. */
public interface TransactionContract extends BlogContract {

    private static Mono<Long> users() {
        return USERS.count();
    }

    @Test
    @Feature({"14.1", "14.2"})
    default void workIsCommittedWithItsValue(Runner run) {
        Post post = run.get(DB.transaction(() ->
                User.named("Ada").save().flatMap(ada -> ada.posts().create(Map.of("title", "Hello")))));

        assertThat(post.isStored()).isTrue();
        assertThat(run.get(users())).isEqualTo(1);
        assertThat(run.get(Post.POSTS.count())).isEqualTo(1);
    }

    @Test
    @Feature("14.1")
    default void theValueComesAfterTheCommit(Runner run) {
        Mono<Long> seenByAnother = DB.transaction(() -> User.named("Ada").save())
                // outside the transaction: another connection, which sees committed rows only
                .flatMap(ada -> users());

        assertThat(run.get(seenByAnother)).isEqualTo(1);
    }

    @Test
    @Feature("14.1")
    default void anEmptyTransactionCommitsAndIsEmpty(Runner run) {
        assertThat(run.value(DB.transaction(() -> User.named("Ada").save().then(Mono.<String>empty()))))
                .isNull();
        assertThat(run.get(users())).isEqualTo(1);
    }

    @Test
    @Feature("14.1")
    default void anErrorRollsBackAndIsPassedOn(Runner run) {
        Throwable mine = new IllegalStateException("mine");

        assertThat(run.error(DB.transaction(() -> User.named("Ada").save().then(Mono.error(mine)))))
                .isSameAs(mine);
        assertThat(run.error(DB.transaction(() -> {
                    throw new IllegalStateException("thrown");
                })))
                .hasMessage("thrown");
        assertThat(run.error(DB.transaction(
                        () -> User.named("Ada").save().then(User.named("Ada").save()))))
                .isInstanceOf(UniqueViolationException.class);
        assertThat(run.get(users())).isZero();
    }

    @Test
    @Feature({"14.1", "14.5"})
    default void aCancelRollsBack(Runner run) {
        StepVerifier.create(DB.transaction(() -> User.named("Ada").save().then(Mono.never()))
                        .contextWrite(run.database().use()))
                .thenAwait(Duration.ofMillis(300))
                .thenCancel()
                .verify();

        run.assertNothingAcquired();
        assertThat(run.get(users())).isZero();
    }

    @Test
    @Feature("14.1")
    default void statementsOfATransactionShareOneConnectionAndRunInOrder(Runner run) {
        AtomicInteger acquired = new AtomicInteger();
        List<User> users = run.get(DB.transaction(() -> Flux.range(0, 40)
                .flatMap(i -> User.named("u" + i).save(), 40)
                .doOnNext(user ->
                        acquired.set(Math.max(acquired.get(), run.database().acquiredConnections())))
                .collectList()));

        assertThat(users).hasSize(40);
        assertThat(acquired).hasValue(1);
        assertThat(run.get(users())).isEqualTo(40);
    }

    @Test
    @Feature("14.2")
    default void aSubscriberInATransactionMayQueryForEachRow(Runner run) {
        run.list(USERS.insertMany(Flux.range(0, 600).map(i -> User.named("u" + i))));

        assertThat(run.get(DB.transaction(() -> USERS.all()
                        .flatMap(user -> USERS.find(user.get(User.ID)), 300)
                        .count())))
                .isEqualTo(600);
    }

    @Test
    @Feature("14.2")
    default void aNestedTransactionIsASavepoint(Runner run) {
        run.get(DB.transaction(() -> User.named("Ada")
                .save()
                .then(DB.transaction(
                        () -> User.named("Bob").save().then(Mono.<User>error(new IllegalStateException("inner")))))
                .onErrorResume(IllegalStateException.class, error -> Mono.empty())
                .then(DB.transaction(() -> User.named("Cy").save()))));

        assertThat(run.list(USERS.orderBy("name").get())).extracting(User::name).containsExactly("Ada", "Cy");
    }

    @Test
    @Feature("14.2")
    default void anOuterErrorTakesBackWhatWasNested(Runner run) {
        assertThat(run.error(DB.transaction(
                        () -> DB.transaction(() -> User.named("Ada").save())
                                .then(Mono.error(new IllegalStateException("outer"))))))
                .hasMessage("outer");

        assertThat(run.get(users())).isZero();
    }

    @Test
    @Feature("14.2")
    default void afterAConstraintFailedInASavepointTheTransactionGoesOn(Runner run) {
        run.get(User.named("Ada").save());

        run.get(DB.transaction(() -> DB.transaction(() -> User.named("Ada").save())
                .onErrorResume(
                        UniqueViolationException.class,
                        error -> USERS.where(User.NAME.eq("Ada")).firstOrFail())
                .flatMap(ada -> ada.posts().create(Map.of("title", "still here")))));

        assertThat(run.get(Post.POSTS.count())).isEqualTo(1);
    }

    @Test
    @Feature("14.2")
    default void nestedTransactionsSideBySideDoNotMix(Runner run) {
        run.value(DB.transaction(() -> Flux.range(0, 20)
                .flatMap(
                        i -> DB.transaction(() -> User.named("u" + i)
                                        .save()
                                        .flatMap(user -> i % 2 == 0
                                                ? Mono.just(user)
                                                : Mono.error(new IllegalStateException("odd"))))
                                .onErrorResume(IllegalStateException.class, error -> Mono.empty()),
                        20)
                .then()));

        assertThat(run.list(USERS.all()))
                .hasSize(10)
                .allSatisfy(user -> assertThat(Integer.parseInt(user.name().substring(1)) % 2)
                        .isZero());
    }

    @Test
    @Feature("14.5")
    default void aNestedCancelTakesBackTheSavepointOnly(Runner run) {
        run.get(DB.transaction(() -> DB.transaction(
                        () -> User.named("Ada").save().then(Mono.<User>never()))
                .timeout(Duration.ofMillis(300))
                .onErrorResume(error -> User.named("Bob").save())));

        assertThat(run.list(USERS.all())).extracting(User::name).containsExactly("Bob");
    }

    @Test
    @Feature("14.1")
    default void transactionalIsTheSameAsAnOperator(Runner run) {
        assertThat(run.error(User.named("Ada")
                        .save()
                        .then(Mono.error(new IllegalStateException("no")))
                        .as(DB.transactional())))
                .hasMessage("no");
        assertThat(run.get(users())).isZero();

        run.get(User.named("Ada").save().as(DB.transactional()));
        assertThat(run.get(users())).isEqualTo(1);
    }

    @Test
    @Feature("14.2")
    default void aStatementThatOutlivesItsTransactionIsRefused(Runner run) {
        AtomicReference<Mono<Long>> late = new AtomicReference<>(Mono.empty());
        run.get(DB.transaction(() -> Mono.deferContextual(context -> {
            late.set(users().contextWrite(context));
            return User.named("Ada").save();
        })));

        assertThat(run.error(Mono.defer(late::get))).isInstanceOf(InvalidUsageException.class);
    }

    /** Two transactions lock the same two rows the other way round; the one that is chosen tries again. */
    @Test
    @Feature("14.4")
    default void aDeadlockIsRetriedUntilBothAreDone(Runner run) {
        User ada = run.get(User.named("Ada").age(0).save());
        User bob = run.get(User.named("Bob").age(0).save());
        Meeting both = new Meeting(2);
        AtomicInteger tries = new AtomicInteger();

        run.value(Mono.when(transfer(ada, bob, both, tries, true), transfer(bob, ada, both, tries, true)));

        assertThat(tries.get()).isGreaterThan(2);
        assertThat(run.list(USERS.orderBy("name").pluck(User.AGE))).containsExactly(2, 2);
    }

    @Test
    @Feature("14.4")
    default void withoutAttemptsADeadlockIsATypedError(Runner run) {
        User ada = run.get(User.named("Ada").age(0).save());
        User bob = run.get(User.named("Bob").age(0).save());

        Meeting both = new Meeting(2);
        AtomicInteger tries = new AtomicInteger();

        Throwable error = run.error(
                Mono.whenDelayError(transfer(ada, bob, both, tries, false), transfer(bob, ada, both, tries, false))
                        .then(Mono.just("no deadlock")));

        assertThat(error).isInstanceOf(DeadlockException.class);
        assertThat(run.list(USERS.orderBy("name").pluck(User.AGE)))
                .as("the other one's work")
                .containsExactly(1, 1);
    }

    private static Mono<Void> transfer(User first, User second, Meeting both, AtomicInteger tries, boolean retried) {
        return DB.transaction(
                        () -> {
                            tries.incrementAndGet();
                            return grow(first).then(both.arrive()).then(grow(second));
                        },
                        attempts(retried ? 5 : 1))
                .then();
    }

    private static Mono<Long> grow(User user) {
        return DB.statement("update users set age = age + 1 where id = " + user.get(User.ID));
    }

    @Test
    @Feature("14.4")
    @Needs(Capability.SERIALIZABLE)
    default void aSerializationFailureIsTypedAndRetried(Runner run) {
        User ada = run.get(User.named("Ada").age(0).save());
        AtomicInteger tries = new AtomicInteger();

        Meeting both = new Meeting(2);
        run.value(Mono.when(countAndGrow(ada, both, tries, 5), countAndGrow(ada, both, tries, 5)));

        assertThat(tries.get()).isGreaterThan(2);
        assertThat(run.list(USERS.query().pluck(User.AGE))).containsExactly(2);
        Meeting again = new Meeting(2);
        assertThat(run.error(Mono.whenDelayError(countAndGrow(ada, again, tries, 1), countAndGrow(ada, again, tries, 1))
                        .then(Mono.just("no failure"))))
                .isInstanceOf(SerializationFailureException.class);
    }

    private static Mono<Void> countAndGrow(User user, Meeting both, AtomicInteger tries, int attempts) {
        return DB.transaction(
                        () -> {
                            tries.incrementAndGet();
                            return USERS.findOrFail(user.get(User.ID))
                                    .flatMap(read -> both.arrive()
                                            .then(read.age(read.get(User.AGE) + 1)
                                                    .save()));
                        },
                        attempts(attempts).isolation(Isolation.SERIALIZABLE))
                .then();
    }

    @Test
    @Feature("14.4")
    default void retryDeadlocksRetriesTheWholeTransactionFromOutside(Runner run) {
        AtomicInteger tries = new AtomicInteger();
        Mono<User> flaky = DB.transaction(() -> User.named("Ada")
                .save()
                .flatMap(user -> tries.incrementAndGet() < 3 ? Mono.error(aDeadlock()) : Mono.just(user)));

        assertThat(run.get(flaky.retryWhen(DB.retryDeadlocks(3))).isStored()).isTrue();
        assertThat(tries).hasValue(3);
        assertThat(run.get(users())).isEqualTo(1);
    }

    @Test
    @Feature("14.4")
    default void retryDeadlocksLeavesOtherErrorsAndNestedWorkAlone(Runner run) {
        AtomicInteger tries = new AtomicInteger();
        Mono<User> mine = Mono.defer(() -> {
            tries.incrementAndGet();
            return Mono.error(new IllegalStateException("mine"));
        });
        assertThat(run.error(DB.transaction(() -> mine).retryWhen(DB.retryDeadlocks(3))))
                .hasMessage("mine");
        assertThat(tries).hasValue(1);

        Mono<User> deadlock = Mono.defer(() -> {
            tries.incrementAndGet();
            return Mono.error(aDeadlock());
        });
        assertThat(run.error(DB.transaction(() -> DB.transaction(() -> deadlock).retryWhen(DB.retryDeadlocks(3)))))
                .isInstanceOf(DeadlockException.class);
        assertThat(tries).hasValue(2);
        assertThatThrownBy(() -> attempts(0)).isInstanceOf(InvalidUsageException.class);
    }

    private static DeadlockException aDeadlock() {
        return new DeadlockException(new dev.ilana.error.DatabaseException.Failure(
                null, "40001", 0, "made up", null, new IllegalStateException("made up")));
    }

    @Test
    @Feature("14.1")
    default void aRollbackGivesModelsBackWhatTheyHad(Runner run) {
        User ada = User.named("Ada");
        assertThat(run.error(DB.transaction(() -> ada.save().then(Mono.error(new IllegalStateException("no"))))))
                .hasMessage("no");
        assertThat(ada.isStored()).isFalse();
        assertThat(ada.getKey()).isNull();

        run.get(ada.save());
        assertThat(run.error(DB.transaction(
                        () -> ada.name("Changed").save().then(Mono.error(new IllegalStateException("no"))))))
                .hasMessage("no");
        assertThat(ada.isDirty(User.NAME)).isTrue();
        run.get(ada.save());
        assertThat(run.get(USERS.findOrFail(ada.get(User.ID))).name()).isEqualTo("Changed");
    }

    @Test
    @Feature("14.1")
    default void aRolledBackSavepointGivesItsModelsBackOnly(Runner run) {
        User ada = User.named("Ada");
        User bob = User.named("Bob");
        run.get(DB.transaction(() -> ada.save()
                .then(DB.transaction(() -> bob.save().then(Mono.<User>error(new IllegalStateException("inner")))))
                .onErrorResume(IllegalStateException.class, error -> Mono.just(ada))));

        assertThat(ada.isStored()).isTrue();
        assertThat(bob.isStored()).isFalse();
        assertThat(run.get(users())).isEqualTo(1);
    }

    @Test
    @Feature({"14.1", "14.4"})
    default void aRetryStoresAModelThatWasMadeOutsideOfIt(Runner run) {
        User ada = User.named("Ada");
        AtomicInteger tries = new AtomicInteger();

        run.get(DB.transaction(
                () -> ada.save()
                        .flatMap(saved -> tries.incrementAndGet() < 3 ? Mono.error(aDeadlock()) : Mono.just(saved)),
                attempts(3)));

        assertThat(run.get(USERS.findOrFail(ada.get(User.ID))).name()).isEqualTo("Ada");
        assertThat(run.get(users())).isEqualTo(1);
    }
}
