package dev.ilana.testkit.contract;

import static dev.ilana.connection.TransactionOptions.DEFAULT;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.dialect.Capability;
import dev.ilana.error.TransactionTimeoutException;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Needs;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What nobody waits for any more is stopped on the server, and nothing else is. */
public interface ServerCancelContract extends BlogContract {

    /** A statement that takes a number of seconds, which is to be put for {@code %s}. */
    String sleep();

    /** A query of one column, {@code running}: how many of those statements run on this database. */
    String sleeping();

    /** How long after a cancel its connection is free at the latest. */
    default Duration soon() {
        return Duration.ofMillis(200);
    }

    private Mono<Long> sleep(double seconds) {
        return DB.statement(String.format(Locale.ROOT, sleep(), String.format(Locale.ROOT, "%.3f", seconds)));
    }

    private Map<String, Mono<?>> slowWork() {
        Function<Mono<Long>, Mono<Long>> late =
                sleep -> DB.transaction(() -> sleep, DEFAULT.timeout(Duration.ofMillis(100)))
                        .onErrorResume(TransactionTimeoutException.class, error -> Mono.empty());
        return Map.of(
                "a statement", sleep(30),
                "in a transaction", DB.transaction(() -> sleep(30)),
                "in a savepoint", DB.transaction(() -> DB.transaction(() -> sleep(30))),
                "a transaction that is late", late.apply(sleep(30)));
    }

    @Test
    @Needs(Capability.SERVER)
    @Feature("14.5")
    default void whatNobodyWaitsForIsStopped(Runner run) {
        slowWork().forEach((what, work) -> {
            // a busy machine may be late once or twice
            Duration soonest = Duration.ofDays(1);
            for (int attempt = 0; attempt < 5 && soonest.compareTo(soon()) > 0; attempt++) {
                run.value(work.then().timeout(Duration.ofMillis(150), Mono.empty()));
                long cancelled = System.nanoTime();
                run.assertNothingAcquired();
                soonest = Collections.min(List.of(soonest, Duration.ofNanos(System.nanoTime() - cancelled)));
            }
            assertThat(soonest).as(what).isLessThanOrEqualTo(soon());
            assertThat(run.list(DB.select(sleeping())))
                    .as(what)
                    .allSatisfy(
                            row -> assertThat(row.get("running", Long.class)).isZero());
        });
    }

    @Test
    @Needs(Capability.SERVER)
    @Feature({"14.1", "14.5"})
    default void aSavepointThatIsStoppedIsTakenBackAlone(Runner run) {
        run.get(DB.transaction(() -> User.named("before")
                .save()
                .then(DB.transaction(
                        () -> User.named("undone").save().then(sleep(30)), DEFAULT.timeout(Duration.ofMillis(100))))
                .onErrorResume(TransactionTimeoutException.class, error -> Mono.empty())
                .then(User.named("after").save())));

        assertThat(run.list(USERS.query().orderBy(NAME).pluck(NAME))).containsExactly("after", "before");
    }

    /** To stop it would fail the whole transaction on PostgreSQL. */
    @Test
    @Needs(Capability.SERVER)
    @Feature("14.5")
    default void aStatementOfATransactionThatGoesOnIsNotStopped(Runner run) {
        run.get(DB.transaction(() -> User.named("before")
                .save()
                .then(sleep(0.2).timeout(Duration.ofMillis(50), Mono.empty()))
                .then(User.named("after").save())));

        assertThat(run.list(USERS.query().orderBy(NAME).pluck(NAME))).containsExactly("after", "before");
    }

    @Test
    @Needs(Capability.SERVER)
    @Feature("14.5")
    default void aStopHitsNothingThatComesLater(Runner run) {
        assertNothingElseIsHit(run, 120);
    }

    @Test
    @Tag("soak")
    @Needs(Capability.SERVER)
    @Feature("14.5")
    default void manyStopsHitNothingThatComesLater(Runner run) {
        assertNothingElseIsHit(run, 2_000);
    }

    /** Statements that end by themselves at about the time when they are stopped, and others on the same connections. */
    private void assertNothingElseIsHit(Runner run, int cancels) {
        long seed = System.nanoTime();
        Random random = new Random(seed);

        Throwable error = run.value(Flux.range(0, cancels)
                .flatMap(
                        i -> {
                            Mono<Long> sleep = sleep(0.010 + random.nextInt(30) / 1_000.0);
                            Mono<Long> work = i % 2 == 0 ? sleep : DB.transaction(() -> sleep);
                            return work.timeout(Duration.ofMillis(1 + random.nextInt(10)), Mono.empty())
                                    .then(sleep(0.005))
                                    .then(DB.transaction(() -> sleep(0.002).then(USERS.count())));
                        },
                        8)
                .then(Mono.<Throwable>empty())
                .onErrorResume(Mono::just));

        assertThat(error).as("what came later, seed %d", seed).isNull();
        run.assertNothingAcquired();
    }
}
