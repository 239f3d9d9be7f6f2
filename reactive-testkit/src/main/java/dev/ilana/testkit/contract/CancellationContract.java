package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.ManualTransaction;
import dev.ilana.connection.Propagation;
import dev.ilana.connection.TransactionOptions;
import dev.ilana.testkit.contract.blog.Comment;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whatever is cancelled, whenever: every connection comes back, no transaction stays open, nothing is half done. */
public interface CancellationContract extends BlogContract {

    /** How many chains are cancelled. */
    default int cancels() {
        return 1_000;
    }

    /** A query of one column, {@code open}: how many sessions other than the asking one have a transaction open. */
    String openTransactions();

    @Test
    @Feature({"12.2", "14.5"})
    default void randomCancelsLeaveNothingBehind(Runner run) {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        run.list(USERS.insertMany(Flux.range(0, 300).map(i -> User.named("u" + i))));
        long firstKey = run.get(USERS.query().min(User.ID));
        AtomicInteger completed = new AtomicInteger();
        AtomicInteger number = new AtomicInteger();

        run.value(Flux.range(0, cancels())
                .flatMap(
                        i -> work(i % 7, firstKey + random.nextInt(300), number)
                                .doOnComplete(completed::incrementAndGet)
                                // one in eight is let through, of every kind, however slow the machine
                                .takeUntilOther(
                                        i % 8 == 0
                                                ? Mono.never()
                                                : Mono.delay(Duration.ofNanos(random.nextInt(6_000_000)))),
                        16)
                .then());

        run.assertNothingAcquired();
        assertThat(completed.get()).as("some are through, seed %d", seed).isBetween(1, cancels() - 1);
        assertThat(run.list(DB.select(openTransactions())))
                .as("transactions open on the server, seed %d", seed)
                .allSatisfy(row -> assertThat(row.get("open", Long.class)).isZero());
        long left = run.get(DB.table("roles").where("name", "like", "left %").count());
        long right = run.get(DB.table("roles").where("name", "like", "right %").count());
        assertThat(left).as("pairs, seed %d", seed).isEqualTo(right).isPositive();
    }

    private static Flux<?> work(int kind, long key, AtomicInteger number) {
        return switch (kind) {
            case 0 -> USERS.find(key).flux();
            case 1 -> USERS.query().with("posts").lazyById(20);
            case 2 -> USERS.query().with("posts").cursor(40);
            case 3 ->
                DB.transaction(() -> USERS.query()
                                .cursor(50)
                                .concatMap(user -> USERS.find(key))
                                .take(60)
                                .count())
                        .flux();
            case 4 ->
                DB.transaction(() -> DB.transaction(
                                () -> pair(number.incrementAndGet()),
                                TransactionOptions.DEFAULT.propagation(Propagation.REQUIRED)))
                        .flux();
            case 5 -> byHand(pair(number.incrementAndGet())).flux();
            default -> pair(number.incrementAndGet()).flux();
        };
    }

    private static Mono<Long> byHand(Mono<Long> work) {
        return Mono.usingWhen(
                DB.beginTransaction(TransactionOptions.DEFAULT.timeout(Duration.ofSeconds(2))),
                trx -> work.contextWrite(trx.use()),
                ManualTransaction::commit,
                (trx, error) -> trx.rollback(),
                ManualTransaction::rollback);
    }

    private static Mono<Long> pair(int n) {
        return DB.transaction(() -> DB.table("roles")
                .insert(Map.of("name", "left " + n))
                .then(DB.transaction(() -> DB.table("roles").insert(Map.of("name", "right " + n)))));
    }

    @Test
    @Feature("14.5")
    default void aCancelInEveryPhaseOfATransactionGivesTheConnectionBack(Runner run) {
        for (int micros = 0; micros < 4_000; micros += 50) {
            Flux<Long> cancelled = pair(micros).flux().takeUntilOther(Mono.delay(Duration.ofNanos(micros * 1_000L)));
            run.value(cancelled.then());
        }
        run.assertNothingAcquired();
        // the same connections, used again: a transaction left open would show here
        assertThat(run.get(Flux.range(0, 20).flatMap(i -> USERS.count()).count()))
                .isEqualTo(20);
        assertThat(run.get(Comment.COMMENTS.count())).isZero();
        assertThat(run.get(DB.table("roles").where("name", "like", "left %").count()))
                .isEqualTo(run.get(
                        DB.table("roles").where("name", "like", "right %").count()));
    }
}
