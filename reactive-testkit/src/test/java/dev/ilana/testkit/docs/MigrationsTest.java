package dev.ilana.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.migrate.MigrationEvent;
import dev.ilana.schema.migrate.MigrationStatus;
import dev.ilana.schema.migrate.Migrator;
import dev.ilana.schema.migrate.Rollback;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The Java of {@code docs/migrations.md}. */
class MigrationsTest extends PageTest {

    @Test
    void migrator() {
        Database database = Database.connect("h2:mem:" + UUID.randomUUID());

        // tag::migrator
        Migrator migrator = Migrator.of(
                database,
                List.of(
                        new M20261121_093000_CreateUsersTable(),
                        new M20261121_093100_CreateBlogTables(),
                        new M20261122_100000_AddPhoneToUsers()));

        Flux<MigrationEvent> applied = migrator.migrate(); // what is pending, in order of the names
        Flux<MigrationStatus> status = migrator.status();
        Flux<MigrationEvent> takenBack =
                migrator.rollback(Rollback.steps(1)); // the last one; rollback() takes back the last run
        // end::migrator

        assertThat(list(applied)).hasSize(6);
        assertThat(list(applied)).isEmpty();
        assertThat(list(status)).extracting(MigrationStatus::state).containsOnly(MigrationStatus.State.APPLIED);
        assertThat(list(takenBack)).hasSize(2);
        assertThat(list(status).get(2).state()).isEqualTo(MigrationStatus.State.PENDING);
        assertThat(list(migrator.rollback())).hasSize(4);
        database.close().block();
    }

    @Test
    void schema() {
        // tag::schema
        Schema schema = Schema.on(db);

        Mono<Void> tags = schema.createIfNotExists("tags", table -> {
            table.id();
            table.string("name", 40).unique();
            table.decimal("weight", 8, 2).defaultTo(1);
            table.timestamp("seen_at").useCurrent();
        });
        Mono<Boolean> there = schema.hasTable("tags");
        Mono<Void> renamed = schema.rename("tags", "labels");
        Mono<Void> gone = schema.dropIfExists("labels");
        // end::schema

        assertThat(value(tags)).isNull();
        assertThat(run(there)).isTrue();
        assertThat(value(renamed)).isNull();
        assertThat(run(DB.table("labels").count())).isZero();
        assertThat(value(gone)).isNull();
        assertThat(run(there)).isFalse();
    }
}
