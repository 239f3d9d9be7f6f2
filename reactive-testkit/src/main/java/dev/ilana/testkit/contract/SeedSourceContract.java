package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.SeedContract.count;
import static dev.ilana.testkit.contract.SeedContract.everything;
import static dev.ilana.testkit.contract.SeedContract.organization;
import static dev.ilana.testkit.contract.SeedContract.row;
import static dev.ilana.testkit.contract.SeedContract.shop;
import static dev.ilana.testkit.contract.SeedContract.upserting;
import static dev.ilana.testkit.contract.SeedContract.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.schema.migrate.InvalidMigrationNameException;
import dev.ilana.schema.migrate.Migrator;
import dev.ilana.schema.seed.DownStrategy;
import dev.ilana.schema.seed.Reaction;
import dev.ilana.schema.seed.Seed;
import dev.ilana.schema.seed.SeedConfig;
import dev.ilana.schema.seed.SeedPlan;
import dev.ilana.schema.seed.SeedStrategy;
import dev.ilana.testkit.database.Runner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Declared rows are written as a migration, which puts the same rows in and takes them back. */
public interface SeedSourceContract extends SeedContract {

    @Test
    @Feature("17.2")
    default void aPlanWritesItselfAsAMigration(Runner run) {
        SeedPlan plan = upserting()
                .and(Seed.of("organizations").bulkSeed(List.of(organization(3, "bulk"))))
                .and(Seed.of("nodes").seed(row("id", 1, "parent_id", null)).seed(row("id", 2, "parent_id", 1)))
                .and(Seed.of(Organization.ORGANIZATIONS)
                        .seed(Organization.ID.to(4L), Organization.SLUG.to("typed"), Organization.NAME.to("Typed")))
                .and(Seed.of("organizations").seed(organization(5, "elsewhere")).when("production"))
                .with(SeedConfig.DEFAULT
                        .withDefaultStrategy(SeedStrategy.UPSERT)
                        .withGeneratedDown(true));
        String name = "M20261121_093000_SeedShop";
        String source = run.get(plan.migration(run.database(), name));
        assertThat(count(run, "organizations")).as("nothing is put in").isZero();
        assertThat(source).doesNotContain("elsewhere");

        Migrator migrator = Migrator.of(run.database(), List.of(CompiledMigration.of(name, source)));
        run.list(migrator.migrate());
        assertThat(values(run, "organizations", "slug")).containsExactly("acme", "globex", "bulk", "typed");
        assertThat(count(run, "people") + count(run, "articles") + count(run, "nodes"))
                .isEqualTo(5);
        List<String> migrated = everything(run);

        run.list(migrator.rollback());
        assertThat(everything(run)).isEmpty();
        run.list(plan.run(run.database()));
        assertThat(everything(run)).as("the plan itself").isEqualTo(migrated);
    }

    @Test
    @Feature("17.2")
    default void aMigrationTakesBackOnlyWhereItIsToldTo(Runner run) {
        String name = "M20261121_093100_SeedShop";
        for (SeedConfig config : List.of(
                SeedConfig.DEFAULT, SeedConfig.DEFAULT.withGeneratedDown(true).withDownStrategy(DownStrategy.SKIP))) {
            SeedPlan plan = shop().with(config);
            Migrator migrator = Migrator.of(
                    run.database(), List.of(CompiledMigration.of(name, run.get(plan.migration(run.database(), name)))));
            run.list(migrator.migrate());
            run.list(migrator.rollback());
            assertThat(count(run, "organizations")).isEqualTo(2);
            run.list(shop().rollback(run.database()));
        }
        for (Reaction reaction : Reaction.values()) {
            SeedPlan plan = SeedPlan.of(Seed.of("organizations").seed(organization(1, "acme")))
                    .with(SeedConfig.DEFAULT.withGeneratedDown(true).onRollbackError(reaction));
            Migrator migrator = Migrator.of(
                    run.database(), List.of(CompiledMigration.of(name, run.get(plan.migration(run.database(), name)))));
            run.list(migrator.migrate());
            run.get(DB.table("people").insert(row("organization_id", 1, "email", "a", "name", "Ada")));
            boolean failed =
                    run.list(migrator.rollback().materialize()).stream().anyMatch(signal -> signal.isOnError());
            assertThat(failed).as(reaction.name()).isEqualTo(reaction == Reaction.THROW);
            assertThat(count(run, "organizations")).isEqualTo(1);
            emptyTables(run);
        }
    }

    @Test
    @Feature("17.2")
    default void everyTextComesThroughAMigrationsSource(Runner run) {
        List<String> texts = new ArrayList<>(
                HostileStrings.all().stream().filter(SeedContract::isStorable).toList());
        texts.addAll(
                List.of("\" + System.exit(1) + \"", "\\u0022", "line\r\nline", "\t\b\f", "é 漢 \uD83D\uDE00", "a\\"));
        SeedPlan plan = SeedPlan.of(
                Seed.of("articles")
                        .seedFactory(texts.size(), i -> row("id", 1 + i, "person_id", 1, "title", texts.get((int) i))),
                Seed.of("articles").seed(row("id", 9_000, "person_id", 1, "title", "x".repeat(40_000))),
                Seed.of("people").seed(row("id", 1, "organization_id", 1, "email", "a", "name", "Ada")),
                Seed.of("organizations").seed(organization(1, "acme")));
        String name = "M20261121_093200_SeedTexts";
        run.list(Migrator.of(
                        run.database(),
                        List.of(CompiledMigration.of(name, run.get(plan.migration(run.database(), name)))))
                .migrate());

        texts.add("x".repeat(40_000));
        assertThat(values(run, "articles", "title")).isEqualTo(texts);
        assertThatThrownBy(() -> plan.migration(run.database(), "M20261121_093200_x{}"))
                .isInstanceOf(InvalidMigrationNameException.class);
    }
}
