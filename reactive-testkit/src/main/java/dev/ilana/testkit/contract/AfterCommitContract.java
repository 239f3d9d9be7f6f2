package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.club.Account.ACCOUNTS;
import static dev.ilana.testkit.contract.club.Account.BALANCE;
import static dev.ilana.testkit.contract.club.Account.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.connection.TransactionOptions;
import dev.ilana.error.AfterCommitException;
import dev.ilana.error.DatabaseException.Failure;
import dev.ilana.error.DeadlockException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.model.Model;
import dev.ilana.model.ModelEvent;
import dev.ilana.model.Observer;
import dev.ilana.testkit.contract.club.Account;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** What is to follow a transaction follows its end, and only the end that it was said for. */
@ResourceLock("hooks of accounts")
public interface AfterCommitContract extends ClubContract {

    List<Disposable> REGISTERED = new CopyOnWriteArrayList<>();

    @AfterEach
    default void forgetHooks() {
        REGISTERED.forEach(Disposable::dispose);
        REGISTERED.clear();
    }

    private static Mono<Void> noted(List<String> told, String what) {
        return DB.afterCommit(() -> Mono.fromRunnable(() -> told.add(what)))
                .then(DB.afterRollback(() -> Mono.fromRunnable(() -> told.add("no " + what))));
    }

    @Test
    @Feature("14.5")
    default void whatFollowsACommitSeesItsRowsAndHasAConnectionOfItsOwn(Runner run) {
        List<Long> found = new CopyOnWriteArrayList<>();
        Account saved = run.get(DB.transaction(() -> DB.afterCommit(() -> ACCOUNTS.count()
                        .doOnNext(found::add)
                        .then(Account.of("Bob").save()))
                .then(Account.of("Ada").save())
                .doOnNext(account -> assertThat(found).isEmpty())));

        assertThat(saved.isStored()).isTrue();
        assertThat(found).containsExactly(1L);
        assertThat(run.list(ACCOUNTS.orderBy(Account.ID).pluck(OWNER))).containsExactly("Ada", "Bob");
        run.assertNothingAcquired();
    }

    @Test
    @Feature("14.5")
    default void outsideOfATransactionItIsDoneAtOnce(Runner run) {
        List<String> told = new CopyOnWriteArrayList<>();
        run.value(noted(told, "at once"));
        assertThat(told).containsExactly("at once");
    }

    @Test
    @Feature("14.5")
    default void anErrorOfTheWorkTellsOnlyOfTheRollback(Runner run) {
        List<String> told = new CopyOnWriteArrayList<>();
        Throwable error = run.error(DB.transaction(() -> noted(told, "mail")
                .then(Account.of("Ada").save())
                .then(Mono.error(new IllegalStateException("later")))));
        assertThat(error).hasMessage("later");
        assertThat(told).containsExactly("no mail");
        assertThat(run.get(ACCOUNTS.count())).isZero();
        run.assertNothingAcquired();
    }

    @Test
    @Feature("14.5")
    default void aCancelTellsOfTheRollback(Runner run) throws InterruptedException {
        List<String> told = new CopyOnWriteArrayList<>();
        StepVerifier.create(DB.transaction(() -> noted(told, "mail")
                                .then(Account.of("Ada").save())
                                .then(Mono.never()))
                        .contextWrite(run.database().use()))
                .thenAwait(Duration.ofMillis(300))
                .thenCancel()
                .verify();
        run.assertNothingAcquired();
        for (int i = 0; i < 500 && told.isEmpty(); i++) {
            Thread.sleep(10);
        }
        assertThat(told).containsExactly("no mail");
    }

    @Test
    @Feature("14.5")
    default void aSavepointIsForItself(Runner run) {
        List<String> told = new CopyOnWriteArrayList<>();
        run.value(DB.transaction(() -> noted(told, "outer")
                .then(DB.transaction(
                        () -> noted(told, "kept").then(Account.of("Ada").save())))
                .then(DB.transaction(() -> noted(told, "lost").then(Mono.error(new IllegalStateException()))))
                .onErrorComplete(IllegalStateException.class)
                .then(Mono.fromRunnable(() -> assertThat(told).isEmpty()))));
        assertThat(told).containsExactly("outer", "kept", "no lost");
    }

    @Test
    @Feature("14.5")
    default void aSavepointThatWasKeptIsLostWithTheTransactionAroundIt(Runner run) {
        List<String> told = new CopyOnWriteArrayList<>();
        run.error(DB.transaction(() -> DB.transaction(
                        () -> noted(told, "mail").then(Account.of("Ada").save()))
                .then(Mono.error(new IllegalStateException("later")))));
        assertThat(told).containsExactly("no mail");
    }

    @Test
    @Feature("14.5")
    default void afterACommitAnErrorIsNotTriedAgain(Runner run) {
        AtomicInteger tries = new AtomicInteger();
        Throwable error = run.error(DB.transaction(
                () -> {
                    tries.incrementAndGet();
                    return DB.afterCommit(() -> Mono.error(new IllegalStateException("no mail today")))
                            .then(Account.of("Ada").save());
                },
                TransactionOptions.attempts(3)));
        assertThat(error).isInstanceOf(AfterCommitException.class).hasRootCauseMessage("no mail today");
        assertThat(tries).hasValue(1);
        assertThat(run.get(ACCOUNTS.count())).isOne();
        run.assertNothingAcquired();
    }

    @Test
    @Feature("14.5")
    default void anAttemptThatIsTriedAgainTellsOnlyOfItsRollback(Runner run) {
        List<String> told = new CopyOnWriteArrayList<>();
        AtomicInteger tries = new AtomicInteger();
        run.get(DB.transaction(
                () -> {
                    int attempt = tries.incrementAndGet();
                    return noted(told, "mail " + attempt)
                            .then(Account.of("Ada").save())
                            .flatMap(account -> attempt < 3 ? Mono.error(deadlock()) : Mono.just(account));
                },
                TransactionOptions.attempts(3)));
        assertThat(told).containsExactly("no mail 1", "no mail 2", "mail 3");
        assertThat(run.get(ACCOUNTS.count())).isOne();
        run.assertNothingAcquired();
    }

    private static DeadlockException deadlock() {
        return new DeadlockException(
                new Failure(null, null, 0, "one of two must go", null, new IllegalStateException()));
    }

    @Test
    @Feature("14.5")
    default void aCancelAfterTheCommitStopsWhatFollowsAndTakesNothingBack(Runner run) throws InterruptedException {
        List<String> told = new CopyOnWriteArrayList<>();
        CountDownLatch following = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Mono<Account> work = DB.transaction(() -> noted(told, "first")
                .then(DB.afterCommit(() -> Account.of("Bob")
                        .save()
                        .doOnNext(saved -> following.countDown())
                        .then(Mono.never())
                        .doOnCancel(stopped::countDown)))
                .then(noted(told, "last"))
                .then(Account.of("Ada").save()));
        Disposable running = work.contextWrite(run.database().use()).subscribe();
        assertThat(following.await(20, TimeUnit.SECONDS)).isTrue();
        running.dispose();
        assertThat(stopped.await(20, TimeUnit.SECONDS)).isTrue();

        run.assertNothingAcquired();
        assertThat(told).containsExactly("first");
        assertThat(run.list(ACCOUNTS.orderBy(Account.ID).pluck(OWNER))).containsExactly("Ada", "Bob");
    }

    @Test
    @Feature("6.2")
    default void aHookAfterTheCommitIsNotToldOfWhatWasRolledBack(Runner run) {
        List<String> told = new CopyOnWriteArrayList<>();
        REGISTERED.add(ACCOUNTS.afterCommit(
                ModelEvent.SAVED, account -> Mono.fromRunnable(() -> told.add(account.get(OWNER)))));
        run.error(DB.transaction(
                () -> Account.of("Ada").save().then(Mono.error(new IllegalStateException("never stored")))));
        assertThat(told).isEmpty();

        run.value(DB.transaction(() ->
                Account.of("Bob").save().doOnNext(saved -> assertThat(told).isEmpty())));
        run.get(Account.of("Cyd").save());
        assertThat(told).containsExactly("Bob", "Cyd");
    }

    @Test
    @Feature("6.2")
    default void anObserverMayWaitForTheCommitTooButStillHasAVeto(Runner run) {
        List<String> told = new CopyOnWriteArrayList<>();
        REGISTERED.add(ACCOUNTS.observe(new Observer<Model<?>>() {
            @Override
            public boolean afterCommit() {
                return true;
            }

            @Override
            public Publisher<Void> creating(Model<?> model) {
                return Mono.fromRunnable(() -> told.add("creating"));
            }

            @Override
            public Publisher<Void> created(Model<?> model) {
                return Mono.fromRunnable(() -> told.add("created"));
            }
        }));
        run.value(DB.transaction(() -> Account.of("Ada")
                .save()
                .flatMap(account -> account.set(BALANCE, 1).save())
                .doOnNext(saved -> assertThat(told).containsExactly("creating"))));
        assertThat(told).containsExactly("creating", "created");
    }

    @Test
    @Feature("6.2")
    default void noCommitFollowsWhatComesBeforeAWrite(Runner run) {
        assertThatThrownBy(() -> ACCOUNTS.afterCommit(ModelEvent.SAVING, account -> Mono.empty()))
                .isInstanceOf(InvalidUsageException.class);
        assertThat(run.statements()).isEmpty();
    }
}
