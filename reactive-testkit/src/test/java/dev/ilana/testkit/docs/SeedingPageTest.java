package dev.ilana.testkit.docs;

import static dev.ilana.testkit.docs.Role.ROLES;
import static dev.ilana.testkit.docs.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.schema.migrate.Deploy;
import dev.ilana.schema.migrate.Migrator;
import dev.ilana.schema.seed.PlannedSeeds;
import dev.ilana.schema.seed.Reaction;
import dev.ilana.schema.seed.Seed;
import dev.ilana.schema.seed.SeedConfig;
import dev.ilana.schema.seed.SeedEvent;
import dev.ilana.schema.seed.SeedPlan;
import dev.ilana.schema.seed.SeedStrategy;
import dev.ilana.schema.seed.Seeder;
import dev.ilana.schema.seed.Seeders;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The Java of {@code docs/seeding.md}. */
class SeedingPageTest extends PageTest {

    @Test
    void seeders() {
        // tag::seeders
        Seeder people = Seeder.of(
                "People",
                seeding -> seeding.createInBatches(
                        USERS, 2_500, 1_000, i -> new User().name("user" + i).email("user" + i + "@example.org")));

        Seeder everything = Seeder.of(
                "Everything",
                seeding -> seeding.truncateInOrder("role_user", "roles")
                        .then(seeding.callOnce(people)) // once in the database's life
                        .then(seeding.call(new RoleSeeder())));

        Flux<SeedEvent> events = Seeders.of(everything).run(db);
        // end::seeders

        assertThat(list(events)).hasAtLeastOneElementOfType(SeedEvent.Progressed.class);
        assertThat(list(events)).hasAtLeastOneElementOfType(SeedEvent.Skipped.class);
        assertThat(run(USERS.count())).isEqualTo(2_500);
        assertThat(run(ROLES.count())).isEqualTo(1);
    }

    @Test
    void plan() {
        // tag::plan
        SeedPlan plan = SeedPlan.of(
                Seed.of("role_user").seed(Map.of("user_id", 1, "role_id", 1)).upsert(),
                Seed.of("roles")
                        .seed(List.of(Map.of("id", 1, "name", "admin"), Map.of("id", 2, "name", "editor")))
                        .upsert("name"),
                Seed.of(USERS)
                        .seed(User.ID.to(1L), User.NAME.to("Ada"), User.EMAIL.to("ada@example.org"))
                        .upsert(User.EMAIL),
                Seed.of(USERS)
                        .seedFactory(
                                100,
                                i -> new User()
                                        .set(User.ID, 2 + i)
                                        .name("user" + i)
                                        .email("user" + i + "@example.org"))
                        .when("development", "test")
                        .upsert(List.of(User.EMAIL), List.of(User.NAME)));

        Mono<PlannedSeeds> shown = plan.plan(db);
        Flux<SeedEvent> put = plan.run(db); // as often as you like: the rows are the same
        Flux<SeedEvent> takenBack = plan.rollback(db);
        // end::plan

        assertThat(run(shown).rows()).isEqualTo(104);
        assertThat(list(put)).isNotEmpty();
        assertThat(list(put)).isNotEmpty();
        assertThat(run(ROLES.count())).isEqualTo(2);
        assertThat(run(USERS.count())).isEqualTo(101);
        assertThat(list(takenBack)).isNotEmpty();
        assertThat(run(DB.table("users").count())).isZero();
    }

    @Test
    void config() {
        SeedPlan plan = SeedPlan.of(Seed.of("roles").seed(Map.of("id", 1, "name", "admin")));
        // tag::config
        SeedPlan careful = plan.with(SeedConfig.DEFAULT
                .withEnvironment("production")
                .withTransaction(true) // all or nothing
                .withDefaultStrategy(SeedStrategy.UPSERT)
                .onCycle(Reaction.THROW)
                .withGeneratedDown(true));

        Mono<String> source = careful.migration(db, "M20261124_090000_SeedRoles");
        // end::config
        assertThat(run(source)).contains("public final class M20261124_090000_SeedRoles implements Migration");
    }

    @Test
    void deploy() {
        Migrator migrator = Migrator.of(
                db, List.of(new M20261121_093000_CreateUsersTable(), new M20261121_093100_CreateBlogTables()));
        SeedPlan plan = SeedPlan.of(
                Seed.of("roles").seed(Map.of("id", 1, "name", "admin")).upsert());
        // tag::deploy
        Mono<Deploy.Report> deploy = Deploy.of(migrator).runSeeds(plan).run();
        // end::deploy
        assertThat(run(deploy).seeded()).containsExactly("roles: 1 row", "SeedPlan");
    }
}
