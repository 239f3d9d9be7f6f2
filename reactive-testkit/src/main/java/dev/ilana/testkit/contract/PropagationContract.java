package dev.ilana.testkit.contract;

import static dev.ilana.connection.Propagation.MANDATORY;
import static dev.ilana.connection.Propagation.NEVER;
import static dev.ilana.connection.Propagation.NOT_SUPPORTED;
import static dev.ilana.connection.Propagation.REQUIRED;
import static dev.ilana.connection.Propagation.REQUIRES_NEW;
import static dev.ilana.connection.Propagation.SUPPORTS;
import static dev.ilana.testkit.contract.CrowdContract.onOneConnection;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.connection.PoolSettings;
import dev.ilana.connection.Propagation;
import dev.ilana.connection.TransactionOptions;
import dev.ilana.error.DatabaseException.Failure;
import dev.ilana.error.DeadlockException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.PoolStarvedException;
import dev.ilana.error.PoolTimeoutException;
import dev.ilana.error.RollbackOnlyException;
import dev.ilana.error.TransactionRequiredException;
import dev.ilana.testkit.contract.blog.Blog;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What work means where a transaction is under way: a part of it, one of its own, or none. */
public interface PropagationContract extends BlogContract {

    private static <T> Mono<T> in(Propagation propagation, Supplier<Mono<T>> work) {
        return DB.transaction(work, TransactionOptions.DEFAULT.propagation(propagation));
    }

    private static Mono<User> saved(String name) {
        return User.named(name).save();
    }

    private static Mono<User> failing(String name) {
        return saved(name).then(Mono.error(new IllegalStateException("no " + name)));
    }

    private static List<String> names(Runner run) {
        run.assertNothingAcquired();
        return run.list(USERS.orderBy(NAME).pluck(NAME));
    }

    @Test
    @Feature("14.2")
    default void whatIsRequiredJoinsTheTransactionOrBeginsOne(Runner run) {
        assertThat(run.error(in(REQUIRED, () -> failing("Ada")))).hasMessage("no Ada");
        assertThat(run.error(
                        DB.transaction(() -> in(REQUIRED, () -> saved("Bob")).then(failing("Cy")))))
                .hasMessage("no Cy");
        assertThat(names(run)).isEmpty();

        run.get(DB.transaction(() -> in(REQUIRED, () -> saved("Bob")).then(saved("Cy"))));
        assertThat(names(run)).containsExactly("Bob", "Cy");
    }

    @Test
    @Feature("14.2")
    default void anErrorOfWhatHasJoinedRollsBackAllThoughSomebodyHandlesIt(Runner run) {
        Throwable error = run.error(DB.transaction(() -> saved("Ada")
                .then(in(REQUIRED, () -> failing("Bob")))
                .onErrorResume(IllegalStateException.class, handled -> saved("Cy"))));

        assertThat(error)
                .isInstanceOf(RollbackOnlyException.class)
                .hasMessageContaining("NESTED")
                .hasRootCauseMessage("no Bob");
        assertThat(names(run)).isEmpty();
        assertThat(run.error(DB.transaction(() -> in(REQUIRED, () -> failing("Bob")))))
                .as("unhandled, it is itself")
                .hasMessage("no Bob");
    }

    @Test
    @Feature({"14.2", "14.5"})
    default void aCancelOfWhatHasJoinedRollsBackAll(Runner run) {
        Throwable error = run.error(DB.transaction(() -> saved("Ada")
                .then(in(REQUIRED, () -> saved("Bob").then(Mono.<User>never()))
                        .timeout(Duration.ofMillis(150), saved("Cy")))));

        assertThat(error).isInstanceOf(RollbackOnlyException.class);
        assertThat(names(run)).isEmpty();
    }

    @Test
    @Feature("14.2")
    default void whatJoinsASavepointRollsBackTheSavepoint(Runner run) {
        run.get(DB.transaction(() -> saved("Ada")
                .then(DB.transaction(() -> in(REQUIRED, () -> failing("Bob"))
                        .onErrorResume(IllegalStateException.class, handled -> saved("Cy"))))
                .onErrorResume(RollbackOnlyException.class, error -> saved("Di"))));

        assertThat(names(run)).containsExactly("Ada", "Di");
    }

    @Test
    @Feature("14.2")
    default void aNewOneCommitsAloneAndFailsAlone(Runner run) {
        AtomicInteger acquired = new AtomicInteger();
        assertThat(run.error(DB.transaction(() -> in(
                                REQUIRES_NEW,
                                () -> saved("Ada")
                                        .doOnNext(ada ->
                                                acquired.set(run.database().acquiredConnections())))
                        .then(failing("Bob")))))
                .hasMessage("no Bob");
        assertThat(acquired).hasValue(2);
        assertThat(names(run)).containsExactly("Ada");

        run.get(DB.transaction(() -> in(REQUIRES_NEW, () -> failing("Cy"))
                .onErrorResume(IllegalStateException.class, error -> saved("Di"))));
        assertThat(names(run)).containsExactly("Ada", "Di");
    }

    @Test
    @Feature({"14.2", "14.4"})
    default void aNewOneIsTriedAgainByItselfAlsoWithinATransaction(Runner run) {
        AtomicInteger outer = new AtomicInteger();
        AtomicInteger inner = new AtomicInteger();
        TransactionOptions anew = TransactionOptions.attempts(3).propagation(REQUIRES_NEW);
        run.get(DB.transaction(() -> {
            outer.incrementAndGet();
            return DB.transaction(
                    () -> saved("Ada" + inner.incrementAndGet())
                            .flatMap(ada -> inner.get() < 3 ? Mono.error(aDeadlock()) : Mono.just(ada)),
                    anew);
        }));

        assertThat(outer).hasValue(1);
        assertThat(names(run)).containsExactly("Ada3");
    }

    private static DeadlockException aDeadlock() {
        return new DeadlockException(
                new Failure(null, "40001", 0, "made up", null, new IllegalStateException("made up")));
    }

    @Test
    @Feature({"14.2", "14.5"})
    default void whatFollowsFollowsTheTransactionThatItWasSaidIn(Runner run) {
        List<String> told = new CopyOnWriteArrayList<>();
        run.error(DB.transaction(() -> in(
                        REQUIRED,
                        () -> DB.afterCommit(() -> Mono.fromRunnable(() -> told.add("joined")))
                                .then(DB.afterRollback(() -> Mono.fromRunnable(() -> told.add("not joined"))))
                                .then(saved("Ada")))
                .then(in(
                        REQUIRES_NEW,
                        () -> DB.afterCommit(() -> saved("Follower")
                                        .then(DB.currentTransaction())
                                        .doOnNext(info -> told.add("in a transaction"))
                                        .then(Mono.fromRunnable(() -> told.add("anew"))))
                                .then(saved("Bob"))))
                .then(failing("Cy"))));

        assertThat(told).containsExactly("anew", "not joined");
        assertThat(names(run)).containsExactly("Bob", "Follower");
    }

    @Test
    @Feature("14.2")
    default void workMaySupportATransactionOrRefuseOne(Runner run) {
        Mono<Boolean> isIn = DB.currentTransaction().hasElement();

        assertThat(run.get(in(SUPPORTS, () -> isIn))).isFalse();
        assertThat(run.get(DB.transaction(() -> in(SUPPORTS, () -> isIn)))).isTrue();
        assertThat(run.get(in(NOT_SUPPORTED, () -> isIn))).isFalse();
        assertThat(run.get(DB.transaction(() -> in(NOT_SUPPORTED, () -> isIn)))).isFalse();
        assertThat(run.get(in(NEVER, () -> isIn))).isFalse();
        assertThat(run.error(DB.transaction(() -> in(NEVER, () -> isIn)))).isInstanceOf(InvalidUsageException.class);
        assertThat(run.error(in(MANDATORY, () -> isIn))).isInstanceOf(TransactionRequiredException.class);
        assertThat(run.get(DB.transaction(() -> in(MANDATORY, () -> isIn)))).isTrue();
        assertThat(run.error(DB.transaction(
                        () -> isIn,
                        TransactionOptions.DEFAULT.propagation(NEVER).timeout(Duration.ofSeconds(1)))))
                .isInstanceOf(InvalidUsageException.class);
    }

    @Test
    @Feature("14.2")
    default void whatSupportsNoTransactionStaysThoughTheOneAroundFails(Runner run) {
        assertThat(run.error(DB.transaction(
                        () -> in(NOT_SUPPORTED, () -> saved("Ada")).then(failing("Bob")))))
                .hasMessage("no Bob");

        assertThat(names(run)).containsExactly("Ada");
    }

    /** Nobody could give it one: so it does not wait for the pool's minute. */
    @Test
    @Feature("14.2")
    default void whatCanNeverHaveAConnectionIsToldAtOnce(Runner run) {
        for (Propagation outside : List.of(REQUIRES_NEW, NOT_SUPPORTED)) {
            long start = System.nanoTime();
            Throwable error = onOneConnection(
                    run,
                    one -> DB.transaction(() -> in(outside, USERS::count)
                            .map(count -> (Throwable) new AssertionError("came through"))
                            .onErrorResume(PoolStarvedException.class, Mono::just)));

            assertThat(error).hasMessageContaining("REQUIRES_NEW").hasMessageContaining("all 1 connections");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(30));
        }
    }

    @Test
    @Feature({"14.2", "14.5"})
    default void aHundredNestedUsesOfAPoolOfOneOrTenEndOneWayOrTheOther(Runner run) {
        onAPoolOf(1, run, 100);
        onAPoolOf(10, run, 100);
    }

    @Test
    @Tag("soak")
    @Feature({"14.2", "14.5"})
    default void aThousandNestedUsesOfAPoolOfOneOrTenEndOneWayOrTheOther(Runner run) {
        onAPoolOf(1, run, 1_000);
        onAPoolOf(10, run, 1_000);
    }

    private static void onAPoolOf(int connections, Runner run, int number) {
        run.value(Blog.empty());
        Database pool = Database.builder(run.url())
                .withPool(PoolSettings.DEFAULT.withMaxSize(connections).withAcquireTimeout(Duration.ofMinutes(1)))
                .build();
        run.with(pool, opened -> {
            // a part of the transaction takes no second connection, so none can be refused
            for (Propagation within : List.of(Propagation.NESTED, REQUIRED)) {
                List<String> done = run.list(Flux.range(0, number)
                        .flatMap(
                                i -> DB.transaction(() -> in(within, () -> saved(within.name() + i)))
                                        .map(User::name),
                                number)
                        .contextWrite(opened.use()));
                assertThat(done).hasSize(number);
            }
            run.value(Blog.empty());
            assertThat(nestedUses(run, opened, number).isEmpty()).isEqualTo(connections == 1);
        });
    }

    private static List<String> nestedUses(Runner run, Database pool, int number) {
        AtomicInteger refused = new AtomicInteger();
        List<String> done = run.list(Flux.range(0, number)
                .flatMap(
                        i -> DB.transaction(() -> USERS.count().then(in(REQUIRES_NEW, () -> saved("u" + i))))
                                .map(User::name)
                                .onErrorResume(
                                        error -> error instanceof PoolStarvedException
                                                || error instanceof PoolTimeoutException,
                                        error -> {
                                            refused.incrementAndGet();
                                            return Mono.empty();
                                        }),
                        number)
                .contextWrite(pool.use()));

        assertThat(done.size() + refused.get()).isEqualTo(number);
        assertThat(names(run)).containsExactlyInAnyOrderElementsOf(done);
        return done;
    }
}
