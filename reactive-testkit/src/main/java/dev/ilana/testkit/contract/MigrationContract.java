package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.CitiesContract.both;
import static dev.ilana.testkit.contract.CitiesContract.catalog;
import static dev.ilana.testkit.contract.CitiesContract.done;
import static dev.ilana.testkit.contract.CitiesContract.states;
import static dev.ilana.testkit.contract.CitiesContract.texts;
import static dev.ilana.testkit.contract.CitiesContract.three;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.dialect.Capability;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.schema.migrate.MigrateOptions;
import dev.ilana.schema.migrate.Migration;
import dev.ilana.schema.migrate.MigrationEvent;
import dev.ilana.schema.migrate.MigrationEvent.Finished;
import dev.ilana.schema.migrate.MigrationFailedException;
import dev.ilana.schema.migrate.MigrationNotFoundException;
import dev.ilana.schema.migrate.MigrationStatus;
import dev.ilana.schema.migrate.MigrationStatus.State;
import dev.ilana.schema.migrate.Migrator;
import dev.ilana.schema.migrate.MigratorSettings;
import dev.ilana.schema.migrate.Rollback;
import dev.ilana.schema.migrate.UnknownMigrationException;
import dev.ilana.testkit.database.Needs;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** Migrations are applied once, in order, and taken back in the order they came. */
public interface MigrationContract extends CitiesContract {

    /** Does not want to run. */
    final class M20260105_000000_NotNow implements Migration {
        @Override
        public Publisher<?> up(Schema schema) {
            return schema.create("never", table -> table.id());
        }

        @Override
        public Publisher<?> down(Schema schema) {
            return schema.drop("never");
        }

        @Override
        public Mono<Boolean> shouldRun(Schema schema) {
            return schema.hasTable("cities").map(there -> !there);
        }
    }

    /** Belongs to another database. */
    final class M20260106_000000_OfAnother implements Migration {
        @Override
        public Publisher<?> up(Schema schema) {
            return schema.create("events", table -> table.id());
        }

        @Override
        public Publisher<?> down(Schema schema) {
            return schema.drop("events");
        }

        @Override
        public String connection() {
            return "analytics";
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

    @Test
    @Feature({"16.1", "16.2"})
    default void pendingMigrationsAreAppliedInOrderAndOnce(Runner run) {
        assertThat(states(run, both(run))).containsExactly(State.PENDING, State.PENDING);

        assertThat(done(run.list(both(run).migrate()))).containsExactly("UP CreateCities", "UP AddLagos");

        assertThat(run.get(DB.table("cities").count())).isEqualTo(1);
        assertThat(states(run, both(run))).containsExactly(State.APPLIED, State.APPLIED);
        assertThat(run.list(both(run).migrate())).as("a second time").isEmpty();
    }

    @Test
    @Feature("16.2")
    default void eachStatementIsAnEventBetweenStartAndFinish(Runner run) {
        List<MigrationEvent> events = run.list(both(run).migrate());

        assertThat(events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Started", "Statement", "Finished", "Started", "Statement", "Finished");
        assertThat(events.get(1))
                .isInstanceOfSatisfying(
                        MigrationEvent.Statement.class,
                        statement -> assertThat(statement.sql()).startsWith("create table "));
        assertThat(((Finished) events.get(2)).duration()).isPositive();
    }

    @Test
    @Feature("16.2")
    default void rollbackTakesBackTheLastBatch(Runner run) {
        Migrator first = Migrator.of(run.database(), List.of(new M20260101_000000_CreateCities()));
        run.list(first.migrate());
        run.list(both(run).migrate());

        assertThat(done(run.list(both(run).rollback()))).containsExactly("DOWN AddLagos");
        assertThat(run.get(DB.table("cities").count())).isZero();
        assertThat(states(run, both(run))).containsExactly(State.APPLIED, State.PENDING);

        run.list(both(run).rollback());
        assertThat(run.get(Schema.on(run.database()).hasTable("cities"))).isFalse();
        assertThat(run.list(both(run).rollback())).as("nothing left").isEmpty();
    }

    @Test
    @Feature("16.2")
    default void rollbackTakesBackWhatIsChosen(Runner run) {
        run.list(three(run).migrate(MigrateOptions.ALL.inSteps()));
        assertThat(run.list(three(run).status()))
                .extracting(MigrationStatus::batch)
                .containsExactly(1, 2, 3);

        assertThat(done(run.list(three(run).rollback(Rollback.steps(2)))))
                .containsExactly("DOWN CreateStreets", "DOWN AddLagos");
        run.list(three(run).migrate());
        assertThat(done(run.list(three(run).rollback(Rollback.to("M20260102_000000_AddLagos")))))
                .containsExactly("DOWN CreateStreets");
        assertThat(done(run.list(three(run).rollback(Rollback.batch(1))))).containsExactly("DOWN CreateCities");
    }

    @Test
    @Feature("16.2")
    default void onlyWhatIsChosenIsApplied(Runner run) {
        assertThat(done(run.list(three(run).migrate(MigrateOptions.ALL.to("M20260102_000000_AddLagos")))))
                .containsExactly("UP CreateCities", "UP AddLagos");
        run.list(three(run).reset());
        assertThat(done(run.list(three(run).migrate(MigrateOptions.ALL.only("M20260101_000000_CreateCities")))))
                .containsExactly("UP CreateCities");
        assertThat(run.error(three(run)
                        .migrate(MigrateOptions.ALL.to("M20270101_000000_Nowhere"))
                        .then(Mono.just(1))))
                .isInstanceOf(UnknownMigrationException.class)
                .hasMessageContaining("M20260104_000000_CreateStreets");
    }

    @Test
    @Feature({"16.1", "16.2"})
    default void upDownAndUpAgainLeavesTheCatalogAsItWas(Runner run) {
        run.list(both(run).migrate());
        List<String> before = texts(catalog(run));
        run.list(three(run).migrate());
        List<String> after = texts(catalog(run));
        assertThat(after).hasSizeGreaterThan(before.size());

        run.list(three(run).rollback());
        assertThat(texts(catalog(run))).isEqualTo(before);
        run.list(three(run).migrate());
        assertThat(texts(catalog(run))).isEqualTo(after);
        assertThat(done(run.list(three(run).refresh(Rollback.steps(1)))))
                .containsExactly("DOWN CreateStreets", "UP CreateStreets");
        assertThat(texts(catalog(run))).isEqualTo(after);
        assertThat(done(run.list(three(run).refresh()))).hasSize(6);
        assertThat(texts(catalog(run))).isEqualTo(after);
        assertThat(done(run.list(three(run).fresh()))).hasSize(3);
        assertThat(texts(catalog(run))).isEqualTo(after);
        assertThat(done(run.list(three(run).reset()))).hasSize(3);
        assertThat(catalog(run)).isEmpty();
        assertThat(states(run, three(run))).containsOnly(State.PENDING);
        run.list(three(run).migrate());
        assertThat(texts(catalog(run))).isEqualTo(after);
    }

    @Test
    @Feature({"16.1", "16.2"})
    @Needs(Capability.SCHEMA)
    default void theHistoryMayBeInASchemaOfItsOwn(Runner run) {
        Schema schema = Schema.on(run.database());
        run.value(schema.dropSchemaCascade("ops"));
        Migrator migrator = three(run).with(MigratorSettings.DEFAULT.withSchema("ops"));

        run.list(migrator.migrate());
        assertThat(run.get(schema.hasTable("ops.ilana_migrations"))).isTrue();
        assertThat(run.get(schema.hasTable("ops.cities"))).isFalse();
        assertThat(run.get(schema.hasTable("cities"))).isTrue();
        assertThat(run.get(schema.hasTable("ilana_migrations"))).isFalse();
        assertThat(states(run, migrator)).containsOnly(State.APPLIED);
        assertThat(states(run, three(run))).as("another history").containsOnly(State.PENDING);

        assertThat(done(run.list(migrator.refresh()))).hasSize(6);
        assertThat(done(run.list(migrator.fresh()))).hasSize(3);
        run.value(schema.create("ops.notes", t -> t.id()));
        assertThat(run.list(migrator.wipe())).contains(new MigrationEvent.Dropped("table", "ops.ilana_migrations"));
        assertThat(run.list(Catalog.of(run.database()).tables())).isEmpty();
        assertThat(run.get(schema.hasTable("ops.notes")))
                .as("what is in other schemas")
                .isTrue();
        run.value(schema.dropSchemaCascade("ops"));
    }

    @Test
    @Feature("16.4")
    default void anEditOfAChangeIsFoundOutWhateverTheDatabaseHas(Runner run) {
        Migration cities = new M20260101_000000_CreateCities();
        Migrator before = Migrator.of(run.database(), List.of(cities, new M20260107_000000_Changes(false)));
        run.list(before.migrate());
        assertThat(states(run, before)).containsOnly(State.APPLIED);
        run.value(Schema.on(run.database()).table("cities", t -> t.text("name").change()));
        assertThat(states(run, before)).as("the table is another now").containsOnly(State.APPLIED);
        assertThat(states(run, Migrator.of(run.database(), List.of(cities, new M20260107_000000_Changes(true)))))
                .containsExactly(State.APPLIED, State.EDITED);
    }

    @Test
    @Feature("16.1")
    default void oneThatDoesNotWantToRunStaysPending(Runner run) {
        Migrator migrator = Migrator.of(
                run.database(), List.of(new M20260101_000000_CreateCities(), new M20260105_000000_NotNow()));

        assertThat(run.list(migrator.migrate()))
                .filteredOn(MigrationEvent.Skipped.class::isInstance)
                .hasSize(1);
        assertThat(states(run, migrator)).containsExactly(State.APPLIED, State.PENDING);
    }

    @Test
    @Feature("16.1")
    default void eachConnectionHasItsMigrationsAndItsHistory(Runner run) {
        Migrator main = Migrator.of(
                run.database(), List.of(new M20260101_000000_CreateCities(), new M20260106_000000_OfAnother()));
        Migrator analytics =
                main.with(MigratorSettings.DEFAULT.withConnection("analytics").withTable("analytics_migrations"));

        assertThat(done(run.list(main.migrate()))).containsExactly("UP CreateCities");
        assertThat(done(run.list(analytics.migrate()))).containsExactly("UP OfAnother");
        assertThat(run.get(DB.table("analytics_migrations").count())).isEqualTo(1);
        assertThat(states(run, main)).containsExactly(State.APPLIED);
        assertThat(run.list(main.list()))
                .extracting(info -> info.migration().value())
                .containsExactly("M20260101_000000_CreateCities");
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
    @Needs(Capability.TRANSACTIONAL_DDL)
    default void whereTheDatabaseCanAFailureLeavesNothingOfItsMigration(Runner run) {
        Migrator migrator =
                Migrator.of(run.database(), List.of(new M20260101_000000_CreateCities(), new M20260103_000000_Fails()));

        assertThat(run.error(migrator.migrate().then(Mono.just(1))))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("M20260103_000000_Fails");

        assertThat(run.get(Schema.on(run.database()).hasTable("halves"))).isFalse();
        assertThat(run.get(DB.table("cities").count())).isZero();
        assertThat(states(run, migrator)).containsExactly(State.APPLIED, State.PENDING);
    }
}
