package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.SeedContract.count;
import static dev.ilana.testkit.contract.SeedContract.failure;
import static dev.ilana.testkit.contract.SeedContract.organization;
import static dev.ilana.testkit.contract.SeedContract.organizations;
import static dev.ilana.testkit.contract.SeedContract.row;
import static dev.ilana.testkit.contract.SeedContract.told;
import static dev.ilana.testkit.contract.SeedContract.values;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.NoDatabaseException;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.seed.SeedEvent;
import dev.ilana.schema.seed.Seeder;
import dev.ilana.schema.seed.Seeders;
import dev.ilana.schema.seed.Seeding;
import dev.ilana.testkit.database.Runner;
import dev.ilana.testkit.database.TestDatabase;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Seeders put rows in and call each other: in order, with parameters, elsewhere, once. */
public interface SeederContract extends SeedContract {

    /** A seeder on another connection. */
    record Elsewhere(String connection, Seeder seeder) implements Seeder {
        @Override
        public Publisher<?> run(Seeding seeding) {
            return seeder.run(seeding);
        }

        @Override
        public String name() {
            return seeder.name();
        }
    }

    @Test
    @Feature("17.1")
    default void aSeederPutsRowsInAndTellsSo(Runner run) {
        List<SeedEvent> events = run.list(Seeders.of(new AcmeSeeder()).run(run.database()));

        assertThat(told(events)).containsExactly("started AcmeSeeder", "finished AcmeSeeder: 0");
        assertThat(values(run, "organizations", "slug")).containsExactly("acme");
    }

    @Test
    @Feature("17.1")
    default void aSeederCallsOthersInTheirOrder(Runner run) {
        Seeder people = Seeder.of(
                "People",
                s -> DB.table("people").insert(row("organization_id", 1, "email", "ada@x.org", "name", "Ada")));
        Seeder all = Seeder.of("All", s -> s.call(new AcmeSeeder(), people).then(s.call()));

        assertThat(told(run.list(Seeders.of(all).run(run.database()))))
                .containsExactly(
                        "started All",
                        "started AcmeSeeder",
                        "finished AcmeSeeder: 0",
                        "started People",
                        "finished People: 0",
                        "finished All: 0");
        assertThat(values(run, "people", "name")).containsExactly("Ada");
    }

    @Test
    @Feature("17.1")
    default void aSeederIsCalledWithParameters(Runner run) {
        Seeder named = Seeder.of("Named", s -> {
            String slug = s.parameter("slug", String.class);
            return DB.table("organizations").insert(organization(s.parameters().size(), slug));
        });
        Seeder all = Seeder.of("All", s -> s.callWith(named, Map.of("slug", "given")));
        run.list(Seeders.of(all).run(run.database()));
        assertThat(values(run, "organizations", "slug")).containsExactly("given");

        assertThat(failure(run, Seeder.of("All", s -> s.callWith(named, Map.of("slog", "x")))))
                .hasRootCauseInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("the parameter \"slug\" of Named was not given; did you mean \"slog\"?");
        assertThat(failure(run, Seeder.of("All", s -> s.callWith(named, Map.of("slug", 3)))))
                .hasMessageContaining("is a Integer, not a String");
        assertThat(failure(run, Seeder.of("All", s -> s.callWith(named, row("slug", null)))))
                .hasMessageContaining("is null, not a String");
    }

    @Test
    @Feature("17.1")
    default void aSeederRunsOnTheConnectionThatItNames(Runner run) {
        String name = "seeds_" + UUID.randomUUID().toString().replace("-", "");
        TestDatabase another = run.another();
        try {
            run.with(Database.connect(another.url()), elsewhere -> {
                DB.register(name, elsewhere);
                Seeder creating = Seeder.of(
                        "Creating",
                        s -> Schema.on(s.database())
                                .create("organizations", t -> {
                                    t.bigInteger("id").primary();
                                    t.string("slug");
                                    t.string("name");
                                })
                                .then(DB.table("organizations").count()));
                run.list(Seeders.of(
                                new Elsewhere(name, creating),
                                Seeder.of(
                                        "All",
                                        s -> s.callOn(name, organizations(7, 1))
                                                .then(s.call(new Elsewhere(name, new AcmeSeeder())))
                                                .then(s.callOnce(new Elsewhere(name, organizations(8, 1)), "eight"))),
                                organizations(9, 1))
                        .run(run.database()));

                assertThat(run.list(DB.table("organizations")
                                .on(elsewhere)
                                .orderBy("id")
                                .pluck("id", Long.class)))
                        .containsExactly(1L, 7L, 8L);
                assertThat(run.get(DB.table(Seeding.SEEDS).on(elsewhere).count()))
                        .as("where its rows are")
                        .isEqualTo(1);
                assertThat(values(run, "organizations", "slug")).containsExactly("o9");
            });
        } finally {
            another.close();
        }
        assertThat(failure(run, new Elsewhere("nowhere_" + name, new AcmeSeeder())))
                .hasRootCauseInstanceOf(NoDatabaseException.class);
    }

    @Test
    @Feature("17.1")
    default void aSeederThatCallsItselfEnds(Runner run) {
        Seeder endless = new Seeder() {
            @Override
            public Publisher<?> run(Seeding seeding) {
                return seeding.call(this);
            }

            @Override
            public String name() {
                return "Endless";
            }
        };
        assertThat(failure(run, endless))
                .hasRootCauseInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("seeders call each other without end: Endless → Endless");
    }

    // Once

    @Test
    @Feature("17.1")
    default void whatIsCalledOnceRunsOnceInTheLifeOfTheDatabase(Runner run) {
        Seeder all = Seeder.of("All", s -> s.callOnce(new AcmeSeeder()).then(s.callOnce(organizations(5, 1), "five")));
        run.list(Seeders.of(all).run(run.database()));

        assertThat(told(run.list(Seeders.of(all).run(run.database()))))
                .containsExactly(
                        "started All",
                        "skipped AcmeSeeder: it was done before, as \"AcmeSeeder\"",
                        "skipped Organizations: it was done before, as \"five\"",
                        "finished All: 0");
        assertThat(count(run, "organizations")).isEqualTo(2);
        assertThat(run.list(DB.table(Seeding.SEEDS).orderBy("identifier").pluck("identifier", String.class)))
                .containsExactlyInAnyOrder("AcmeSeeder", "five");
        run.assertNothingAcquired();
    }

    @Test
    @Feature("17.1")
    default void whatFailedTheFirstTimeIsTriedAgain(Runner run) {
        AtomicInteger tries = new AtomicInteger();
        Seeder flaky = Seeder.of(
                "Flaky",
                s -> DB.table("organizations")
                        .insert(organization(1, "acme"))
                        .flatMap(done -> tries.incrementAndGet() == 1
                                ? Mono.error(new ArithmeticException("first"))
                                : Mono.just(done)));
        Seeder all = Seeder.of("All", s -> s.callOnce(flaky));

        assertThat(failure(run, all)).hasRootCauseInstanceOf(ArithmeticException.class);
        assertThat(count(run, "organizations")).isZero();
        run.list(Seeders.of(all).run(run.database()));
        run.list(Seeders.of(all).run(run.database()));
        assertThat(tries).hasValue(2);
        assertThat(count(run, "organizations")).isEqualTo(1);
    }

    @Test
    @Feature("17.1")
    default void ofTwoRunsAtOnceOneDoesWhatIsDoneOnce(Runner run) {
        Seeder all = Seeder.of("All", s -> s.callOnce(organizations(1, 20)));
        run.list(Flux.range(0, 4).flatMap(i -> Seeders.of(all).run(run.database())));

        assertThat(count(run, "organizations")).isEqualTo(20);
        run.assertNothingAcquired();
    }

    @Test
    @Feature("17.1")
    default void whatCanNotBeRememberedIsRefused(Runner run) {
        for (String identifier : List.of("", " ", "x".repeat(191))) {
            assertThat(failure(run, Seeder.of("All", s -> s.callOnce(new AcmeSeeder(), identifier))))
                    .hasRootCauseInstanceOf(InvalidUsageException.class);
        }
        run.list(Seeders.of(Seeder.of(
                        "All",
                        s -> s.callOnce(new AcmeSeeder(), "x".repeat(190))
                                .then(s.callOnce(organizations(2, 1), "Öl"))
                                .then(s.callOnce(organizations(3, 1), "ol"))
                                .then(s.callOnce(organizations(4, 1), "ol "))))
                .run(run.database()));
        assertThat(count(run, "organizations")).as("none is taken for another").isEqualTo(4);
    }
}
