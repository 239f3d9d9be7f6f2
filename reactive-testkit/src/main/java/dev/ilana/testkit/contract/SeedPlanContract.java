package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.SeedContract.count;
import static dev.ilana.testkit.contract.SeedContract.everything;
import static dev.ilana.testkit.contract.SeedContract.organization;
import static dev.ilana.testkit.contract.SeedContract.row;
import static dev.ilana.testkit.contract.SeedContract.shop;
import static dev.ilana.testkit.contract.SeedContract.told;
import static dev.ilana.testkit.contract.SeedContract.upserting;
import static dev.ilana.testkit.contract.SeedContract.values;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.error.IlanaException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.error.UnknownColumnException;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.introspect.UnknownTableException;
import dev.ilana.schema.seed.PlannedSeeds;
import dev.ilana.schema.seed.Reaction;
import dev.ilana.schema.seed.Seed;
import dev.ilana.schema.seed.SeedConfig;
import dev.ilana.schema.seed.SeedCycleException;
import dev.ilana.schema.seed.SeedEvent;
import dev.ilana.schema.seed.SeedEvent.Progressed;
import dev.ilana.schema.seed.SeedFailedException;
import dev.ilana.schema.seed.SeedPlan;
import dev.ilana.schema.seed.SeedStep;
import dev.ilana.schema.seed.SeedStrategy;
import dev.ilana.schema.seed.Seeder;
import dev.ilana.schema.seed.Seeders;
import dev.ilana.testkit.database.Runner;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** Declared rows are put in parents first, as often as one likes, where they belong. */
public interface SeedPlanContract extends SeedContract {

    @Test
    @Feature("17.2")
    default void rowsArePutInParentsFirst(Runner run) {
        List<SeedEvent> events = run.list(shop().run(run.database()));

        assertThat(told(events))
                .containsExactly(
                        "started SeedPlan",
                        "started organizations",
                        "organizations 2 of 2",
                        "finished organizations: 2",
                        "started people",
                        "people 2 of 2",
                        "finished people: 2",
                        "started articles",
                        "articles 1 of 1",
                        "finished articles: 1",
                        "finished SeedPlan: 0");
        assertThat(values(run, "people", "email")).containsExactly("ada@x.org", "bob@x.org");
        assertThat(count(run, "articles")).isEqualTo(1);
        run.assertNothingAcquired();
    }

    @Test
    @Feature("17.2")
    default void aPlanShowsItsStepsAndPutsNothingIn(Runner run) {
        PlannedSeeds planned =
                run.get(shop().and(Seed.of("nodes").seed(row("id", 1)).when("test", "staging"))
                        .plan(run.database()));

        assertThat(planned.steps())
                .extracting(SeedStep::table)
                .containsExactly("organizations", "people", "articles", "nodes");
        assertThat(planned.rows()).isEqualTo(5);
        assertThat(planned.cycles()).isEmpty();
        assertThat(planned.toString().lines())
                .containsExactly(
                        "insert 2 rows into organizations",
                        "insert 2 rows into people",
                        "insert 1 row into articles",
                        "insert 1 row into nodes in staging, test: not here");
        assertThat(count(run, "organizations")).isZero();
        assertThat(run.get(upserting().plan(run.database()))).hasToString("""
                upsert 2 rows into organizations by id
                upsert 2 rows into people by id
                upsert 1 row into articles by id""");
    }

    @Test
    @Feature("17.2")
    default void aCycleIsToldOfRefusedOrLeftAlone(Runner run) {
        SeedPlan circle = SeedPlan.of(
                Seed.of("captains").seed(row("id", 1, "other_id", 1)),
                Seed.of("clubs").seed(row("id", 1)));

        assertThat(told(run.list(circle.run(run.database()))))
                .as("what may be null goes first")
                .contains("warned SeedPlan: no order is right for captains, clubs, which reference each other")
                .containsSubsequence("finished clubs: 1", "finished captains: 1");
        assertThat(run.get(circle.plan(run.database())).cycles())
                .containsExactly(List.of(QualifiedName.of("captains"), QualifiedName.of("clubs")));
        run.value(DB.table("captains")
                .everything()
                .delete()
                .then(DB.table("clubs").everything().delete()));

        Throwable refused = run.error(circle.with(SeedConfig.DEFAULT.onCycle(Reaction.THROW))
                .run(run.database())
                .then());
        assertThat(refused).hasCauseInstanceOf(SeedCycleException.class);
        assertThat(count(run, "clubs")).isZero();

        for (SeedConfig quiet : List.of(
                SeedConfig.DEFAULT.onCycle(Reaction.IGNORE),
                SeedConfig.DEFAULT.onCycle(Reaction.THROW).withCycleDetection(false))) {
            assertThat(told(run.list(circle.with(quiet).run(run.database()))))
                    .noneMatch(line -> line.startsWith("warned"));
            run.value(DB.table("captains")
                    .everything()
                    .delete()
                    .then(DB.table("clubs").everything().delete()));
        }
    }

    @Test
    @Feature("17.2")
    default void rowsOfATableThatReferencesItselfKeepTheirOrder(Runner run) {
        SeedPlan tree = SeedPlan.of(Seed.of("nodes")
                .seed(row("id", 1))
                .seed(row("id", 2, "parent_id", 1))
                .seedFactory(3, i -> row("id", 3 + i, "parent_id", 2 + i)));
        run.list(tree.run(run.database()));
        assertThat(count(run, "nodes")).isEqualTo(5);

        assertThat(told(run.list(tree.rollback(run.database())))).noneMatch(line -> line.startsWith("warned"));
        assertThat(count(run, "nodes")).isZero();
    }

    // What is there already

    @Test
    @Feature("17.2")
    default void whatIsUpsertedTwiceIsTheSame(Runner run) {
        run.list(upserting().run(run.database()));
        List<String> once = everything(run);
        run.list(upserting().run(run.database()));

        assertThat(everything(run)).isEqualTo(once).hasSize(5);
        assertThat(run.error(shop().run(run.database()).then()))
                .as("inserting")
                .hasCauseInstanceOf(UniqueViolationException.class);
    }

    @Test
    @Feature("17.2")
    default void anUpsertGoesByItsKeyAndChangesItsFields(Runner run) {
        run.get(DB.table("organizations").insert(row("id", 9, "slug", "acme", "name", "Old")));
        run.list(SeedPlan.of(Seed.of("organizations")
                        .seed(row("slug", "acme", "name", "New"))
                        .upsert("slug"))
                .run(run.database()));
        assertThat(values(run, "organizations", "name")).containsExactly("New");

        run.list(SeedPlan.of(Seed.of("organizations")
                        .seed(List.of(row("slug", "acme", "name", "Other"), row("slug", "globex", "name", "Other")))
                        .upsert(List.of("slug"), List.of()))
                .run(run.database()));
        assertThat(values(run, "organizations", "name")).containsExactlyInAnyOrder("New", "Other");

        run.list(SeedPlan.of(Seed.of("organizations")
                        .seed(row("id", 9, "slug", "renamed", "name", "Ignored"))
                        .upsert(List.of(), List.of("slug")))
                .run(run.database()));
        assertThat(run.get(DB.table("organizations").find(9)).toString())
                .contains("renamed")
                .contains("New");
    }

    @Test
    @Feature("17.2")
    default void theRawFormLeavesOutWhatIsThere(Runner run) {
        run.get(DB.table("organizations").insert(organization(1, "kept")));
        SeedPlan bulk = SeedPlan.of(
                Seed.of("organizations").bulkSeed(List.of(organization(1, "acme"), organization(2, "globex"))));
        run.list(bulk.run(run.database()));
        run.list(bulk.run(run.database()));

        assertThat(values(run, "organizations", "slug")).containsExactly("kept", "globex");
        assertThat(run.get(bulk.plan(run.database()))).hasToString("ignore 2 rows into organizations");
    }

    // Where and how many

    @Test
    @Feature("17.2")
    default void rowsArePutInWhereTheyBelong(Runner run) {
        SeedPlan plan = SeedPlan.of(
                Seed.of("organizations").seed(organization(1, "all")),
                Seed.of("organizations").seed(organization(2, "dev")).when("development", "test"),
                Seed.of("organizations").seed(organization(3, "live")).when("production"),
                Seed.of("no_such_table").seed(row("x", 1)).when("production"));
        assertThat(told(run.list(plan.run(run.database()))))
                .contains(
                        "skipped organizations: this is development, and it is for production",
                        "skipped no_such_table: this is development, and it is for production");
        assertThat(values(run, "organizations", "slug")).containsExactly("all", "dev");

        run.list(plan.with(SeedConfig.DEFAULT.withEnvironment("mars").withDefaultStrategy(SeedStrategy.IGNORE))
                .run(run.database()));
        assertThat(values(run, "organizations", "slug"))
                .as("an environment that nobody named")
                .containsExactly("all", "dev");
    }

    @Test
    @Feature("17.2")
    default void aFactoryMakesManyRows(Runner run) {
        SeedPlan plan = SeedPlan.of(
                Seed.of("people")
                        .seedFactory(
                                2_345,
                                i -> row("organization_id", 1, "email", "p" + i + "@x.org", "name", "Person " + i)),
                Seed.of("organizations")
                        .seed(organization(1, "acme"))
                        .seed(List.of())
                        .seedFactory(0, i -> Map.of()));
        List<SeedEvent> events = run.list(plan.run(run.database()));

        assertThat(told(events)).contains("people 1000 of 2345", "people 2345 of 2345", "finished people: 2345");
        assertThat(count(run, "people")).isEqualTo(2_345);
        assertThat(run.list(SeedPlan.of().run(run.database()))).hasSize(2);
    }

    @Test
    @Feature("17.2")
    default void rowsMayBeSaidByTheColumnsOfAModel(Runner run) {
        SeedPlan plan = SeedPlan.of(
                Seed.of("people").seed(row("organization_id", 1, "email", "a", "name", "Ada")),
                Seed.of(Organization.ORGANIZATIONS)
                        .seed(Organization.ID.to(1L), Organization.SLUG.to("acme"), Organization.NAME.to("Acme"))
                        .seedFactory(
                                2,
                                i -> Organization.ORGANIZATIONS.make(List.of(
                                        Organization.ID.to(2 + i),
                                        Organization.SLUG.to("o" + i),
                                        Organization.NAME.to("O" + i))))
                        .upsert(Organization.SLUG)
                        .when("development"));
        run.list(plan.run(run.database()));
        assertThat(values(run, "organizations", "slug")).containsExactly("acme", "o0", "o1");
        assertThat(run.list(Organization.ORGANIZATIONS.query().get())).hasSize(3);

        run.list(SeedPlan.of(
                        Seed.of(Organization.ORGANIZATIONS)
                                .seed(Organization.SLUG.to("acme"), Organization.NAME.to("Renamed"))
                                .upsert(List.of(Organization.SLUG), List.of(Organization.NAME)),
                        Seed.of(Organization.ORGANIZATIONS)
                                .seed(Organization.SLUG.to("o0"), Organization.NAME.to("Ignored"))
                                .ignoringTaken())
                .run(run.database()));
        assertThat(values(run, "organizations", "name")).containsExactly("Renamed", "O0", "O1");

        run.list(SeedPlan.of(Seed.of(Organization.ORGANIZATIONS)
                        .seed(Organization.SLUG.to("o1"), Organization.NAME.to("any"))
                        .upsert(Organization.SLUG))
                .rollback(run.database()));
        assertThat(values(run, "organizations", "slug")).containsExactly("acme", "o0");
    }

    @Test
    @Feature("17.2")
    default void aPlanIsASeederThatOthersCall(Runner run) {
        Seeder all = Seeder.of(
                "All",
                s -> s.callOnce(shop().named("Shop")).then(s.call(upserting().down())));
        run.list(Seeders.of(all).run(run.database()));
        assertThat(count(run, "organizations")).isZero();
        assertThat(told(run.list(Seeders.of(all).run(run.database()))))
                .contains("skipped Shop: it was done before, as \"Shop\"");
    }

    // What can't be

    @Test
    @Feature("17.2")
    default void whatCanNotBeSeededIsRefusedBeforeTheFirstRow(Runner run) {
        Seed first = Seed.of("organizations").seed(organization(1, "acme"));
        Map<Seed, String> wrong = new LinkedHashMap<>();
        wrong.put(Seed.of("peple").seed(row("id", 1)), "the database has no table \"peple\"; did you mean \"people\"?");
        wrong.put(Seed.of("people").seed(row("nam", 1)), "table people has no column \"nam\"; did you mean \"name\"?");
        wrong.put(Seed.of("people").seed(row("id", 1)).upsert("nam"), "table people has no column \"nam\"");
        wrong.put(
                Seed.of("people").seed(row("id", 1)).upsert(List.of("id"), List.of("nam")),
                "table people has no column \"nam\"");
        wrong.put(Seed.of("people").seed(row("name", "x")).upsert("name"), "no unique key of people is over [name]");
        wrong.put(Seed.of("people").seed(row("name", "x")).upsert(), "a row for people has no value of its key [id]");
        wrong.forEach((seed, message) -> {
            assertThat(run.error(SeedPlan.of(first, seed).run(run.database()).then()))
                    .isInstanceOf(SeedFailedException.class)
                    .hasMessageContaining(message);
            assertThat(run.error(SeedPlan.of(first, seed).plan(run.database()))).hasMessageContaining(message);
        });
        assertThat(run.error(SeedPlan.of(Seed.of("peple").seed(row("id", 1))).plan(run.database())))
                .isInstanceOf(UnknownTableException.class);
        assertThatThrownBy(() -> Seed.of("people").seedFactory(-1, i -> Map.of()))
                .isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> SeedConfig.DEFAULT.withEnvironment(" ")).isInstanceOf(InvalidUsageException.class);
        assertThat(count(run, "organizations")).isZero();
    }

    @Test
    @Feature("17.2")
    default void noTextOfAPlanBecomesSql(Runner run) {
        List<String> hostile = HostileStrings.all();
        for (int i = 0; i < hostile.size(); i += 41) {
            String text = hostile.get(i);
            assertThat(refused(run, text)).as("a table called %s", text).isInstanceOf(IlanaException.class);
            for (Seed seed : List.of(
                    Seed.of("organizations").seed(row(text, 1)),
                    Seed.of("organizations").seedFactory(1, n -> row(text, 1)),
                    Seed.of("organizations").seed(organization(1, "x")).upsert(text),
                    Seed.of("organizations").seed(organization(1, "x")).upsert(List.of(), List.of(text)))) {
                assertThat(run.error(SeedPlan.of(seed).run(run.database()).then()))
                        .hasRootCauseInstanceOf(UnknownColumnException.class);
                assertThat(run.error(SeedPlan.of(seed).migration(run.database(), "M20261121_093300_SeedNames")))
                        .isInstanceOf(UnknownColumnException.class);
            }
        }
        List<String> storable =
                hostile.stream().filter(SeedContract::isStorable).toList();
        SeedPlan plan = SeedPlan.of(Seed.of("organizations")
                .seedFactory(storable.size(), i -> row("id", 1 + i, "slug", "s" + i, "name", storable.get((int) i)))
                .upsert("slug"));
        run.list(plan.run(run.database()));
        assertThat(values(run, "organizations", "name")).isEqualTo(storable);
        run.list(plan.rollback(run.database()));
        assertThat(count(run, "organizations")).isZero();
    }

    @Test
    @Feature("17.2")
    default void aPlanThatFailsMidwayTellsWhatStays(Runner run) {
        SeedPlan plan = SeedPlan.of(
                Seed.of("organizations").seed(organization(1, "acme")),
                Seed.of("people")
                        .seedFactory(
                                1_500, i -> row("organization_id", i < 1_200 ? 1 : 9, "email", "p" + i, "name", "x")));

        assertThat(run.error(plan.run(run.database()).then()))
                .isInstanceOfSatisfying(SeedFailedException.class, failed -> {
                    assertThat(failed.seed()).isEqualTo("people");
                    assertThat(failed.rows()).isEqualTo(1_000);
                    assertThat(failed.done()).containsExactly("organizations: 1 row");
                });
        assertThat(count(run, "people")).isEqualTo(1_000);
        run.value(DB.table("people")
                .everything()
                .delete()
                .then(DB.table("organizations").everything().delete()));

        SeedPlan whole = plan.with(SeedConfig.DEFAULT.withTransaction(true));
        assertThat(run.error(whole.run(run.database()).then()))
                .isInstanceOfSatisfying(SeedFailedException.class, failed -> {
                    assertThat(failed.rows()).isZero();
                    assertThat(failed.done()).isEmpty();
                });
        assertThat(count(run, "organizations")).isZero();

        run.list(whole.run(run.database()).takeUntil(event -> event instanceof Progressed));
        run.assertNothingAcquired();
        assertThat(count(run, "organizations")).as("cancelled").isZero();
    }

    private static Throwable refused(Runner run, String table) {
        return run.error(Mono.defer(() -> SeedPlan.of(Seed.of(table).seed(row("id", 1)))
                .run(run.database())
                .then()));
    }
}
