package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.CitiesContract.both;
import static dev.ilana.testkit.contract.CitiesContract.states;
import static dev.ilana.testkit.contract.CitiesContract.three;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.dialect.Capability;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.lint.LintRule;
import dev.ilana.schema.migrate.Deploy;
import dev.ilana.schema.migrate.DeployRefusedException;
import dev.ilana.schema.migrate.DestructiveCommandException;
import dev.ilana.schema.migrate.Migration;
import dev.ilana.schema.migrate.MigrationStatus.State;
import dev.ilana.schema.migrate.Migrator;
import dev.ilana.schema.migrate.UnhealthyDatabaseException;
import dev.ilana.schema.seed.Seed;
import dev.ilana.schema.seed.SeedFailedException;
import dev.ilana.schema.seed.SeedPlan;
import dev.ilana.schema.seed.Seeder;
import dev.ilana.schema.seed.Seeders;
import dev.ilana.testkit.database.Needs;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** A deploy applies what is pending, and does nothing where something stands against it. */
public interface DeployContract extends CitiesContract {

    /** Drops what the old version of the program still reads. */
    final class M20260103_000000_DropCities implements Migration {
        @Override
        public Publisher<?> up(Schema schema) {
            return schema.drop("cities");
        }

        @Override
        public Publisher<?> down(Schema schema) {
            return schema.create("cities", table -> table.id());
        }
    }

    @Test
    @Feature("1.8")
    default void aDeployAppliesWhatIsPendingAndSaysSo(Runner run) {
        Deploy.Report report = run.get(Deploy.of(both(run)).run());

        assertThat(report.health())
                .isNotNull()
                .satisfies(health -> assertThat(health.up()).isTrue());
        assertThat(report.applied())
                .extracting(name -> name.value().substring(17))
                .containsExactly("CreateCities", "AddLagos");
        assertThat(states(run, both(run))).containsOnly(State.APPLIED);

        assertThat(run.get(Deploy.of(both(run)).run()).applied())
                .as("a second time")
                .isEmpty();
    }

    @Test
    @Feature("1.8")
    default void aDeployMayDoItsChecksAlone(Runner run) {
        Deploy.Report report = run.get(
                Deploy.of(both(run)).runMigrations(false).skipHealthCheck(true).run());

        assertThat(report.applied()).isEmpty();
        assertThat(report.health()).isNull();
        assertThat(states(run, both(run))).containsOnly(State.PENDING);
    }

    @Test
    @Feature("1.8")
    default void whatIsUnsafeIsRefusedBeforeAnythingIsDone(Runner run) {
        run.get(Deploy.of(both(run)).run());
        Migrator dropping = Migrator.of(
                run.database(),
                List.of(
                        new M20260101_000000_CreateCities(),
                        new M20260102_000000_AddLagos(),
                        new M20260103_000000_DropCities()));

        Throwable error = run.error(Deploy.of(dropping).run());
        assertThat(error)
                .isInstanceOfSatisfying(
                        DeployRefusedException.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .asString()
                                .startsWith("M20260103_000000_DropCities: drop-table: "));
        assertThat(states(run, dropping)).containsExactly(State.APPLIED, State.APPLIED, State.PENDING);

        assertThat(run.get(Deploy.of(dropping).ignoring(LintRule.DROP_TABLE).run())
                        .applied())
                .hasSize(1);
    }

    @Test
    @Feature("1.8")
    default void aMigrationThatIsGoneOrComesTooLateIsRefused(Runner run) {
        run.list(three(run).migrate());
        Migrator late = Migrator.of(
                run.database(), List.of(new M20260101_000000_CreateCities(), new M20260103_000000_DropCities()));

        Throwable error = run.error(Deploy.of(late).ignoring(LintRule.values()).run());
        assertThat(error).isInstanceOf(DeployRefusedException.class);
        assertThat(((DeployRefusedException) error).problems())
                .containsExactly(
                        "M20260102_000000_AddLagos is applied, but not given any more",
                        "M20260103_000000_DropCities is pending, though one that comes after it was applied",
                        "M20260104_000000_CreateStreets is applied, but not given any more");
        assertThat(error).hasMessageEndingWith("Nothing was done");

        assertThat(run.get(Deploy.of(both(run)).validateBeforeDeploy(false).run())
                        .applied())
                .isEmpty();
    }

    @Test
    @Feature("1.8")
    @Needs(Capability.SERVER)
    default void aDatabaseThatIsNotThereEndsTheDeploy(Runner run) {
        Database nowhere = Database.connect(run.url().replaceFirst(":[0-9]+/", ":1/"));
        Throwable error = run.error(Deploy.of(Migrator.of(nowhere, List.of())).run());

        assertThat(error)
                .isInstanceOfSatisfying(
                        UnhealthyDatabaseException.class,
                        unhealthy -> assertThat(unhealthy.health().up()).isFalse());
        assertThat(error).hasMessageStartingWith("the database is not up: ").hasMessageContaining("127.0.0.1:1/");
        run.value(nowhere.close());
    }

    // Seeds

    @Test
    @Feature("1.8")
    default void aDeployPutsItsRowsInAfterTheMigrations(Runner run) {
        SeedPlan abuja = SeedPlan.of(
                Seed.of("cities").seed(Map.of("id", 7, "name", "Abuja")).upsert());
        Deploy deploy = Deploy.of(both(run)).runSeeds(abuja);
        Deploy.Report report = run.get(deploy.run());

        assertThat(report.applied()).hasSize(2);
        assertThat(report.seeded()).containsExactly("cities: 1 row", "SeedPlan");
        assertThat(run.get(deploy.run()).applied()).isEmpty();
        assertThat(run.list(DB.table("cities").orderBy("id").pluck("name"))).containsExactly("Lagos", "Abuja");
        assertThat(run.get(deploy.runMigrations(false).run()).seeded()).hasSize(2);
        assertThat(run.get(Deploy.of(both(run).pretending()).runSeeds(abuja).run())
                        .seeded())
                .as("nothing is put in where nothing is sent")
                .isEmpty();
    }

    @Test
    @Feature("1.8")
    default void noOtherMigratorIsLetInBeforeTheRowsAreThere(Runner run) {
        Seeder looking = Seeder.of(
                "Looking",
                s -> both(run)
                        .lockHolder()
                        .map(holder -> "held")
                        .defaultIfEmpty("free")
                        .flatMap(lock -> DB.table("cities").insert(Map.of("name", lock))));
        run.get(Deploy.of(both(run)).runSeeds(Seeders.of(looking)).run());

        assertThat(run.list(DB.table("cities").orderBy("id").pluck("name"))).containsExactly("Lagos", "held");
        assertThat(run.value(both(run).lockHolder())).isNull();
    }

    @Test
    @Feature("1.8")
    default void seedsThatFailEndTheDeployAndLeaveTheMigrations(Runner run) {
        Seeder failing = Seeder.of("Failing", s -> s.createInBatches("cities", 1, i -> Map.of("nam", "x")));
        Throwable error =
                run.error(Deploy.of(both(run)).runSeeds(Seeders.of(failing)).run());
        assertThat(error)
                .isInstanceOf(SeedFailedException.class)
                .hasMessageContaining("table cities has no column \"nam\"; did you mean \"name\"?");
        assertThat(states(run, both(run))).containsOnly(State.APPLIED);
        assertThat(run.value(both(run).lockHolder())).isNull();

        assertThat(run.error(Deploy.of(both(run))
                        .runSeeds(Seeders.of(Seeder.of("Wiping", s -> s.wipeDatabase())))
                        .run()))
                .hasCauseInstanceOf(DestructiveCommandException.class);
        assertThat(states(run, both(run))).containsOnly(State.APPLIED);
    }

    @Test
    @Feature("1.8")
    default void aDeployThatIsCancelledAmongItsSeedsLeavesTheMigrationsAndTheLockFree(Runner run)
            throws InterruptedException {
        CountDownLatch seeding = new CountDownLatch(1);
        Seeder waiting = Seeder.of("Waiting", s -> Mono.never().doOnSubscribe(begun -> seeding.countDown()));
        Disposable deploy =
                Deploy.of(both(run)).runSeeds(Seeders.of(waiting)).run().subscribe();
        assertThat(seeding.await(20, TimeUnit.SECONDS)).isTrue();

        deploy.dispose();

        CutOff.assertSoon(run, both(run).lockHolder().hasElement(), held -> !held);
        assertThat(states(run, both(run))).containsOnly(State.APPLIED);
        run.assertNothingAcquired();
    }
}
