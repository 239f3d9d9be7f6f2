package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.dialect.Capability;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.migrate.Migration;
import dev.ilana.schema.migrate.MigrationEvent;
import dev.ilana.schema.migrate.MigrationFailedException;
import dev.ilana.schema.migrate.MigrationNotFoundException;
import dev.ilana.schema.migrate.MigrationStatus;
import dev.ilana.schema.migrate.MigrationStatus.State;
import dev.ilana.schema.migrate.Migrator;
import dev.ilana.schema.migrate.MigratorSettings;
import dev.ilana.schema.migrate.Rollback;
import dev.ilana.testkit.database.Needs;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Migrations are applied once, in order, and taken back in the order they came. */
public interface MigrationContract {

    /** Makes the table of cities. */
    final class M20260101_000000_CreateCities implements Migration {
        @Override
        public Publisher<?> up(Schema schema) {
            return schema.create("cities", table -> {
                table.id();
                table.string("name");
            });
        }

        @Override
        public Publisher<?> down(Schema schema) {
            return schema.drop("cities");
        }
    }

    /** Puts a city in. */
    final class M20260102_000000_AddLagos implements Migration {
        @Override
        public Publisher<?> up(Schema schema) {
            return DB.table("cities").insert(Map.of("name", "Lagos"));
        }

        @Override
        public Publisher<?> down(Schema schema) {
            return DB.table("cities").where("name", "Lagos").delete();
        }
    }

    /** Makes a table, then fails. */
    final class M20260103_000000_Fails implements Migration {
        @Override
        public Publisher<?> up(Schema schema) {
            return schema.create("halves", table -> table.id())
                    .then(DB.table("cities").insert(Map.of("name", "Half")))
                    .then(DB.table("nowhere").insert(Map.of("name", "x")));
        }

        @Override
        public Publisher<?> down(Schema schema) {
            return schema.drop("halves");
        }
    }

    @BeforeEach
    default void nothingMigrated(Runner run) {
        Schema schema = Schema.on(run.database());
        for (String table : List.of("cities", "halves", MigratorSettings.DEFAULT.table())) {
            run.value(schema.dropIfExists(table));
        }
    }

    private static Migrator both(Runner run) {
        return Migrator.of(
                run.database(), List.of(new M20260102_000000_AddLagos(), new M20260101_000000_CreateCities()));
    }

    private static List<State> states(Runner run, Migrator migrator) {
        return run.list(migrator.status()).stream().map(MigrationStatus::state).toList();
    }

    @Test
    @Feature({"16.1", "16.2"})
    default void pendingMigrationsAreAppliedInOrderAndOnce(Runner run) {
        assertThat(states(run, both(run))).containsExactly(State.PENDING, State.PENDING);

        List<MigrationEvent> events = run.list(both(run).migrate());

        assertThat(events).hasSize(4);
        assertThat(run.get(DB.table("cities").count())).isEqualTo(1);
        assertThat(states(run, both(run))).containsExactly(State.APPLIED, State.APPLIED);
        assertThat(run.list(both(run).migrate())).as("a second time").isEmpty();
    }

    @Test
    @Feature("16.2")
    default void rollbackTakesBackTheLastBatch(Runner run) {
        Migrator first = Migrator.of(run.database(), List.of(new M20260101_000000_CreateCities()));
        run.list(first.migrate());
        run.list(both(run).migrate());

        assertThat(run.list(both(run).rollback())).hasSize(2);
        assertThat(run.get(DB.table("cities").count())).isZero();
        assertThat(states(run, both(run))).containsExactly(State.APPLIED, State.PENDING);

        run.list(both(run).rollback());
        assertThat(run.get(Schema.on(run.database()).hasTable("cities"))).isFalse();
        assertThat(run.list(both(run).rollback())).as("nothing left").isEmpty();

        run.list(both(run).migrate());
        assertThat(run.list(both(run).rollback(Rollback.steps(2)))).hasSize(4);
        assertThat(states(run, both(run))).containsExactly(State.PENDING, State.PENDING);
    }

    @Test
    @Feature("16.2")
    default void aMissingMigrationIsReportedAndNotRolledBack(Runner run) {
        run.list(both(run).migrate());
        Migrator without = Migrator.of(run.database(), List.of(new M20260101_000000_CreateCities()));

        assertThat(states(run, without)).containsExactly(State.APPLIED, State.MISSING);
        assertThat(run.error(without.rollback().then(Mono.just(1)))).isInstanceOf(MigrationNotFoundException.class);
        assertThat(run.get(DB.table("cities").count())).isEqualTo(1);
    }

    @Test
    @Feature("16.1")
    default void aFailureEndsTheRunAndIsNotRecorded(Runner run) {
        Migrator migrator =
                Migrator.of(run.database(), List.of(new M20260101_000000_CreateCities(), new M20260103_000000_Fails()));

        assertThat(run.error(migrator.migrate().then(Mono.just(1))))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("M20260103_000000_Fails");
        assertThat(states(run, migrator)).containsExactly(State.APPLIED, State.PENDING);
    }

    @Test
    @Feature("16.1")
    @Needs(Capability.TRANSACTIONAL_DDL)
    default void whereTheDatabaseCanAFailureLeavesNothingOfItsMigration(Runner run) {
        Migrator migrator =
                Migrator.of(run.database(), List.of(new M20260101_000000_CreateCities(), new M20260103_000000_Fails()));

        var unused = run.error(migrator.migrate().then(Mono.just(1)));

        assertThat(run.get(Schema.on(run.database()).hasTable("halves"))).isFalse();
        assertThat(run.get(DB.table("cities").count())).isZero();
    }
}
