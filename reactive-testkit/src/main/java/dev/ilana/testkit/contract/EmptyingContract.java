package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.SeedContract.count;
import static dev.ilana.testkit.contract.SeedContract.failure;
import static dev.ilana.testkit.contract.SeedContract.organization;
import static dev.ilana.testkit.contract.SeedContract.row;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.error.ForeignKeyViolationException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.schema.migrate.DestructiveCommandException;
import dev.ilana.schema.migrate.MigratorSettings;
import dev.ilana.schema.seed.Seeder;
import dev.ilana.schema.seed.Seeders;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Tables are emptied in the order of their keys, and keys are left unchecked for a while only. */
public interface EmptyingContract extends SeedContract {

    @Test
    @Feature("17.1")
    default void tablesAreEmptiedChildrenFirst(Runner run) {
        fill(run);
        Seeder emptying = Seeder.of("Emptying", s -> s.truncateInOrder("organizations", "articles", "people", "nodes"));
        run.list(Seeders.of(emptying).run(run.database()));

        for (String table : List.of("organizations", "people", "articles", "nodes")) {
            assertThat(count(run, table)).as(table).isZero();
        }
        assertThat(count(run, "clubs")).isEqualTo(1);
        run.assertNothingAcquired();
    }

    @Test
    @Feature("17.1")
    default void tablesThatReferenceEachOtherAreEmptiedToo(Runner run) {
        fill(run);
        run.list(Seeders.of(Seeder.of("Emptying", s -> s.truncateInOrder("captains", "clubs")))
                .run(run.database()));
        assertThat(count(run, "clubs") + count(run, "captains")).isZero();

        run.list(Seeders.of(Seeder.of("Emptying", s -> s.truncateInOrder("hens", "eggs")))
                .run(run.database()));
        assertThat(count(run, "hens") + count(run, "eggs")).isZero();
        assertThat(run.error(DB.table("eggs").insert(row("id", 9, "other_id", 9))))
                .as("keys are checked again")
                .isInstanceOf(ForeignKeyViolationException.class);
        run.assertNothingAcquired();
    }

    @Test
    @Feature("17.1")
    default void aTableThatOthersStillReferenceKeepsItsRows(Runner run) {
        fill(run);
        assertThat(failure(run, Seeder.of("Emptying", s -> s.truncateInOrder("people", "organizations"))))
                .hasCauseInstanceOf(ForeignKeyViolationException.class);
        assertThat(count(run, "people")).as("all of them or none").isEqualTo(1);
        run.assertNothingAcquired();
    }

    @Test
    @Feature("17.1")
    default void aTruncatedTableCountsItsKeysAnew(Runner run) {
        run.get(DB.table("articles").count());
        fill(run);
        run.list(
                Seeders.of(Seeder.of("Truncating", s -> s.truncate("articles"))).run(run.database()));
        assertThat(count(run, "articles")).isZero();
        assertThat(run.get(DB.table("articles").insertGetId(row("person_id", 1, "title", "New"))))
                .isEqualTo(1);
    }

    @Test
    @Feature("17.1")
    default void foreignKeysAreNotCheckedForAWhileOnly(Runner run) {
        Seeder loose = Seeder.of(
                "Loose",
                s -> s.withoutForeignKeyChecks(() -> DB.table("hens")
                        .insert(row("id", 1, "other_id", 1))
                        .then(DB.table("eggs").insert(row("id", 1, "other_id", 1)))));
        run.list(Seeders.of(loose).run(run.database()));
        assertThat(count(run, "eggs")).isEqualTo(1);

        Seeder failing =
                Seeder.of("Failing", s -> s.withoutForeignKeyChecks(() -> Mono.error(new ArithmeticException("no"))));
        assertThat(failure(run, failing)).hasRootCauseInstanceOf(ArithmeticException.class);
        for (int i = 0; i < Runner.CONNECTIONS; i++) {
            assertThat(run.error(DB.table("eggs").insert(row("id", 9, "other_id", 9))))
                    .isInstanceOf(ForeignKeyViolationException.class);
        }
        run.assertNothingAcquired();
    }

    @Test
    @Feature("17.1")
    default void aDatabaseIsWipedOnlyWhereItMayBe(Runner run) {
        Seeder wiping = Seeder.of("Wiping", s -> s.wipeDatabase());
        MigratorSettings production = MigratorSettings.DEFAULT.withEnvironment("production");

        assertThat(run.error(
                        Seeders.of(wiping).with(production).run(run.database()).then()))
                .hasCauseInstanceOf(DestructiveCommandException.class);
        assertThat(failure(run, new Whole(wiping))).hasCauseInstanceOf(InvalidUsageException.class);
        assertThat(run.error(Seeders.of(wiping).seed(run.database()).then()))
                .as("by a deploy")
                .hasCauseInstanceOf(DestructiveCommandException.class);
        assertThat(count(run, "organizations")).isZero();

        run.list(Seeders.of(wiping).with(production.withForce(true)).run(run.database()));
        assertThat(run.list(Catalog.of(run.database()).tables())).isEmpty();
    }

    private static void fill(Runner run) {
        run.value(DB.table("organizations")
                .insert(organization(1, "acme"))
                .then(DB.table("people").insert(row("id", 1, "organization_id", 1, "email", "a", "name", "Ada")))
                .then(DB.table("articles").insert(row("person_id", 1, "title", "One")))
                .then(DB.table("nodes").insert(row("id", 1, "parent_id", null)))
                .then(DB.table("nodes").insert(row("id", 2, "parent_id", 1)))
                .then(DB.table("nodes").where("id", 1).update(row("parent_id", 2)))
                .then(DB.table("clubs").insert(row("id", 1, "other_id", null)))
                .then(DB.table("captains").insert(row("id", 1, "other_id", 1)))
                .then(DB.table("clubs").where("id", 1).update(row("other_id", 1)))
                .then(Schema.on(run.database())
                        .withoutForeignKeyChecks(() -> DB.table("hens")
                                .insert(row("id", 1, "other_id", 1))
                                .then(DB.table("eggs").insert(row("id", 1, "other_id", 1)))
                                .then())));
    }
}
