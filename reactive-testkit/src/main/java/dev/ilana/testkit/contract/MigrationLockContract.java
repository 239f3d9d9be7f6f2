package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.connection.PoolSettings;
import dev.ilana.dialect.Capability;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.migrate.Migration;
import dev.ilana.schema.migrate.MigrationEvent;
import dev.ilana.schema.migrate.MigrationEvent.Finished;
import dev.ilana.schema.migrate.MigrationEvent.WaitingForLock;
import dev.ilana.schema.migrate.Migrator;
import dev.ilana.schema.migrate.MigratorSettings;
import dev.ilana.schema.migrate.lock.LockKind;
import dev.ilana.schema.migrate.lock.LockSettings;
import dev.ilana.schema.migrate.lock.MigrationLockLostException;
import dev.ilana.schema.migrate.lock.MigrationLockTimeoutException;
import dev.ilana.testkit.database.Needs;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** One migrator at a time, whichever way the lock is held. */
public interface MigrationLockContract {

    /** How many at once. */
    int RACERS = 8;

    /** Counts how often it ran, and takes its time. */
    final class M20260101_000000_Slow implements Migration {

        private final AtomicInteger runs;
        private final Mono<?> time;

        M20260101_000000_Slow(AtomicInteger runs, Mono<?> time) {
            this.runs = runs;
            this.time = time;
        }

        @Override
        public Publisher<?> up(Schema schema) {
            return schema.create("ships", table -> table.integer("n"))
                    .then(Mono.fromRunnable(runs::incrementAndGet))
                    .then(time.then())
                    .then(DB.table("ships").insert(Map.of("n", 1)));
        }

        @Override
        public Publisher<?> down(Schema schema) {
            return schema.drop("ships");
        }

        @Override
        public boolean checksummed() {
            // It would take its time for that too.
            return false;
        }
    }

    @BeforeEach
    default void nothingMigrated(Runner run) {
        run.list(Migrator.of(run.database(), List.of()).wipe());
    }

    private static Migrator slow(Database database, AtomicInteger runs, Mono<?> time, LockSettings lock) {
        return Migrator.of(database, List.of(new M20260101_000000_Slow(runs, time)))
                .with(MigratorSettings.DEFAULT.withLock(lock));
    }

    private static LockSettings lock(LockKind kind) {
        return LockSettings.DEFAULT.withKind(kind).withLease(Duration.ofSeconds(1));
    }

    private static void race(Runner run, LockKind kind) {
        AtomicInteger runs = new AtomicInteger();
        List<Database> databases = new ArrayList<>();
        for (int i = 0; i < RACERS; i++) {
            databases.add(Database.builder(run.url())
                    .withPool(PoolSettings.DEFAULT.withMaxSize(1))
                    .build());
        }
        List<MigrationEvent> events = run.list(Flux.fromIterable(databases)
                .flatMap(
                        database -> slow(database, runs, Mono.delay(Duration.ofMillis(100)), lock(kind))
                                .migrate(),
                        RACERS));
        run.value(Flux.fromIterable(databases).flatMap(Database::close).then());

        assertThat(runs).hasValue(1);
        assertThat(events).filteredOn(Finished.class::isInstance).hasSize(1);
        assertThat(run.get(DB.table("ships").count())).isEqualTo(1);
    }

    @Test
    @Feature("16.3")
    default void ofManyAtOnceOneMigratesAndTheOthersWait(Runner run) {
        race(run, LockKind.AUTO);
    }

    @Test
    @Feature("16.3")
    default void aLeaseKeepsOthersOutEverywhere(Runner run) {
        race(run, LockKind.LEASE);
    }

    private static void aSecondWaitsAndGivesUp(Runner run, LockKind kind) {
        AtomicInteger runs = new AtomicInteger();
        LockSettings impatient = lock(kind).withTimeout(Duration.ofMillis(600));
        Sinks.Empty<Void> begun = Sinks.empty();
        Sinks.Empty<Void> enough = Sinks.empty();
        Migrator first = slow(run.database(), runs, enough.asMono(), lock(kind));
        Migrator second = slow(run.database(), runs, Mono.empty(), impatient);
        List<MigrationEvent> seen = new ArrayList<>();

        Mono<Throwable> refused = second.migrate()
                .doOnNext(seen::add)
                .then(Mono.<Throwable>empty())
                .onErrorResume(Mono::just);
        var both = run.get(Mono.zip(
                first.migrate().doOnNext(event -> begun.tryEmitEmpty()).count(),
                begun.asMono()
                        .then(refused.zipWhen(error -> first.lockHolder()))
                        .doFinally(signal -> enough.tryEmitEmpty())));

        assertThat(both.getT2().getT1())
                .isInstanceOf(MigrationLockTimeoutException.class)
                .hasMessageStartingWith("another migrator is at work: ");
        assertThat(seen).hasSize(1).allMatch(WaitingForLock.class::isInstance);
        assertThat(both.getT2().getT2().description()).isNotEmpty();
        assertThat(runs).hasValue(1);
        assertThat(run.value(first.lockHolder())).as("afterwards").isNull();
    }

    @Test
    @Feature("16.3")
    default void whoWaitsIsToldOfTheHolderAndGivesUpInTime(Runner run) {
        aSecondWaitsAndGivesUp(run, LockKind.AUTO);
    }

    @Test
    @Feature("16.3")
    default void whoWaitsForALeaseIsToldOfItsHolder(Runner run) {
        aSecondWaitsAndGivesUp(run, LockKind.LEASE);
    }

    private static void theLockIsTakenAway(Runner run, LockKind kind) {
        AtomicInteger runs = new AtomicInteger();
        Sinks.Empty<Void> begun = Sinks.empty();
        Migrator migrator = slow(run.database(), runs, Mono.delay(Duration.ofSeconds(30)), lock(kind));

        Mono<Throwable> ended = migrator.migrate()
                .doOnNext(event -> begun.tryEmitEmpty())
                .then(Mono.<Throwable>empty())
                .onErrorResume(Mono::just);
        var both = run.get(Mono.zip(ended, begun.asMono().then(Mono.defer(migrator::unlock))));

        assertThat(both.getT1()).isInstanceOf(MigrationLockLostException.class);
        assertThat(both.getT2().description()).isNotEmpty();
        assertThat(run.value(migrator.unlock())).as("nobody has it").isNull();
        // What it had begun is rolled back and not left to its thirty seconds.
        run.list(slow(run.database(), runs, Mono.empty(), lock(kind))
                .with(MigratorSettings.DEFAULT.withLock(lock(kind)).withLockTimeout(Duration.ofSeconds(2)))
                .wipe());
        assertThat(run.get(Schema.on(run.database()).hasTable("ships"))).isFalse();
        run.value(Schema.on(run.database()).create("ships", table -> table.integer("n")));
    }

    @Test
    @Feature("16.3")
    default void aRunWhoseLeaseIsTakenAwayEnds(Runner run) {
        theLockIsTakenAway(run, LockKind.LEASE);
    }

    @Test
    @Feature("16.3")
    @Needs(Capability.SESSION_LOCK)
    default void aRunWhoseSessionIsEndedEnds(Runner run) {
        theLockIsTakenAway(run, LockKind.SESSION);
    }

    @Test
    @Feature("16.3")
    default void aLeaseWhoseHolderIsGoneIsTakenOverWhenItsTimeIsUp(Runner run) {
        AtomicInteger runs = new AtomicInteger();
        Migrator migrator = slow(run.database(), runs, Mono.empty(), lock(LockKind.LEASE));
        run.value(Schema.on(run.database()).createIfNotExists("ilana_migrations_lock", table -> {
            table.string("name", 40).primary();
            table.string("holder", 200);
            table.bigInteger("beats");
            table.timestamp("since");
        }));
        run.value(DB.table("ilana_migrations_lock")
                .insert(Map.of(
                        "name",
                        "migrations",
                        "holder",
                        "a dead process x",
                        "beats",
                        7L,
                        "since",
                        java.time.Instant.now())));
        long start = System.nanoTime();

        run.list(migrator.migrate());

        assertThat(runs).hasValue(1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofSeconds(1));
    }
}
