package dev.ilana.testkit.contract;

import static dev.ilana.connection.TransactionOptions.DEFAULT;
import static dev.ilana.testkit.contract.CrowdContract.onOneConnection;
import static dev.ilana.testkit.contract.blog.User.AGE;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.connection.Isolation;
import dev.ilana.connection.Propagation;
import dev.ilana.connection.TransactionInfo;
import dev.ilana.connection.TransactionOptions;
import dev.ilana.dialect.Capability;
import dev.ilana.error.BadSqlException;
import dev.ilana.error.DatabaseException.Failure;
import dev.ilana.error.DeadlockException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.NoDatabaseException;
import dev.ilana.error.TransactionRequiredException;
import dev.ilana.error.TransactionTimeoutException;
import dev.ilana.error.UnsupportedFeatureException;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Needs;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What is said of a transaction holds for it, and for no other one that has its connection later. */
public interface TransactionOptionsContract extends BlogContract {

    /** Whether the second of two reads of a transaction sees what another one has committed in between. */
    private static Mono<Boolean> seesChanges(Runner run, User user, TransactionOptions options) {
        Mono<Integer> age = USERS.query().value(AGE);
        Mono<User> change = Mono.defer(() -> user.age(user.get(AGE) + 1).save())
                .contextWrite(run.database().use());
        return DB.transaction(
                () -> age.flatMap(before -> change.then(age.map(after -> !after.equals(before)))), options);
    }

    @Test
    @Feature("14.1")
    default void anIsolationIsThatOfItsTransactionOnly(Runner run) {
        User user = run.get(User.named("Ada").age(1).save());
        List<Boolean> seen = onOneConnection(
                run,
                one -> seesChanges(run, user, DEFAULT).flatMap(usually -> {
                    TransactionOptions other =
                            DEFAULT.isolation(usually ? Isolation.REPEATABLE_READ : Isolation.READ_COMMITTED);
                    Mono<Boolean> failed = DB.transaction(
                            () -> USERS.count().then(Mono.<Boolean>error(new IllegalStateException("mine"))), other);
                    Mono<Boolean> cancelled = DB.transaction(() -> USERS.count().then(Mono.<Boolean>never()), other);
                    return Flux.concat(
                                    Mono.just(usually),
                                    seesChanges(run, user, other),
                                    seesChanges(run, user, DEFAULT),
                                    failed.onErrorResume(IllegalStateException.class, error -> Mono.empty()),
                                    seesChanges(run, user, DEFAULT),
                                    cancelled.timeout(Duration.ofMillis(150), Mono.empty()),
                                    seesChanges(run, user, DEFAULT))
                            .collectList();
                }));

        boolean usual = seen.get(0);
        assertThat(seen).containsExactly(usual, !usual, usual, usual, usual);
    }

    @Test
    @Feature("14.1")
    default void everyIsolationIsTaken(Runner run) {
        for (Isolation isolation : Isolation.values()) {
            run.get(DB.transaction(() -> User.named(isolation.name()).save(), DEFAULT.isolation(isolation)));
        }
        assertThat(run.get(USERS.count())).isEqualTo(Isolation.values().length);
    }

    @Test
    @Feature("14.1")
    default void aReadOnlyTransactionWritesNothing(Runner run) {
        Class<?> refusal = run.database().dialect().supports(Capability.READ_ONLY_TRANSACTION)
                ? BadSqlException.class
                : UnsupportedFeatureException.class;
        assertThat(run.error(DB.transaction(() -> User.named("Ada").save(), DEFAULT.readOnly())))
                .isInstanceOf(refusal);
        assertThat(run.get(USERS.count())).isZero();
        run.assertNothingAcquired();
    }

    @Test
    @Feature("14.1")
    @Needs(Capability.READ_ONLY_TRANSACTION)
    default void afterAReadOnlyTransactionItsConnectionWritesAgain(Runner run) {
        User last = onOneConnection(
                run,
                one -> DB.transaction(USERS::count, DEFAULT.readOnly().isolation(Isolation.REPEATABLE_READ))
                        .then(DB.transaction(() -> User.named("Ada").save(), DEFAULT.readOnly())
                                .onErrorResume(BadSqlException.class, error -> Mono.empty()))
                        .then(DB.transaction(() -> User.named("Bob").save()))
                        .then(User.named("Cy").save()));

        assertThat(last.isStored()).isTrue();
        assertThat(run.list(USERS.orderBy(NAME).pluck(NAME))).containsExactly("Bob", "Cy");
    }

    @Test
    @Feature("14.1")
    default void aTransactionThatTakesTooLongIsRolledBack(Runner run) {
        Throwable error = run.error(DB.transaction(
                () -> User.named("Ada").save().then(Mono.never()), DEFAULT.timeout(Duration.ofMillis(200))));

        assertThat(error).isInstanceOf(TransactionTimeoutException.class).hasMessageContaining("200 ms");
        run.assertNothingAcquired();
        assertThat(run.get(USERS.count())).isZero();
        assertThat(run.get(DB.transaction(() -> User.named("Ada").save(), DEFAULT.timeout(Duration.ofSeconds(20))))
                        .isStored())
                .isTrue();
    }

    @Test
    @Feature("14.1")
    default void theWaitForAConnectionIsPartOfTheTime(Runner run) {
        Duration little = Duration.ofMillis(100);
        Throwable error = onOneConnection(
                run,
                one -> DB.transaction(() -> {
                    Mono<Long> second = one.transaction(USERS::count, DEFAULT.timeout(little));
                    // in a chain of its own, which holds nothing
                    return Mono.fromFuture(second.toFuture())
                            .map(count -> (Throwable) new AssertionError("came through"))
                            .onErrorResume(Mono::just);
                }));

        assertThat(error).isInstanceOf(TransactionTimeoutException.class);
    }

    @Test
    @Feature({"14.1", "14.2"})
    default void aSavepointThatTakesTooLongIsTakenBackAlone(Runner run) {
        run.get(DB.transaction(() -> DB.transaction(
                        () -> User.named("Ada").save().then(Mono.<User>never()),
                        DEFAULT.timeout(Duration.ofMillis(150)))
                .onErrorResume(
                        TransactionTimeoutException.class,
                        error -> User.named("Bob").save())));

        assertThat(run.list(USERS.query().pluck(NAME))).containsExactly("Bob");
    }

    @Test
    @Feature("14.1")
    default void aTransactionMayBeOnADatabaseThatHasAName(Runner run) {
        String name = "options_of_" + run.database().dialect().name();
        TransactionOptions there = DEFAULT.on(name);
        User ada = onOneConnection(run, one -> {
            DB.register(name, one);
            return DB.transaction(
                            () -> User.named("Ada").save().doOnNext(saved -> {
                                assertThat(one.acquiredConnections()).isOne();
                                assertThat(run.database().acquiredConnections()).isZero();
                            }),
                            there)
                    .contextWrite(run.database().use());
        });

        assertThat(ada.isStored()).isTrue();
        assertThat(run.get(USERS.count())).isOne();
        assertThat(run.error(run.database().transaction(USERS::count, there)))
                .isInstanceOf(InvalidUsageException.class);
        assertThat(run.error(DB.transaction(USERS::count, DEFAULT.on("nowhere"))))
                .isInstanceOf(NoDatabaseException.class)
                .hasMessageContaining("nowhere");
    }

    @Test
    @Feature({"14.1", "14.2"})
    default void aPartThatContradictsItsTransactionIsRefused(Runner run) {
        TransactionOptions running = DEFAULT.isolation(Isolation.READ_COMMITTED).timeout(Duration.ofSeconds(20));
        for (Propagation part : List.of(Propagation.NESTED, Propagation.REQUIRED)) {
            for (TransactionOptions contradiction : List.of(
                    DEFAULT.isolation(Isolation.SERIALIZABLE),
                    DEFAULT.readOnly(),
                    DEFAULT.timeout(Duration.ofSeconds(21)))) {
                assertThat(run.error(DB.transaction(
                                () -> DB.transaction(USERS::count, contradiction.propagation(part)), running)))
                        .isInstanceOf(InvalidUsageException.class)
                        .hasMessageContaining("REQUIRES_NEW");
            }
            assertThat(run.get(DB.transaction(
                            () -> DB.transaction(
                                    USERS::count,
                                    running.timeout(Duration.ofSeconds(10)).propagation(part)),
                            running)))
                    .isZero();
        }
        assertThatThrownBy(() -> DEFAULT.timeout(Duration.ZERO)).isInstanceOf(InvalidUsageException.class);
    }

    @Test
    @Feature("14.1")
    default void manyValuesAreGivenAfterTheCommit(Runner run) {
        List<Long> seenByAnother = new CopyOnWriteArrayList<>();
        Flux<String> names = DB.transactionMany(() -> Flux.just("Ada", "Bob")
                        .concatMap(name -> User.named(name).save()))
                .concatMap(user -> USERS.count().doOnNext(seenByAnother::add).thenReturn(user.name()));

        assertThat(run.list(names)).containsExactly("Ada", "Bob");
        assertThat(seenByAnother).containsExactly(2L, 2L);

        List<String> given = new CopyOnWriteArrayList<>();
        assertThat(run.error(User.named("Cy")
                        .save()
                        .flux()
                        .concatWith(Mono.error(new IllegalStateException("late")))
                        .as(DB.transactionalMany())
                        .doOnNext(user -> given.add(user.name()))
                        .then()))
                .hasMessage("late");
        assertThat(given).isEmpty();
        assertThat(run.get(USERS.count())).isEqualTo(2);
    }

    @Test
    @Feature({"14.1", "14.5"})
    default void whoTakesOneOfManyValuesRollsNothingBack(Runner run) {
        User first = run.get(DB.transactionMany(() -> Flux.just("Ada", "Bob")
                        .concatMap(name -> User.named(name).save()))
                .next());

        assertThat(first.name()).isEqualTo("Ada");
        run.assertNothingAcquired();
        assertThat(run.get(USERS.count())).isEqualTo(2);
    }

    @Test
    @Feature({"14.1", "14.4"})
    default void theOperatorTakesOptionsToo(Runner run) {
        AtomicInteger tries = new AtomicInteger();
        Mono<User> flaky = Mono.defer(() -> User.named("Ada" + tries.incrementAndGet())
                .save()
                .flatMap(user -> tries.get() < 3 ? Mono.error(aDeadlock()) : Mono.just(user)));

        run.get(flaky.as(DB.transactional(TransactionOptions.attempts(3).isolation(Isolation.SERIALIZABLE))));

        assertThat(run.list(USERS.query().pluck(NAME))).containsExactly("Ada3");
    }

    private static DeadlockException aDeadlock() {
        return new DeadlockException(
                new Failure(null, "40001", 0, "made up", null, new IllegalStateException("made up")));
    }

    @Test
    @Feature("14.3")
    default void theTransactionThatIsUnderWayIsKnown(Runner run) {
        TransactionOptions options = DEFAULT.isolation(Isolation.REPEATABLE_READ);
        List<TransactionInfo> infos = run.list(DB.transactionMany(
                () -> Flux.concat(
                        DB.currentTransaction(),
                        DB.transaction(DB::currentTransaction),
                        DB.transaction(DB::currentTransaction, DEFAULT.propagation(Propagation.REQUIRED)),
                        DB.transaction(DB::currentTransaction, DEFAULT.propagation(Propagation.REQUIRES_NEW))),
                options));

        assertThat(infos).extracting(TransactionInfo::depth).containsExactly(0, 1, 0, 0);
        assertThat(infos.subList(0, 3))
                .extracting(TransactionInfo::id)
                .containsOnly(infos.get(0).id());
        assertThat(infos.get(3).id()).isNotEqualTo(infos.get(0).id());
        assertThat(infos)
                .extracting(TransactionInfo::isolation)
                .containsExactly(Isolation.REPEATABLE_READ, Isolation.REPEATABLE_READ, Isolation.REPEATABLE_READ, null);
        assertThat(infos.get(0).readOnly()).isFalse();
        assertThat(run.value(DB.currentTransaction())).isNull();
    }

    @Test
    @Feature("14.3")
    default void aTransactionCanBeRequired(Runner run) {
        StepVerifier.create(DB.requireTransaction().contextWrite(run.database().use()))
                .expectErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(TransactionRequiredException.class)
                        .hasMessageContaining("DB.transaction"))
                .verify(Duration.ofSeconds(20));
        assertThat(run.get(DB.transaction(() -> DB.requireTransaction().thenReturn("there"))))
                .isEqualTo("there");
    }
}
