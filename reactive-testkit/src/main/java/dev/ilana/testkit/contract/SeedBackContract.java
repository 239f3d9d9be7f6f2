package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.SeedContract.count;
import static dev.ilana.testkit.contract.SeedContract.organization;
import static dev.ilana.testkit.contract.SeedContract.row;
import static dev.ilana.testkit.contract.SeedContract.shop;
import static dev.ilana.testkit.contract.SeedContract.told;
import static dev.ilana.testkit.contract.SeedContract.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.error.ForeignKeyViolationException;
import dev.ilana.schema.seed.DownStrategy;
import dev.ilana.schema.seed.Reaction;
import dev.ilana.schema.seed.Seed;
import dev.ilana.schema.seed.SeedConfig;
import dev.ilana.schema.seed.SeedPlan;
import dev.ilana.testkit.database.Runner;
import org.junit.jupiter.api.Test;

/** Declared rows are taken back children first, and what can not be is told, refused or left alone. */
public interface SeedBackContract extends SeedContract {

    @Test
    @Feature("17.2")
    default void whatWasSeededIsTakenBackByItsKeyChildrenFirst(Runner run) {
        run.list(shop().run(run.database()));
        run.get(DB.table("organizations").insert(organization(7, "other")));
        run.value(DB.table("articles").where("id", 1).delete());

        assertThat(told(run.list(shop().rollback(run.database()))))
                .containsSubsequence("started articles", "started people", "started organizations")
                .noneMatch(line -> line.startsWith("warned"));
        assertThat(values(run, "organizations", "slug")).containsExactly("other");
        assertThat(count(run, "people")).isZero();
    }

    @Test
    @Feature("17.2")
    default void whatCanNotBeTakenBackIsToldRefusedOrLeftAlone(Runner run) {
        SeedPlan plan = SeedPlan.of(Seed.of("organizations").seed(organization(1, "acme")));
        run.list(plan.run(run.database()));
        run.get(DB.table("people").insert(row("organization_id", 1, "email", "a", "name", "Ada")));

        assertThat(told(run.list(plan.rollback(run.database()))))
                .anyMatch(line -> line.startsWith("warned organizations: rows were not taken back: "));
        assertThat(told(run.list(
                        plan.with(SeedConfig.DEFAULT.withTransaction(true)).rollback(run.database()))))
                .anyMatch(line -> line.startsWith("warned organizations: "));
        assertThat(told(run.list(plan.with(SeedConfig.DEFAULT.onRollbackError(Reaction.IGNORE))
                        .rollback(run.database()))))
                .noneMatch(line -> line.startsWith("warned"));
        assertThat(run.error(plan.with(SeedConfig.DEFAULT.onRollbackError(Reaction.THROW))
                        .rollback(run.database())
                        .then()))
                .hasCauseInstanceOf(ForeignKeyViolationException.class);
        assertThat(told(run.list(plan.with(SeedConfig.DEFAULT.withDownStrategy(DownStrategy.SKIP))
                        .rollback(run.database()))))
                .contains("skipped organizations: what was seeded stays");
        assertThat(count(run, "organizations")).isEqualTo(1);
        run.assertNothingAcquired();
    }

    @Test
    @Feature("17.2")
    default void rowsWithoutAKeyAreFoundByAllTheirValues(Runner run) {
        SeedConfig strict = SeedConfig.DEFAULT.onRollbackError(Reaction.THROW);
        SeedPlan keyless = SeedPlan.of(Seed.of("organizations")
                        .seed(row("slug", "a", "name", "A"))
                        .seed(row("slug", "b", "name", "B")))
                .with(strict);
        run.list(keyless.run(run.database()));
        run.get(DB.table("organizations").insert(row("slug", "c", "name", "A")));

        assertThat(run.error(keyless.rollback(run.database()).then()))
                .hasMessageContaining(
                        "a row of organizations was seeded without its key [id]: say upsert(key), or withDeleteByKey(false)");
        run.list(keyless.with(strict.withDeleteByKey(false)).rollback(run.database()));
        assertThat(values(run, "organizations", "slug")).containsExactly("c");
    }
}
