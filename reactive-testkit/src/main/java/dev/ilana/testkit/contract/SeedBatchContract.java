package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.SeedContract.count;
import static dev.ilana.testkit.contract.SeedContract.failure;
import static dev.ilana.testkit.contract.SeedContract.organization;
import static dev.ilana.testkit.contract.SeedContract.organizations;
import static dev.ilana.testkit.contract.SeedContract.row;
import static dev.ilana.testkit.contract.SeedContract.told;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.error.IlanaException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.NotNullViolationException;
import dev.ilana.schema.seed.SeedEvent;
import dev.ilana.schema.seed.SeedEvent.Progressed;
import dev.ilana.schema.seed.SeedFailedException;
import dev.ilana.schema.seed.Seeder;
import dev.ilana.schema.seed.Seeders;
import dev.ilana.schema.seed.Seeding;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Seeders write many rows in little memory and tell how far they are; nothing is left open when one ends midway. */
public interface SeedBatchContract extends SeedContract {

    @Test
    @Feature("17.1")
    default void manyRowsAreWrittenInBatchesAndInLittleMemory(Runner run) {
        AtomicLong made = new AtomicLong();
        List<Long> ahead = new CopyOnWriteArrayList<>();
        Seeder many = Seeder.of(
                "Many",
                s -> s.createInBatches("organizations", 2_500, 1_000, i -> {
                    made.incrementAndGet();
                    return organization(i + 1, "o" + i);
                }));
        List<SeedEvent> events = run.list(Seeders.of(many).run(run.database()).doOnNext(event -> {
            if (event instanceof Progressed progressed) {
                ahead.add(made.get() - progressed.done());
            }
        }));

        assertThat(told(events))
                .containsExactly(
                        "started Many",
                        "Many 1000 of 2500",
                        "Many 2000 of 2500",
                        "Many 2500 of 2500",
                        "finished Many: 2500");
        assertThat(events)
                .filteredOn(Progressed.class::isInstance)
                .allSatisfy(
                        event -> assertThat(((Progressed) event).perSecond()).isPositive());
        assertThat(ahead).as("rows made before they are due").allMatch(rows -> rows <= 2_000);
        assertThat(count(run, "organizations")).isEqualTo(2_500);
        assertThat(run.get(DB.table("organizations").max("id"))).hasToString("2500");
    }

    @Test
    @Feature("17.1")
    default void modelsAreWrittenInBatchesToo(Runner run) {
        Seeder models = Seeder.of(
                "Models",
                s -> s.createInBatches(
                        Organization.ORGANIZATIONS,
                        25,
                        10,
                        i -> Organization.ORGANIZATIONS.make(
                                List.of(Organization.SLUG.to("m" + i), Organization.NAME.to("Model " + i)))));

        assertThat(told(run.list(Seeders.of(models).run(run.database()))))
                .contains("Models 10 of 25", "Models 20 of 25", "finished Models: 25");
        assertThat(count(run, "organizations")).isEqualTo(25);
    }

    @Test
    @Feature("17.1")
    default void noRowsAreNothingToDo(Runner run) {
        Seeder none = Seeder.of(
                "None",
                s -> s.createInBatches("organizations", 0, i -> organization(i, "x"))
                        .then(s.truncate())
                        .then(s.truncateInOrder())
                        .then(s.call()));
        assertThat(told(run.list(Seeders.of(none).run(run.database()))))
                .containsExactly("started None", "finished None: 0");
        assertThat(run.list(Seeders.of().run(run.database()))).isEmpty();
    }

    @Test
    @Feature("17.1")
    default void aSeederTellsItsOwnProgress(Runner run) {
        Seeder steps = Seeder.of(
                "Steps",
                s -> s.progress(
                        3,
                        progress -> Flux.range(1, 3)
                                .concatMap(i -> DB.table("organizations").insert(organization(i + 1, "o" + i)))
                                .doOnNext(progress::advance)));

        assertThat(told(run.list(Seeders.of(steps).run(run.database()))))
                .containsExactly("started Steps", "Steps 1 of 3", "Steps 2 of 3", "Steps 3 of 3", "finished Steps: 3");
        assertThat(failure(run, Seeder.of("Steps", s -> s.progress(-1, progress -> Mono.empty()))))
                .hasRootCauseInstanceOf(InvalidUsageException.class);
    }

    // What ends midway

    @Test
    @Feature("17.1")
    default void whatWasDoneBeforeAFailureIsTold(Runner run) {
        Seeder failing = Seeder.of(
                "Failing",
                s -> s.createInBatches(
                        "organizations", 30, 10, i -> row("id", i + 1, "slug", i == 25 ? null : "o" + i, "name", "x")));
        List<SeedEvent> events = new CopyOnWriteArrayList<>();
        Seeder all = Seeder.of("All", s -> s.call(organizations(100, 1), failing, new AcmeSeeder()));

        Throwable error = run.error(
                Seeders.of(all).run(run.database()).doOnNext(events::add).then());

        assertThat(error).isInstanceOfSatisfying(SeedFailedException.class, failed -> {
            assertThat(failed.seed()).isEqualTo("Failing");
            assertThat(failed.rows()).isEqualTo(20);
            assertThat(failed.done()).containsExactly("Organizations: 1 row");
        });
        assertThat(error)
                .hasCauseInstanceOf(NotNullViolationException.class)
                .hasMessageStartingWith("Failing failed after 20 rows, which stay: ")
                .hasMessageEndingWith("; done before: Organizations: 1 row");
        assertThat(told(events))
                .endsWith("Failing 10 of 30", "Failing 20 of 30", "failed Failing: 20", "failed All: 0");
        assertThat(count(run, "organizations")).as("whole batches").isEqualTo(21);
        run.assertNothingAcquired();
    }

    @Test
    @Feature("17.1")
    default void nothingOfATransactionStays(Runner run) {
        Seeder failing = Seeder.of(
                "Failing",
                s -> s.call(organizations(1, 20))
                        .then(s.createInBatches("organizations", 5, 1, i -> organization(i + 18, "again" + i))));

        Throwable alone = failure(run, new Whole(failing));
        assertThat(alone).isInstanceOfSatisfying(SeedFailedException.class, failed -> {
            assertThat(failed.rows()).isZero();
            assertThat(failed.done()).isEmpty();
        });
        assertThat(count(run, "organizations")).isZero();

        Throwable together = run.error(Seeders.of(organizations(50, 5), failing)
                .withinTransaction()
                .run(run.database())
                .then());
        assertThat(((SeedFailedException) together).done()).isEmpty();
        assertThat(count(run, "organizations")).isZero();
        run.assertNothingAcquired();
    }

    @Test
    @Feature("17.1")
    default void aCancelledTransactionLeavesNothing(Runner run) {
        Seeder many = new Whole(Seeder.of(
                "Many", s -> s.createInBatches("organizations", 5_000, 100, i -> organization(i + 1, "o" + i))));

        run.list(Seeders.of(many)
                .run(run.database())
                .takeUntil(event -> event instanceof Progressed p && p.done() >= 300));

        run.assertNothingAcquired();
        assertThat(count(run, "organizations")).isZero();
    }

    @Test
    @Feature("17.1")
    default void aCancelledRunLeavesWholeBatches(Runner run) {
        Seeder many = Seeder.of(
                "Many", s -> s.createInBatches("organizations", 50_000, 100, i -> organization(i + 1, "o" + i)));

        run.list(Seeders.of(many)
                .run(run.database())
                .takeUntil(event -> event instanceof Progressed p && p.done() >= 300));

        run.assertNothingAcquired();
        assertThat(count(run, "organizations"))
                .isGreaterThanOrEqualTo(300)
                .isLessThan(50_000)
                .satisfies(rows -> assertThat(rows % 100).isZero());
    }

    @Test
    @Feature("17.1")
    default void whatCanNotBeIsRefusedBeforeTheFirstRow(Runner run) {
        assertThat(failure(
                        run, Seeder.of("Bad", s -> s.createInBatches("organisations", 1, i -> organization(1, "x")))))
                .hasMessageContaining("the database has no table \"organisations\"; did you mean \"organizations\"?");
        assertThat(failure(run, Seeder.of("Bad", s -> s.createInBatches("organizations", 1, i -> row("slag", "x")))))
                .hasMessageContaining("table organizations has no column \"slag\"; did you mean \"slug\"?");
        assertThat(failure(run, Seeder.of("Bad", s -> s.truncate("articels"))))
                .hasMessageContaining("did you mean \"articles\"?");
        assertThat(failure(run, Seeder.of("Bad", s -> s.truncateInOrder("people", "articels"))))
                .hasMessageContaining("did you mean \"articles\"?");
        assertThat(failure(run, Seeder.of("Bad", s -> s.createInBatches("organizations", 3, i -> none()))))
                .hasMessageContaining("row 0 for organizations is null");
        assertThat(failure(run, Seeder.of("Bad", s -> s.createInBatches("organizations", -1, i -> none()))))
                .hasRootCauseInstanceOf(InvalidUsageException.class);
        assertThat(failure(run, Seeder.of("Bad", s -> s.createInBatches("organizations", 1, 0, i -> none()))))
                .hasRootCauseInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() ->
                        run.list(Seeders.of(Seeder.of("Null", s -> none())).run(run.database())))
                .isInstanceOf(SeedFailedException.class);
        assertThat(count(run, "organizations")).isZero();
    }

    /** What a careless function gives. */
    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"})
    private static <T> T none() {
        return null;
    }

    @Test
    @Feature("17.1")
    default void noTextOfASeederBecomesSql(Runner run) {
        List<String> hostile = HostileStrings.all();
        for (int i = 0; i < hostile.size(); i += 41) {
            String text = hostile.get(i);
            assertThat(failure(run, Seeder.of("Bad", s -> s.createInBatches(text, 1, n -> organization(1, "x")))))
                    .as("a table called %s", text)
                    .hasRootCauseInstanceOf(IlanaException.class);
            assertThat(failure(run, Seeder.of("Bad", s -> s.truncate(text))))
                    .hasRootCauseInstanceOf(IlanaException.class);
            assertThat(failure(run, Seeder.of("Bad", s -> s.truncateInOrder(text))))
                    .hasRootCauseInstanceOf(IlanaException.class);
            assertThat(failure(run, Seeder.of("Bad", s -> s.createInBatches("organizations", 1, n -> row(text, 1)))))
                    .as("a column called %s", text)
                    .hasRootCauseInstanceOf(IlanaException.class);
        }
        List<String> storable = hostile.stream()
                .filter(text -> !text.isBlank() && text.length() <= 190 && SeedContract.isStorable(text))
                .limit(30)
                .toList();
        run.list(Seeders.of(Seeder.of(
                        "Once",
                        s -> Flux.fromIterable(storable)
                                .concatMap(text -> s.callOnce(Seeder.of("x", inner -> Mono.empty()), text))))
                .run(run.database()));
        assertThat(run.list(DB.table(Seeding.SEEDS).pluck("identifier", String.class)))
                .hasSameSizeAs(storable);
        assertThat(count(run, "organizations")).isZero();
    }
}
