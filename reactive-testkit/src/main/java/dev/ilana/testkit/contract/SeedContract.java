package dev.ilana.testkit.contract;

import dev.ilana.DB;
import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.migrate.Migrator;
import dev.ilana.schema.seed.Seed;
import dev.ilana.schema.seed.SeedConfig;
import dev.ilana.schema.seed.SeedEvent;
import dev.ilana.schema.seed.SeedPlan;
import dev.ilana.schema.seed.SeedStrategy;
import dev.ilana.schema.seed.Seeder;
import dev.ilana.schema.seed.Seeders;
import dev.ilana.schema.seed.Seeding;
import dev.ilana.testkit.database.Runner;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/** A contract whose tests each start with empty tables that reference each other, in each way that they can. */
interface SeedContract {

    /** An organization, as a model. */
    final class Organization extends Model<Organization> {
        static final Table<Organization> ORGANIZATIONS = Table.of("organizations", Organization::new);
        static final Column<Organization, Long> ID = ORGANIZATIONS.id();
        static final Column<Organization, String> SLUG = ORGANIZATIONS.string("slug");
        static final Column<Organization, String> NAME = ORGANIZATIONS.string("name");

        Organization() {
            super(ORGANIZATIONS);
        }
    }

    /** A seeder of a class of its own. */
    final class AcmeSeeder implements Seeder {
        @Override
        public Publisher<?> run(Seeding seeding) {
            return DB.table("organizations").insert(organization(1, "acme"));
        }
    }

    /** A seeder, all or nothing. */
    record Whole(Seeder seeder) implements Seeder {
        @Override
        public Publisher<?> run(Seeding seeding) {
            return seeder.run(seeding);
        }

        @Override
        public String name() {
            return seeder.name();
        }

        @Override
        public boolean withinTransaction() {
            return true;
        }
    }

    @BeforeEach
    default void emptyTables(Runner run) {
        run.list(Migrator.of(run.database(), List.of()).wipe());
        Schema schema = Schema.on(run.database());
        run.value(schema.create("organizations", t -> {
                    t.id();
                    t.string("slug", 50).unique();
                    t.string("name");
                })
                .then(schema.create("people", t -> {
                    t.id();
                    t.foreignId("organization_id").constrained();
                    t.string("email", 100).unique();
                    t.string("name");
                }))
                .then(schema.create("articles", t -> {
                    t.id();
                    t.foreignId("person_id").constrained("people");
                    t.text("title");
                }))
                .then(schema.create("nodes", t -> {
                    t.bigInteger("id").primary();
                    t.foreignId("parent_id").nullable().constrained("nodes");
                }))
                .then(circle(schema, "clubs", "captains", true))
                .then(circle(schema, "hens", "eggs", false)));
        run.forgetStatements();
    }

    private static Mono<Void> circle(Schema schema, String first, String second, boolean nullable) {
        return schema.create(first, t -> {
                    t.bigInteger("id").primary();
                    var other = t.foreignId("other_id");
                    if (nullable) {
                        var unused = other.nullable();
                    }
                })
                .then(schema.create(second, t -> {
                    t.bigInteger("id").primary();
                    t.foreignId("other_id").constrained(first);
                }))
                .then(schema.table(
                        first, t -> t.foreign("other_id").references("id").on(second)));
    }

    static Map<String, Object> organization(long id, String slug) {
        return row("id", id, "slug", slug, "name", "The " + slug);
    }

    static Map<String, Object> row(@Nullable Object... namesAndValues) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            row.put(Objects.requireNonNull((String) namesAndValues[i]), namesAndValues[i + 1]);
        }
        return row;
    }

    static long count(Runner run, String table) {
        return run.get(DB.table(table).count());
    }

    /** Whether every database can store the text. */
    static boolean isStorable(String text) {
        return text.indexOf(0) < 0
                && text.length() <= 200
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** The values of that column, by the {@code id}. */
    static List<Object> values(Runner run, String table, String column) {
        return run.list(DB.table(table).orderBy("id").pluck(column));
    }

    /** The events without what differs from run to run, such as {@code finished users: 3}. */
    static List<String> told(List<SeedEvent> events) {
        return events.stream().map(SeedContract::told).toList();
    }

    private static String told(SeedEvent event) {
        if (event instanceof SeedEvent.Started started) {
            return "started " + started.seed();
        } else if (event instanceof SeedEvent.Progressed progressed) {
            return progressed.seed() + " " + progressed.done() + " of " + progressed.total();
        } else if (event instanceof SeedEvent.Skipped skipped) {
            return "skipped " + skipped.seed() + ": " + skipped.reason();
        } else if (event instanceof SeedEvent.Warned warned) {
            return "warned " + warned.seed() + ": " + warned.message();
        } else if (event instanceof SeedEvent.Finished finished) {
            return "finished " + finished.seed() + ": " + finished.rows();
        }
        SeedEvent.Failed failed = (SeedEvent.Failed) event;
        return "failed " + failed.seed() + ": " + failed.rows();
    }

    static Seeder organizations(long from, int count) {
        return Seeder.of(
                "Organizations",
                s -> s.createInBatches("organizations", count, 1_000, i -> organization(from + i, "o" + (from + i))));
    }

    /** What a run of that seeder alone fails with. */
    static Throwable failure(Runner run, Seeder seeder) {
        return run.error(Seeders.of(seeder).run(run.database()).then());
    }

    /** Declared in the wrong order. */
    static SeedPlan shop() {
        return SeedPlan.of(
                Seed.of("articles").seed(row("id", 1, "person_id", 1, "title", "One")),
                Seed.of("people")
                        .seed(row("id", 1, "organization_id", 2, "email", "ada@x.org", "name", "Ada"))
                        .seed(row("id", 2, "organization_id", 1, "email", "bob@x.org", "name", "Bob")),
                Seed.of("organizations").seed(List.of(organization(1, "acme"), organization(2, "globex"))));
    }

    static SeedPlan upserting() {
        return shop().with(SeedConfig.DEFAULT.withDefaultStrategy(SeedStrategy.UPSERT));
    }

    /** All rows of the tables of a shop, in an order of their own. */
    static List<String> everything(Runner run) {
        List<String> all = new ArrayList<>();
        for (String table : List.of("organizations", "people", "articles", "nodes")) {
            run.list(DB.table(table).orderBy("id").get()).forEach(row -> all.add(table + " " + row));
        }
        return all;
    }
}
