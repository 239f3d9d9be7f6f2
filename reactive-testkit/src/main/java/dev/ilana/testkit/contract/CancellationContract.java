package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.testkit.contract.blog.Comment;
import dev.ilana.testkit.database.ChaosRun;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whatever is cancelled, whenever: every connection comes back, no transaction stays open, nothing is half done. */
public interface CancellationContract extends BlogContract {

    /** A query of one column, {@code open}: how many sessions other than the asking one have a transaction open. */
    String openTransactions();

    @Test
    @Feature({"12.2", "14.5"})
    default void randomCancelsLeaveNothingBehind(Runner run) {
        ChaosRun chaos = ChaosRun.of("cancels", 100_000);
        CancelledWork work = run.get(CancelledWork.prepared());
        AtomicInteger completed = new AtomicInteger();

        run.get(
                Flux.range(0, chaos.times())
                        // A million statements to look at would be most of the heap.
                        .doOnNext(i -> run.forgetStatements())
                        .flatMap(
                                i -> work.of(i)
                                        .doOnComplete(completed::incrementAndGet)
                                        // one in eight is let through, of every kind, however slow the machine
                                        .takeUntilOther(
                                                i % 8 == 0
                                                        ? Mono.never()
                                                        : Mono.delay(Duration.ofNanos(
                                                                chaos.chances(i).nextInt(6_000_000)))),
                                16)
                        .count(),
                chaos.patience());

        run.assertNothingAcquired();
        chaos.tell(completed + " were through");
        assertThat(completed.get()).as("some are through; %s", chaos).isBetween(1, chaos.times() - 1);
        assertNoneOpen(run, chaos);
        work.assertNothingIsHalfDone(run, chaos);
        assertEachConnectionAnswers(run);
        assertNoneOpen(run, chaos);
    }

    private void assertNoneOpen(Runner run, ChaosRun chaos) {
        assertThat(run.list(DB.select(openTransactions())))
                .as("transactions open on the server; %s", chaos)
                .allSatisfy(row -> assertThat(row.get("open", Long.class)).isZero());
    }

    /** All of the pool at the same time, so that no one stands in for another. */
    private static void assertEachConnectionAnswers(Runner run) {
        Meeting all = new Meeting(Runner.CONNECTIONS);
        List<Long> answers = run.list(Flux.range(0, Runner.CONNECTIONS)
                .flatMap(i -> DB.transaction(() -> USERS.count().delayUntil(count -> all.arrive()))));
        assertThat(answers).hasSize(Runner.CONNECTIONS).allMatch(count -> count >= CancelledWork.USERS_AT_FIRST);
    }

    @Test
    @Feature("14.5")
    default void aCancelInEveryPhaseOfATransactionGivesTheConnectionBack(Runner run) {
        for (int micros = 0; micros < 4_000; micros += 50) {
            Flux<Long> cancelled =
                    CancelledWork.pair(micros).flux().takeUntilOther(Mono.delay(Duration.ofNanos(micros * 1_000L)));
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
