package dev.ilana.testkit.contract;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.dialect.Capability;
import dev.ilana.error.DatabaseException;
import dev.ilana.error.LockTimeoutException;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.schema.migrate.ChecksumMismatchException;
import dev.ilana.schema.migrate.DestructiveCommandException;
import dev.ilana.schema.migrate.DirtyMigrationException;
import dev.ilana.schema.migrate.MigrateOptions;
import dev.ilana.schema.migrate.Migration;
import dev.ilana.schema.migrate.MigrationEvent;
import dev.ilana.schema.migrate.MigrationFailedException;
import dev.ilana.schema.migrate.MigrationStatus;
import dev.ilana.schema.migrate.MigrationStatus.State;
import dev.ilana.schema.migrate.Migrator;
import dev.ilana.schema.migrate.MigratorSettings;
import dev.ilana.schema.migrate.OutOfOrderException;
import dev.ilana.schema.migrate.Resolution;
import dev.ilana.schema.migrate.SqlMigration;
import dev.ilana.schema.migrate.lock.LockKind;
import dev.ilana.schema.migrate.lock.LockSettings;
import dev.ilana.testkit.database.Needs;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What was edited, is late, ended midway or would destroy data is found out before anything is done. */
public interface MigrationSafetyContract {

    /** What came first. */
    String FIRST = "M20260101_000000_First";

    /** What came second. */
    String SECOND = "M20260102_000000_Second";

    @BeforeEach
    default void nothingMigrated(Runner run) {
        run.list(Migrator.of(run.database(), List.of()).wipe());
    }

    private static Migration sql(String name, String up) {
        return SqlMigration.of(name, up, "drop table if exists harbours");
    }

    private static Migrator migrator(Runner run, Migration... migrations) {
        return Migrator.of(run.database(), List.of(migrations)).with(MigratorSettings.DEFAULT.withRetries(0));
    }

    private static List<State> states(Runner run, Migrator migrator) {
        return run.list(migrator.status()).stream().map(MigrationStatus::state).toList();
    }

    private static Throwable error(Runner run, Flux<?> events) {
        return run.error(events.then(Mono.just(1)));
    }

    @Test
    @Feature("16.4")
    default void anEditedMigrationIsReportedAndNothingRuns(Runner run) {
        run.list(migrator(run, sql(FIRST, "create table harbours (id int)")).migrate());
        Migrator edited = migrator(
                run, sql(FIRST, "create table harbours (id bigint)"), sql(SECOND, "create table ports (id int)"));

        assertThat(states(run, edited)).containsExactly(State.EDITED, State.PENDING);
        assertThat(error(run, edited.migrate()))
                .isInstanceOf(ChecksumMismatchException.class)
                .hasMessageContaining(FIRST);
        assertThat(run.get(Schema.on(run.database()).hasTable("ports"))).isFalse();

        run.value(edited.resolve(FIRST, Resolution.APPLIED));
        assertThat(states(run, edited)).containsExactly(State.APPLIED, State.PENDING);
        run.list(edited.migrate());
        assertThat(states(run, edited)).containsExactly(State.APPLIED, State.APPLIED);
    }

    @Test
    @Feature("16.4")
    default void whatDoesNotChangeTheSqlIsNoEdit(Runner run) {
        run.list(migrator(run, sql(FIRST, "create table harbours (id int)")).migrate());
        assertThat(states(run, migrator(run, sql(FIRST, "-- a comment\n\ncreate table harbours (id int);\n"))))
                .containsExactly(State.APPLIED);
    }

    @Test
    @Feature("16.4")
    default void oneThatComesLateIsRefusedUnlessAllowed(Runner run) {
        run.list(migrator(run, sql(SECOND, "create table ports (id int)")).migrate());
        Migrator both =
                migrator(run, sql(FIRST, "create table harbours (id int)"), sql(SECOND, "create table ports (id int)"));

        assertThat(states(run, both)).containsExactly(State.OUT_OF_ORDER, State.APPLIED);
        assertThat(error(run, both.migrate()))
                .isInstanceOf(OutOfOrderException.class)
                .hasMessageContaining(FIRST)
                .hasMessageContaining(SECOND);
        assertThat(run.get(Schema.on(run.database()).hasTable("harbours"))).isFalse();

        run.list(both.migrate(MigrateOptions.ALL.outOfOrder()));
        assertThat(states(run, both)).containsExactly(State.APPLIED, State.APPLIED);
    }

    @Test
    @Feature("16.4")
    default void oneThatEndsMidwayWithoutATransactionIsDirtyUntilItIsResolved(Runner run) {
        Migrator migrator = migrator(
                run,
                sql(
                        FIRST,
                        "-- no transaction\ncreate table harbours (id int);\ninsert into harbours (id) values (1);\n"
                                + "create table nonsense (id nonsense);"),
                sql(SECOND, "create table ports (id int)"));

        assertThat(error(run, migrator.migrate())).isInstanceOf(MigrationFailedException.class);

        assertThat(states(run, migrator)).containsExactly(State.FAILED, State.PENDING);
        assertThat(run.list(migrator.status()).get(0).note())
                .startsWith(FIRST + " failed while it was applied: statement 3 failed (create table nonsense"
                        + " (id nonsense)), the 2 before it are done");
        assertThat(error(run, migrator.migrate()))
                .isInstanceOf(DirtyMigrationException.class)
                .hasMessageContaining(FIRST)
                .hasMessageContaining("resolve");
        assertThat(error(run, migrator.rollback())).isInstanceOf(DirtyMigrationException.class);

        run.value(DB.statement("drop table harbours"));
        run.value(migrator.resolve(FIRST, Resolution.ROLLED_BACK));
        assertThat(states(run, migrator)).containsExactly(State.PENDING, State.PENDING);
        run.list(migrator.migrate(MigrateOptions.ALL.only(SECOND)));
        run.value(migrator.resolve(FIRST, Resolution.APPLIED));
        assertThat(states(run, migrator)).containsExactly(State.APPLIED, State.APPLIED);
    }

    @Test
    @Feature("16.4")
    default void oneWhoseFirstStatementFailsLeavesNothingToResolve(Runner run) {
        Migrator migrator = migrator(run, sql(FIRST, "-- no transaction\ncreate table nonsense (id nonsense)"));
        assertThat(error(run, migrator.migrate())).isInstanceOf(MigrationFailedException.class);
        assertThat(states(run, migrator)).containsExactly(State.PENDING);
    }

    @Test
    @Feature("16.4")
    default void changesOfRowsAreRolledBackAndLeaveNothingToResolve(Runner run) {
        run.list(migrator(run, sql(FIRST, "create table harbours (id int primary key)"))
                .migrate());
        Migrator migrator = migrator(
                run,
                sql(FIRST, "create table harbours (id int primary key)"),
                sql(
                        SECOND,
                        "insert into harbours (id) values (1); insert into harbours (id) values (2);"
                                + "insert into harbours (id) values (1)"));
        assertThat(error(run, migrator.migrate())).isInstanceOf(MigrationFailedException.class);
        assertThat(states(run, migrator)).containsExactly(State.APPLIED, State.PENDING);
        assertThat(run.get(DB.table("harbours").count())).isZero();
    }

    @Test
    @Feature("16.4")
    default void aRollbackThatEndsMidwayIsDirtyToo(Runner run) {
        Migrator migrator = migrator(
                run,
                SqlMigration.of(
                        FIRST,
                        "-- no transaction\ncreate table harbours (id int); create table ports (id int)",
                        "drop table harbours; drop table nowhere"));
        run.list(migrator.migrate());
        assertThat(error(run, migrator.rollback())).isInstanceOf(MigrationFailedException.class);
        assertThat(states(run, migrator)).containsExactly(State.FAILED);
        assertThat(run.list(migrator.status()).get(0).note())
                .startsWith(FIRST + " failed while it was rolled back: statement 2 failed (drop table nowhere)");
        run.value(DB.statement("drop table ports"));
        run.value(migrator.resolve(FIRST, Resolution.ROLLED_BACK));
        assertThat(states(run, migrator)).containsExactly(State.PENDING);
    }

    @Test
    @Feature("16.4")
    default void whatDestroysDataIsRefusedInProduction(Runner run) {
        Migrator first = migrator(run, sql(FIRST, "create table harbours (id int)"));
        MigratorSettings production = MigratorSettings.DEFAULT.withEnvironment("production");
        Migrator careful = first.with(production);
        run.list(careful.migrate());

        for (Flux<?> destructive :
                List.of(careful.rollback(), careful.reset(), careful.refresh(), careful.fresh(), careful.wipe())) {
            assertThat(error(run, destructive)).isInstanceOf(DestructiveCommandException.class);
        }
        MigratorSettings prohibited =
                MigratorSettings.DEFAULT.withProhibitDestructive(true).withForce(true);
        assertThat(error(run, first.with(prohibited).wipe()))
                .isInstanceOf(DestructiveCommandException.class)
                .hasMessage("wipe destroys data, which the settings prohibit");
        assertThat(states(run, first)).containsExactly(State.APPLIED);

        run.list(first.with(production.withForce(true)).rollback());
        assertThat(states(run, first)).containsExactly(State.PENDING);
    }

    /** Another's transaction that keeps the table; it is let go after the third try. */
    @Test
    @Feature("16.4")
    @Needs(Capability.SERVER)
    default void aTableThatIsInUseIsWaitedForInShortTurns(Runner run) {
        run.list(migrator(run, sql(FIRST, "create table harbours (id int)")).migrate());
        run.value(DB.table("harbours").insert(Map.of("id", 1)));
        AtomicInteger tries = new AtomicInteger();
        Migration second = new M20260103_000000_AddsColumn(tries);
        Database other = run.database();
        MigratorSettings impatient =
                MigratorSettings.DEFAULT.withLockTimeout(Duration.ofMillis(200)).withRetries(0);
        Migrator migrator = Migrator.of(run.database(), List.of(sql(FIRST, "create table harbours (id int)"), second));

        Mono<Throwable> whileHeld = other.transaction(() -> DB.table("harbours")
                .everything()
                .update(Map.of("id", 2))
                .then(Mono.deferContextual(held -> migrator.with(impatient)
                        .migrate()
                        .then(Mono.<Throwable>empty())
                        .onErrorResume(Mono::just))));
        assertThat(run.get(whileHeld))
                .isInstanceOf(MigrationFailedException.class)
                .hasCauseInstanceOf(LockTimeoutException.class);
        assertThat(states(run, migrator)).containsExactly(State.APPLIED, State.PENDING);

        tries.set(0);
        Mono<Void> holding = other.transaction(() -> DB.table("harbours")
                .everything()
                .update(Map.of("id", 3))
                .then(Flux.interval(Duration.ofMillis(20))
                        .takeUntil(tick -> tries.get() >= 2)
                        .then()));
        Mono<Long> migrating = Mono.delay(Duration.ofMillis(300))
                .then(migrator.with(impatient.withRetries(10)).migrate().count());
        run.value(Mono.when(holding, migrating));
        assertThat(tries.get()).isGreaterThanOrEqualTo(2);
        assertThat(states(run, migrator)).containsExactly(State.APPLIED, State.APPLIED);
    }

    /** The statements that make a user of that name and password, who may read this database and no more. */
    default List<String> readerOf(String database, String name, String password) {
        return List.of();
    }

    /** The statements that take that user away again. */
    default List<String> withoutReader(String name) {
        return List.of();
    }

    @Test
    @Feature({"16.3", "16.4"})
    @Needs(Capability.SERVER)
    default void whoMayOnlyReadIsRefusedAndLeavesNothing(Runner run) {
        String name = "reader_" + Long.toHexString(System.nanoTime());
        Migration first = sql(FIRST, "create table harbours (id int)");
        Migration second = sql(SECOND, "create table ports (id int)");
        String database = run.url().replaceFirst("\\?.*", "").replaceFirst(".*/", "");
        Database reader = Database.connect(run.url().replaceFirst("//[^@/]+@", "//" + name + ":secret@"));
        readerOf(database, name, "secret").forEach(statement -> run.value(DB.statement(statement)));
        try {
            for (LockKind kind : List.of(LockKind.SESSION, LockKind.LEASE)) {
                MigratorSettings settings = MigratorSettings.DEFAULT
                        .withLock(LockSettings.DEFAULT.withKind(kind))
                        .withRetries(0);
                // Without a history, and with one that has the first.
                refusedToReader(run, reader, settings, first, second);
                run.list(migrator(run, first).with(settings).migrate());
                readerOf(database, name, "").forEach(statement -> run.value(DB.statement(statement)));
                refusedToReader(run, reader, settings, first, second);
                assertThat(states(run, migrator(run, first, second))).containsExactly(State.APPLIED, State.PENDING);
                run.list(migrator(run).with(settings).wipe());
            }
        } finally {
            run.value(reader.close());
            withoutReader(name).forEach(statement -> run.value(DB.statement(statement)));
        }
    }

    private static void refusedToReader(Runner run, Database reader, MigratorSettings settings, Migration... all) {
        Migrator refused = Migrator.of(reader, List.of(all)).with(settings);
        List<QualifiedName> tables = run.list(Catalog.of(run.database()).tables());
        for (Flux<MigrationEvent> work : List.of(refused.migrate(), refused.fresh(), refused.rollback())) {
            List<QualifiedName> before = run.list(Catalog.of(run.database()).tables());
            Throwable error = run.get(work.then(Mono.<Throwable>empty())
                    .onErrorResume(Mono::just)
                    .defaultIfEmpty(new AssertionError("nothing to do")));
            if (error instanceof AssertionError) {
                // What there is nothing of can be taken back by anybody.
                assertThat(before.stream().noneMatch(table -> table.name().equals("harbours")))
                        .isTrue();
            } else {
                assertThat(error instanceof MigrationFailedException ? error.getCause() : error)
                        .isInstanceOf(DatabaseException.class);
            }
        }
        assertThat(run.list(Catalog.of(run.database()).tables())).isEqualTo(tables);
        assertThat(run.value(
                        Migrator.of(run.database(), List.of()).with(settings).lockHolder()))
                .as("the lock")
                .isNull();
    }

    /** Adds a column, and counts how often it was asked to. */
    final class M20260103_000000_AddsColumn implements Migration {

        private final AtomicInteger tries;

        M20260103_000000_AddsColumn(AtomicInteger tries) {
            this.tries = tries;
        }

        @Override
        public Publisher<?> up(Schema schema) {
            return Mono.deferContextual(context -> {
                tries.incrementAndGet();
                return schema.table("harbours", table -> table.integer("depth").nullable());
            });
        }

        @Override
        public Publisher<?> down(Schema schema) {
            return requireNonNull(schema.table("harbours", table -> table.dropColumn("depth")));
        }

        @Override
        public boolean checksummed() {
            return false;
        }
    }
}
