package dev.ilana.testkit.contract;

import static dev.ilana.connection.Isolation.READ_COMMITTED;
import static dev.ilana.connection.Isolation.SERIALIZABLE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.connection.Isolation;
import dev.ilana.connection.PoolSettings;
import dev.ilana.connection.TransactionOptions;
import dev.ilana.error.ConnectionFailedException;
import dev.ilana.error.ConnectionLostException;
import dev.ilana.error.DeadlockException;
import dev.ilana.error.LockTimeoutException;
import dev.ilana.error.PoolTimeoutException;
import dev.ilana.error.SerializationFailureException;
import dev.ilana.error.TransactionOutcomeUnknownException;
import dev.ilana.query.Row;
import dev.ilana.schema.build.Schema;
import dev.ilana.testkit.database.ChaosRun;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Many writers move money among few accounts while connections are cut, in the midst of the work and around its COMMIT. Of
 * each transfer it is told what became of it, and that is what the ledger says.
 */
public interface TransferContract extends CutConnections {

    int ACCOUNTS = 100;
    long WORTH = 10_000;
    int WRITERS = 64;
    /** Fewer than writers, so that they also wait for each other here. */
    int CONNECTIONS = 16;

    /** What the writer of a transfer is told. */
    enum Told {
        DONE,
        UNKNOWN,
        FAILED;

        /** That of a typed error; any other is passed on. */
        static Mono<Told> of(Throwable error) {
            if (error instanceof TransactionOutcomeUnknownException) {
                return Mono.just(UNKNOWN);
            }
            return List.of(
                                    ConnectionLostException.class,
                                    ConnectionFailedException.class,
                                    PoolTimeoutException.class,
                                    DeadlockException.class,
                                    SerializationFailureException.class,
                                    LockTimeoutException.class)
                            .contains(error.getClass())
                    ? Mono.just(FAILED)
                    : Mono.error(error);
        }
    }

    @BeforeEach
    default void bank(Runner run) {
        Schema schema = Schema.current();
        Mono<Void> tables = schema.create("accounts", table -> {
                    table.id();
                    table.bigInteger("balance");
                })
                // without a key, so that one done twice is there twice
                .then(schema.create("ledger", table -> {
                    table.bigInteger("id");
                    table.integer("source");
                    table.integer("target");
                    table.bigInteger("amount");
                }));
        run.value(schema.hasTable("ledger").flatMap(there -> there ? Mono.empty() : tables));
        run.value(DB.table("ledger").everything().delete());
        run.value(DB.table("accounts").everything().delete());
        run.value(DB.table("accounts")
                .insert(IntStream.rangeClosed(1, ACCOUNTS)
                        .mapToObj(id -> Map.of("id", id, "balance", WORTH))
                        .toList()));
    }

    @Test
    @Feature({"14.1", "14.4", "14.5"})
    default void noMoneyIsLostOrMadeAtSerializable(Runner run) {
        move(run, ChaosRun.of("transfers at SERIALIZABLE", 100_000), SERIALIZABLE, false);
    }

    @Test
    @Feature({"9.4", "14.1", "14.4", "14.5"})
    default void noMoneyIsLostOrMadeUnderLocks(Runner run) {
        move(run, ChaosRun.of("transfers under locks", 100_000), READ_COMMITTED, true);
    }

    private void move(Runner run, ChaosRun chaos, Isolation isolation, boolean locking) {
        TransactionOptions options = TransactionOptions.attempts(30).isolation(isolation);
        Database writers = pool(run, CONNECTIONS);
        Database admin = pool(run, 2);
        try {
            Map<Long, Told> told = run.get(
                    Flux.range(0, chaos.times())
                            .flatMap(
                                    id -> move(id, chaos.chances(id), options, locking, writers, admin)
                                            .map(became -> Map.entry((long) id, became)),
                                    WRITERS)
                            .collectMap(Map.Entry::getKey, Map.Entry::getValue),
                    chaos.patience());

            Map<Long, Long> lines = lines(run);
            chaos.tell(summary(told, lines));
            assertToldIsWhatIs(told, lines, chaos);
            assertBalancesAreThoseOfTheLedger(run, chaos);
            assertThat(told.values()).filteredOn(Told.DONE::equals).hasSizeGreaterThan(chaos.times() * 3 / 4);
        } finally {
            run.value(writers.close());
            run.value(admin.close());
        }
    }

    private static Database pool(Runner run, int size) {
        return Database.builder(run.url())
                .withPool(PoolSettings.DEFAULT.withMaxSize(size).withConnectTimeout(Duration.ofSeconds(30)))
                .build();
    }

    /** Makes one; of forty, one has its connection cut at any time, and one when its COMMIT is due. */
    private Mono<Told> move(
            int id, Random chances, TransactionOptions options, boolean locking, Database writers, Database admin) {
        Transfer transfer = Transfer.random(id, ACCOUNTS, chances);
        int chance = connectionId().isEmpty() ? 40 : chances.nextInt(40);
        Duration untilCut = Duration.ofNanos(chances.nextInt(chance == 0 ? 15_000_000 : 2_000_000));
        Duration untilCommit = Duration.ofNanos(chances.nextInt(2_000_000));
        Sinks.One<Long> cut = Sinks.one();
        Mono<Void> now =
                Mono.defer(this::ownConnection).doOnNext(cut::tryEmitValue).then();
        Mono<Told> made = DB.transaction(
                        () -> (chance == 0 ? now : Mono.<Void>empty())
                                .then(transfer.make(locking))
                                .delayUntil(line -> chance == 1 ? now.then(Mono.delay(untilCommit)) : Mono.empty()),
                        options)
                .contextWrite(writers.use())
                .thenReturn(Told.DONE)
                .onErrorResume(Told::of)
                .doFinally(signal -> cut.tryEmitEmpty());
        Mono<Void> cutting = cut.asMono()
                .delayElement(untilCut)
                // it may be gone by itself
                .flatMap(connection ->
                        DB.statement(cut(connection)).contextWrite(admin.use()).onErrorComplete())
                .then();
        return Mono.zip(made, cutting.thenReturn(true)).map(both -> both.getT1());
    }

    /** For each transfer how many lines it has. */
    private static Map<Long, Long> lines(Runner run) {
        return run.get(DB.table("ledger")
                .get()
                .collect(
                        HashMap::new,
                        (lines, row) -> lines.merge(Objects.requireNonNull(row.get("id", Long.class)), 1L, Long::sum)));
    }

    private static void assertToldIsWhatIs(Map<Long, Told> told, Map<Long, Long> lines, ChaosRun chaos) {
        told.forEach((id, became) -> {
            long there = lines.getOrDefault(id, 0L);
            switch (became) {
                case DONE -> assertThat(there).as("%d done; %s", id, chaos).isOne();
                case UNKNOWN ->
                    assertThat(there).as("%d unknown; %s", id, chaos).isBetween(0L, 1L);
                case FAILED -> assertThat(there).as("%d failed; %s", id, chaos).isZero();
            }
        });
        assertThat(told).containsKeys(lines.keySet().toArray(Long[]::new));
    }

    private static void assertBalancesAreThoseOfTheLedger(Runner run, ChaosRun chaos) {
        Map<Long, Long> due = new HashMap<>();
        IntStream.rangeClosed(1, ACCOUNTS).forEach(account -> due.put((long) account, WORTH));
        for (Row line : run.list(DB.table("ledger").get())) {
            long amount = number(line, "amount");
            due.merge(number(line, "source"), -amount, Long::sum);
            due.merge(number(line, "target"), amount, Long::sum);
        }
        Map<Long, Long> held = new HashMap<>();
        run.list(DB.table("accounts").get()).forEach(row -> held.put(number(row, "id"), number(row, "balance")));

        assertThat(held).as("balances; %s", chaos).isEqualTo(due);
        assertThat(held.values().stream().mapToLong(Long::longValue).sum())
                .as("the sum; %s", chaos)
                .isEqualTo(ACCOUNTS * WORTH);
    }

    private static long number(Row row, String column) {
        return Objects.requireNonNull(row.get(column, Long.class));
    }

    private static String summary(Map<Long, Told> told, Map<Long, Long> lines) {
        Map<Told, Long> counts = new HashMap<>();
        told.values().forEach(became -> counts.merge(became, 1L, Long::sum));
        long there = told.entrySet().stream()
                .filter(one -> one.getValue() == Told.UNKNOWN && lines.containsKey(one.getKey()))
                .count();
        return counts + ", of the unknown " + there + " are there";
    }
}
