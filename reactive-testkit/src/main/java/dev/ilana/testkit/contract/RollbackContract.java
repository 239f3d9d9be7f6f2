package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.EMAIL;
import static dev.ilana.testkit.contract.blog.User.ID;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.connection.Propagation;
import dev.ilana.connection.TransactionOptions;
import dev.ilana.error.NoDatabaseException;
import dev.ilana.error.TransactionRequiredException;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.NoRollback;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** A test is undone, however it writes: each of these finds no row at its beginning, and takes the same name. */
public interface RollbackContract {

    TransactionOptions NEW = TransactionOptions.DEFAULT.propagation(Propagation.REQUIRES_NEW);

    private static Mono<User> ada() {
        return Mono.defer(() -> User.named("Ada").save());
    }

    @RepeatedTest(2)
    @Feature("18.2")
    default void whatAStepVerifierWritesIsUndone() {
        StepVerifier.create(USERS.count()).expectNext(0L).verifyComplete();
        StepVerifier.create(ada()).expectNextCount(1).verifyComplete();
        StepVerifier.create(USERS.pluck(NAME)).expectNext("Ada").verifyComplete();
    }

    @RepeatedTest(2)
    @Feature("18.2")
    default void whatIsWaitedForIsUndone() {
        assertThat(ada().block()).isNotNull();
        assertThat(USERS.count().toFuture().join()).isEqualTo(1);
        assertThat(USERS.query().get().collectList().block()).hasSize(1);
    }

    @RepeatedTest(2)
    @Feature("18.2")
    default void whatARunnerWritesIsUndone(Runner run) {
        run.get(ada());

        assertThat(run.get(USERS.count())).isEqualTo(1);
        assertThat(run.statements()).hasSize(2);
    }

    @RepeatedTest(2)
    @Feature("18.2")
    default void whatIsWrittenByADatabaseInHandIsUndone(Database database) {
        User ada = ada().contextWrite(database.use())
                .subscribeOn(Schedulers.parallel())
                .block();

        assertThat(USERS.on(database).find(ada == null ? 0 : ada.get(ID)).block())
                .isNotNull();
    }

    @RepeatedTest(2)
    @Feature("18.2")
    default void aChainMayGoToOtherThreads() {
        Mono<Long> work = ada().subscribeOn(Schedulers.boundedElastic())
                .publishOn(Schedulers.parallel())
                .flatMap(ada -> USERS.count().subscribeOn(Schedulers.single()));

        StepVerifier.create(work).expectNext(1L).verifyComplete();
    }

    @Test
    @Feature("18.2")
    default void anotherThreadHasTheDatabaseByItsContextAlone(Database database) {
        assertThat(CompletableFuture.supplyAsync(() -> USERS.count().block()))
                .failsWithin(Duration.ofSeconds(10))
                .withThrowableThat()
                .withRootCauseInstanceOf(NoDatabaseException.class);
        assertThat(CompletableFuture.supplyAsync(
                                () -> USERS.count().contextWrite(database.use()).block())
                        .join())
                .isZero();
    }

    @RepeatedTest(2)
    @Feature("18.2")
    default void aTransactionOfTheTestIsUndoneAlone() {
        Mono<User> failing = DB.transaction(() -> ada().then(Mono.error(new IllegalStateException("no Ada"))));
        Mono<User> eve = DB.transaction(() -> User.named("Eve").save());

        StepVerifier.create(DB.transaction(() -> eve.then(failing.onErrorComplete())))
                .verifyComplete();
        StepVerifier.create(failing).verifyErrorMessage("no Ada");
        StepVerifier.create(USERS.pluck(NAME)).expectNext("Eve").verifyComplete();
    }

    @Test
    @Feature("18.2")
    default void atItsBeginningATestIsInNoTransaction() {
        StepVerifier.create(DB.requireTransaction()).verifyError(TransactionRequiredException.class);
        StepVerifier.create(DB.currentTransaction()).verifyComplete();
    }

    @Test
    @Feature("18.2")
    default void whatFollowsACommitIsDoneInTheTest() {
        List<Long> counted = new CopyOnWriteArrayList<>();
        Mono<User> work = DB.transaction(
                () -> DB.afterCommit(() -> USERS.count().doOnNext(counted::add)).then(ada()));

        StepVerifier.create(work).expectNextCount(1).verifyComplete();
        assertThat(counted).containsExactly(1L);
    }

    @Test
    @Feature("18.2")
    default void anErrorLeavesWhatWasDoneBefore() {
        StepVerifier.create(ada()).expectNextCount(1).verifyComplete();
        StepVerifier.create(ada()).verifyError(UniqueViolationException.class);
        StepVerifier.create(ada()).verifyError(UniqueViolationException.class);
        StepVerifier.create(User.named("Bob").save()).expectNextCount(1).verifyComplete();
        StepVerifier.create(DB.transaction(RollbackContract::ada)).verifyError(UniqueViolationException.class);

        StepVerifier.create(USERS.orderBy(NAME).pluck(NAME))
                .expectNext("Ada", "Bob")
                .verifyComplete();
    }

    @RepeatedTest(2)
    @Feature("18.2")
    default void manyRowsAreWrittenAndReadInWindows(Runner run) {
        List<User> users = Flux.range(0, 1_200)
                .map(i -> User.named("user" + i))
                .collectList()
                .block();

        assertThat(run.get(USERS.bulkInsert(users == null ? List.of() : users))).isEqualTo(1_200);
        assertThat(run.get(USERS.orderBy(ID)
                        .cursor(100)
                        .concatMap(
                                user -> USERS.where(EMAIL.eq(user.get(EMAIL))).count(), 1)
                        .count()))
                .isEqualTo(1_200);
    }

    @Test
    @Feature("18.2")
    default void transactionsSideBySideComeOneAfterAnother() {
        Flux<User> saved = Flux.range(0, 20)
                .flatMap(i -> DB.transaction(() -> User.named("user" + i).save()));

        StepVerifier.create(saved.then(USERS.count())).expectNext(20L).verifyComplete();
    }

    @RepeatedTest(2)
    @Feature("18.2")
    default void aTransactionOfItsOwnIsUndoneToo() {
        Mono<User> eve = DB.transaction(() -> User.named("Eve").save(), NEW);

        StepVerifier.create(DB.transaction(() -> ada().then(eve)))
                .expectNextCount(1)
                .verifyComplete();
        StepVerifier.create(USERS.orderBy(NAME).pluck(NAME))
                .expectNext("Ada", "Eve")
                .verifyComplete();
    }

    @RepeatedTest(2)
    @Feature("18.2")
    default void whoReadsAndWritesInTurnMayLetGo(Runner run) {
        run.list(USERS.insertMany(Flux.range(0, 50).map(i -> User.named("user" + i))));
        Flux<User> older = USERS.orderBy(ID)
                .cursor(10)
                .concatMap(user -> user.age(user.get(ID).intValue()).save(), 1);
        Flux<User> inner = USERS.orderBy(ID)
                .cursor(20)
                .take(3)
                .concatMap(user -> USERS.orderBy(ID).cursor(10).take(2), 1);

        assertThat(run.list(older.take(5))).hasSize(5);
        assertThat(run.list(inner)).hasSize(6);
        assertThat(run.get(USERS.whereNotNull("age").count())).isEqualTo(5);
    }

    @NoRollback
    @RepeatedTest(2)
    @Feature("18.2")
    default void aTestWithoutRollbackHasADatabaseOfItsOwn() {
        Mono<User> failing = DB.transaction(
                () -> DB.transaction(RollbackContract::ada, NEW).then(Mono.error(new IllegalStateException("no Ada"))));

        StepVerifier.create(failing).verifyErrorMessage("no Ada");
        StepVerifier.create(USERS.count()).expectNext(1L).verifyComplete();
    }

    @Test
    @Feature("18.2")
    default void anInnerSubscriptionOfATestsThreadIsInTheTest() {
        User ada = Mono.fromSupplier(() -> ada().block()).block();

        assertThat(ada).isNotNull();
        assertThat(USERS.count().block()).isEqualTo(1);
    }
}
