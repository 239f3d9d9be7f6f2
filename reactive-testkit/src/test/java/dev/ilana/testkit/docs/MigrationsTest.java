package dev.ilana.testkit.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.migrate.MigrateOptions;
import dev.ilana.schema.migrate.Migration;
import dev.ilana.schema.migrate.MigrationEvent;
import dev.ilana.schema.migrate.MigrationStatus;
import dev.ilana.schema.migrate.Migrator;
import dev.ilana.schema.migrate.MigratorSettings;
import dev.ilana.schema.migrate.Rollback;
import dev.ilana.schema.migrate.SqlMigration;
import dev.ilana.schema.migrate.dump.SchemaDump;
import dev.ilana.schema.migrate.lock.LockSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
        Flux<MigrationEvent> takenBack = migrator.rollback(Rollback.steps(1)); // rollback() takes back the last batch
        // end::migrator

        assertThat(finished(applied)).isEqualTo(3);
        assertThat(list(applied)).isEmpty();
        assertThat(list(status)).extracting(MigrationStatus::state).containsOnly(MigrationStatus.State.APPLIED);
        assertThat(finished(takenBack)).isEqualTo(1);
        assertThat(list(status).get(2).state()).isEqualTo(MigrationStatus.State.PENDING);
        assertThat(finished(migrator.rollback())).isEqualTo(2);
        database.close().block();
    }

    private long finished(Flux<MigrationEvent> events) {
        return list(events).stream()
                .filter(MigrationEvent.Finished.class::isInstance)
                .count();
    }

    @Test
    void options() {
        Database database = Database.connect("h2:mem:" + UUID.randomUUID());
        Migrator migrator = Migrator.of(
                database, List.of(new M20261121_093000_CreateUsersTable(), new M20261121_093100_CreateBlogTables()));
        List<Object> chains = List.of(
                // tag::options
                migrator.migrate(MigrateOptions.ALL
                        .to("M20261121_093100_CreateBlogTables")
                        .inSteps()),
                migrator.pretending().migrate(), // the SQL as events; nothing is sent
                migrator.refresh(), // down and up again; reset() only down, fresh() drops everything first
                migrator.with(MigratorSettings.DEFAULT
                        .withTable("shop_migrations")
                        .withEnvironment("production") // what destroys data is refused without withForce(true)
                        .withLock(LockSettings.DEFAULT.withTimeout(Duration.ofMinutes(5))))
                // end::options
                );
        assertThat(chains).hasSize(4);
        assertThat(finished(migrator.migrate(MigrateOptions.ALL.inSteps()))).isEqualTo(2);
        assertThat(finished(migrator.rollback())).isEqualTo(1);
        assertThat(finished(migrator.refresh())).isEqualTo(3);
        database.close().block();
    }

    @Test
    void dump(@TempDir Path directory) throws IOException {
        Path file = directory.resolve("postgresql.sql");
        Database filled = Database.connect("h2:mem:" + UUID.randomUUID());
        Database database = Database.connect("h2:mem:" + UUID.randomUUID());
        Migrator migrator = Migrator.of(filled, List.of(new M20261121_093000_CreateUsersTable()));
        assertThat(finished(migrator.migrate())).isEqualTo(1);
        Files.writeString(file, migrator.dump().map(SchemaDump::text).block());

        List<Migration> newer = List.of(new M20261121_093100_CreateBlogTables());
        // tag::dump
        SchemaDump dump = SchemaDump.parse(Files.readString(file), database.dialect()); // migrator.dump() made it
        Flux<MigrationEvent> whole = Migrator.of(database, newer).from(dump).migrate();
        // end::dump
        assertThat(finished(whole)).isEqualTo(1);
        assertThat(finished(Migrator.of(database, newer).from(dump).migrate())).isZero();
        filled.close().block();
        database.close().block();
    }

    @Test
    void sql() {
        // tag::sql
        Migration notes = SqlMigration.of("M20261123_080000_AddNotes", """
                -- up
                create table notes (id bigint primary key, body varchar(200) default 'none; yet');
                -- down
                drop table notes;
                """);
        // end::sql
        Migrator migrator = Migrator.of(db, List.of(notes)).with(MigratorSettings.DEFAULT.withTable("notes_history"));
        assertThat(finished(migrator.migrate())).isEqualTo(1);
        assertThat(finished(migrator.rollback())).isEqualTo(1);
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
