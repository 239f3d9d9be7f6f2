package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.dialect.Capability;
import dev.ilana.query.Row;
import dev.ilana.schema.build.ColumnBlueprint;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.schema.migrate.MigrateOptions;
import dev.ilana.schema.migrate.Migration;
import dev.ilana.schema.migrate.MigrationEvent;
import dev.ilana.schema.migrate.MigrationEvent.Finished;
import dev.ilana.schema.migrate.MigrationFailedException;
import dev.ilana.schema.migrate.MigrationNotFoundException;
import dev.ilana.schema.migrate.MigrationStatus;
import dev.ilana.schema.migrate.MigrationStatus.State;
import dev.ilana.schema.migrate.Migrator;
import dev.ilana.schema.migrate.MigratorSettings;
import dev.ilana.schema.migrate.Rollback;
import dev.ilana.schema.migrate.SqlMigration;
import dev.ilana.schema.migrate.UnknownMigrationException;
import dev.ilana.schema.migrate.lock.LockKind;
import dev.ilana.schema.migrate.lock.LockSettings;
import dev.ilana.testkit.database.Needs;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Migrations are applied once, in order, and taken back in the order they came. */
public interface MigrationContract {

    /** Makes the table of cities. */
    final class M20260101_000000_CreateCities implements Migration {
        @Override
        public Publisher<?> up(Schema schema) {
            return schema.create("cities", table -> {
                table.id();
                table.string("name");
            });
        }

        @Override
        public Publisher<?> down(Schema schema) {
            return schema.drop("cities");
        }
    }

    /** Puts a city in. */
    final class M20260102_000000_AddLagos implements Migration {
        @Override
        public Publisher<?> up(Schema schema) {
            return DB.table("cities").insert(Map.of("name", "Lagos"));
        }

        @Override
        public Publisher<?> down(Schema schema) {
            return DB.table("cities").where("name", "Lagos").delete();
        }
    }

    /** Makes a table that refers to that of cities, and changes it. */
    final class M20260104_000000_CreateStreets implements Migration {
        @Override
        public Publisher<?> up(Schema schema) {
            return schema.create("streets", table -> {
                        table.id();
                        table.foreignId("city_id").constrained().cascadeOnDelete();
                        table.string("name").unique();
                    })
                    .then(schema.table("streets", table -> {
                        table.integer("length").nullable();
                        table.index("length");
                    }))
                    .then(schema.table(
                            "cities", table -> table.string("mayor", 50).nullable()));
        }

        @Override
        public Publisher<?> down(Schema schema) {
            return schema.drop("streets").then(schema.table("cities", table -> table.dropColumn("mayor")));
        }
    }

    /** Does not want to run. */
    final class M20260105_000000_NotNow implements Migration {
        @Override
        public Publisher<?> up(Schema schema) {
            return schema.create("never", table -> table.id());
        }

        @Override
        public Publisher<?> down(Schema schema) {
            return schema.drop("never");
        }

        @Override
        public Mono<Boolean> shouldRun(Schema schema) {
            return schema.hasTable("cities").map(there -> !there);
        }
    }

    /** Belongs to another database. */
    final class M20260106_000000_OfAnother implements Migration {
        @Override
        public Publisher<?> up(Schema schema) {
            return schema.create("events", table -> table.id());
        }

        @Override
        public Publisher<?> down(Schema schema) {
            return schema.drop("events");
        }

        @Override
        public String connection() {
            return "analytics";
        }
    }

    /** Makes a table, then fails. */
    final class M20260103_000000_Fails implements Migration {
        @Override
        public Publisher<?> up(Schema schema) {
            return schema.create("halves", table -> table.id())
                    .then(DB.table("cities").insert(Map.of("name", "Half")))
                    .then(DB.table("nowhere").insert(Map.of("name", "x")));
        }

        @Override
        public Publisher<?> down(Schema schema) {
            return schema.drop("halves");
        }
    }

    @BeforeEach
    default void nothingMigrated(Runner run) {
        run.list(Migrator.of(run.database(), List.of()).wipe());
    }

    private static Migrator both(Runner run) {
        return Migrator.of(
                run.database(), List.of(new M20260102_000000_AddLagos(), new M20260101_000000_CreateCities()));
    }

    private static Migrator three(Runner run) {
        return Migrator.of(
                run.database(),
                List.of(
                        new M20260101_000000_CreateCities(),
                        new M20260102_000000_AddLagos(),
                        new M20260104_000000_CreateStreets()));
    }

    private static List<State> states(Runner run, Migrator migrator) {
        return run.list(migrator.status()).stream().map(MigrationStatus::state).toList();
    }

    /** What was done, such as {@code "UP M20260101_000000_CreateCities"}. */
    private static List<String> done(List<MigrationEvent> events) {
        return events.stream()
                .filter(Finished.class::isInstance)
                .map(Finished.class::cast)
                .map(event ->
                        event.direction() + " " + event.migration().value().substring(17))
                .toList();
    }

    /** What the catalog says of the tables that these migrations make. */
    private static List<Row> catalog(Runner run) {
        String tables = " in ('cities', 'streets', 'halves')";
        return run.list(Flux.concat(
                // By their place but without its number: PostgreSQL never gives that of a dropped column again.
                DB.select("select table_name, column_name, data_type, is_nullable, column_default"
                        + " from information_schema.columns where table_name" + tables
                        + " order by table_name, ordinal_position"),
                DB.select(
                        "select table_name, constraint_name, constraint_type from information_schema.table_constraints"
                                + " where table_name" + tables + " and constraint_type <> 'CHECK' order by 1, 2")));
    }

    private static List<String> texts(List<Row> rows) {
        return rows.stream().map(Row::toString).toList();
    }

    @Test
    @Feature({"16.1", "16.2"})
    default void pendingMigrationsAreAppliedInOrderAndOnce(Runner run) {
        assertThat(states(run, both(run))).containsExactly(State.PENDING, State.PENDING);

        assertThat(done(run.list(both(run).migrate()))).containsExactly("UP CreateCities", "UP AddLagos");

        assertThat(run.get(DB.table("cities").count())).isEqualTo(1);
        assertThat(states(run, both(run))).containsExactly(State.APPLIED, State.APPLIED);
        assertThat(run.list(both(run).migrate())).as("a second time").isEmpty();
    }

    @Test
    @Feature("16.2")
    default void eachStatementIsAnEventBetweenStartAndFinish(Runner run) {
        List<MigrationEvent> events = run.list(both(run).migrate());

        assertThat(events)
                .extracting(event -> event.getClass().getSimpleName())
                .containsExactly("Started", "Statement", "Finished", "Started", "Statement", "Finished");
        assertThat(events.get(1))
                .isInstanceOfSatisfying(
                        MigrationEvent.Statement.class,
                        statement -> assertThat(statement.sql()).startsWith("create table "));
        assertThat(((Finished) events.get(2)).duration()).isPositive();
    }

    @Test
    @Feature("16.2")
    default void rollbackTakesBackTheLastBatch(Runner run) {
        Migrator first = Migrator.of(run.database(), List.of(new M20260101_000000_CreateCities()));
        run.list(first.migrate());
        run.list(both(run).migrate());

        assertThat(done(run.list(both(run).rollback()))).containsExactly("DOWN AddLagos");
        assertThat(run.get(DB.table("cities").count())).isZero();
        assertThat(states(run, both(run))).containsExactly(State.APPLIED, State.PENDING);

        run.list(both(run).rollback());
        assertThat(run.get(Schema.on(run.database()).hasTable("cities"))).isFalse();
        assertThat(run.list(both(run).rollback())).as("nothing left").isEmpty();
    }

    @Test
    @Feature("16.2")
    default void rollbackTakesBackWhatIsChosen(Runner run) {
        run.list(three(run).migrate(MigrateOptions.ALL.inSteps()));
        assertThat(run.list(three(run).status()))
                .extracting(MigrationStatus::batch)
                .containsExactly(1, 2, 3);

        assertThat(done(run.list(three(run).rollback(Rollback.steps(2)))))
                .containsExactly("DOWN CreateStreets", "DOWN AddLagos");
        run.list(three(run).migrate());
        assertThat(done(run.list(three(run).rollback(Rollback.to("M20260102_000000_AddLagos")))))
                .containsExactly("DOWN CreateStreets");
        assertThat(done(run.list(three(run).rollback(Rollback.batch(1))))).containsExactly("DOWN CreateCities");
    }

    @Test
    @Feature("16.2")
    default void onlyWhatIsChosenIsApplied(Runner run) {
        assertThat(done(run.list(three(run).migrate(MigrateOptions.ALL.to("M20260102_000000_AddLagos")))))
                .containsExactly("UP CreateCities", "UP AddLagos");
        run.list(three(run).reset());
        assertThat(done(run.list(three(run).migrate(MigrateOptions.ALL.only("M20260101_000000_CreateCities")))))
                .containsExactly("UP CreateCities");
        assertThat(run.error(three(run)
                        .migrate(MigrateOptions.ALL.to("M20270101_000000_Nowhere"))
                        .then(Mono.just(1))))
                .isInstanceOf(UnknownMigrationException.class)
                .hasMessageContaining("M20260104_000000_CreateStreets");
    }

    @Test
    @Feature({"16.1", "16.2"})
    default void upDownAndUpAgainLeavesTheCatalogAsItWas(Runner run) {
        run.list(both(run).migrate());
        List<String> before = texts(catalog(run));
        run.list(three(run).migrate());
        List<String> after = texts(catalog(run));
        assertThat(after).hasSizeGreaterThan(before.size());

        run.list(three(run).rollback());
        assertThat(texts(catalog(run))).isEqualTo(before);
        run.list(three(run).migrate());
        assertThat(texts(catalog(run))).isEqualTo(after);
        assertThat(done(run.list(three(run).refresh(Rollback.steps(1)))))
                .containsExactly("DOWN CreateStreets", "UP CreateStreets");
        assertThat(texts(catalog(run))).isEqualTo(after);
        assertThat(done(run.list(three(run).refresh()))).hasSize(6);
        assertThat(texts(catalog(run))).isEqualTo(after);
        assertThat(done(run.list(three(run).fresh()))).hasSize(3);
        assertThat(texts(catalog(run))).isEqualTo(after);
        assertThat(done(run.list(three(run).reset()))).hasSize(3);
        assertThat(catalog(run)).isEmpty();
        assertThat(states(run, three(run))).containsOnly(State.PENDING);
        run.list(three(run).migrate());
        assertThat(texts(catalog(run))).isEqualTo(after);
    }

    @Test
    @Feature("16.2")
    default void wipeDropsWhateverIsThere(Runner run) {
        run.list(three(run).migrate());
        run.value(DB.statement("create view city_names as select name from cities"));

        List<MigrationEvent> events = run.list(three(run).wipe());

        assertThat(events)
                .extracting(event ->
                        ((MigrationEvent.Dropped) event).kind() + " " + ((MigrationEvent.Dropped) event).name())
                .contains("view city_names", "table cities", "table streets", "table ilana_migrations");
        assertThat(catalog(run)).isEmpty();
        assertThat(run.list(three(run).wipe())).as("nothing left").isEmpty();
    }

    /** What a migration may make besides tables: the statements, and what a wipe says it drops. */
    default Map<String, String> things() {
        return Map.of();
    }

    @Test
    @Feature({"16.2", "19.2"})
    default void wipeDropsWhatIsNoTableToo(Runner run) {
        run.list(three(run).migrate());
        things().keySet().forEach(statement -> run.value(DB.statement(statement)));

        List<String> dropped = run.list(three(run).wipe()).stream()
                .map(event -> ((MigrationEvent.Dropped) event).kind() + " " + ((MigrationEvent.Dropped) event).name())
                .toList();

        assertThat(dropped).containsAll(things().values());
        assertThat(run.list(Catalog.of(run.database()).unread())).isEmpty();
    }

    @Test
    @Feature({"16.2", "16.3"})
    default void wipeTakesTheTableOfALeaseWithIt(Runner run) {
        MigratorSettings lease = MigratorSettings.DEFAULT.withLock(LockSettings.DEFAULT.withKind(LockKind.LEASE));
        run.list(three(run).with(lease).migrate());
        run.list(three(run).with(lease).wipe());
        assertThat(run.list(Catalog.of(run.database()).tables())).isEmpty();

        run.list(three(run).with(lease).migrate());
        // Where a session holds the lock, the table is a thing like others.
        run.list(three(run).wipe());
        assertThat(run.list(Catalog.of(run.database()).tables())).isEmpty();
        run.list(three(run).with(lease).migrate());
        run.list(three(run).with(lease).fresh());
        assertThat(states(run, three(run))).containsOnly(State.APPLIED);
    }

    @Test
    @Feature({"16.1", "16.2"})
    @Needs(Capability.SCHEMA)
    default void theHistoryMayBeInASchemaOfItsOwn(Runner run) {
        Schema schema = Schema.on(run.database());
        run.value(schema.dropSchemaCascade("ops"));
        Migrator migrator = three(run).with(MigratorSettings.DEFAULT.withSchema("ops"));

        run.list(migrator.migrate());
        assertThat(run.get(schema.hasTable("ops.ilana_migrations"))).isTrue();
        assertThat(run.get(schema.hasTable("ops.cities"))).isFalse();
        assertThat(run.get(schema.hasTable("cities"))).isTrue();
        assertThat(run.get(schema.hasTable("ilana_migrations"))).isFalse();
        assertThat(states(run, migrator)).containsOnly(State.APPLIED);
        assertThat(states(run, three(run))).as("another history").containsOnly(State.PENDING);

        assertThat(done(run.list(migrator.refresh()))).hasSize(6);
        assertThat(done(run.list(migrator.fresh()))).hasSize(3);
        run.value(schema.create("ops.notes", t -> t.id()));
        assertThat(run.list(migrator.wipe())).contains(new MigrationEvent.Dropped("table", "ops.ilana_migrations"));
        assertThat(run.list(Catalog.of(run.database()).tables())).isEmpty();
        assertThat(run.get(schema.hasTable("ops.notes")))
                .as("what is in other schemas")
                .isTrue();
        run.value(schema.dropSchemaCascade("ops"));
    }

    @Test
    @Feature("16.2")
    default void pretendingShowsTheSqlAndDoesNothing(Runner run) {
        Migrator pretending = three(run).pretending();

        List<MigrationEvent> up = run.list(pretending.migrate());

        assertThat(up)
                .filteredOn(MigrationEvent.Statement.class::isInstance)
                .hasSizeGreaterThan(3)
                .extracting(event -> ((MigrationEvent.Statement) event).sql())
                .anyMatch(sql -> sql.startsWith("insert into "));
        assertThat(run.get(Schema.on(run.database()).hasTable("cities"))).isFalse();
        assertThat(run.get(Schema.on(run.database()).hasTable(MigratorSettings.DEFAULT.table())))
                .isFalse();

        run.list(three(run).migrate());
        assertThat(done(run.list(pretending.rollback()))).hasSize(3);
        assertThat(run.list(pretending.wipe())).isNotEmpty();
        assertThat(done(run.list(pretending.fresh()))).hasSize(3);
        assertThat(done(run.list(pretending.refresh()))).hasSize(6);
        assertThat(states(run, three(run))).containsOnly(State.APPLIED);
        assertThat(run.get(DB.table("cities").count())).isEqualTo(1);
    }

    /** Changes columns, which takes knowing what they are. */
    final class M20260107_000000_Changes implements Migration {

        private final boolean edited;

        M20260107_000000_Changes(boolean edited) {
            this.edited = edited;
        }

        @Override
        public Publisher<?> up(Schema schema) {
            return schema.create("rivers", t -> t.string("name", 40).defaultTo("Niger"))
                    .then(schema.rename("rivers", "streams"))
                    .then(schema.table("streams", t -> {
                        t.renameColumn("name", "title");
                        t.string("title", 60).change();
                    }))
                    .then(schema.hasColumn("streams", "title"))
                    .filter(there -> there)
                    .flatMap(there -> schema.table("cities", t -> {
                        ColumnBlueprint name = t.change("name");
                        var unused = edited ? name.nullable() : name.notNullable();
                        t.string("name", 99).change();
                    }))
                    .then(schema.createIfNotExists("cities", t -> t.id()));
        }

        @Override
        public Publisher<?> down(Schema schema) {
            return schema.drop("streams")
                    .then(schema.table("cities", t -> t.string("name").change()));
        }
    }

    private static List<String> sent(List<MigrationEvent> events) {
        return events.stream()
                .filter(MigrationEvent.Statement.class::isInstance)
                .map(event -> ((MigrationEvent.Statement) event).sql())
                // What is read of the catalog on the way changes nothing.
                .filter(sql -> !sql.startsWith("select "))
                .toList();
    }

    @Test
    @Feature({"16.2", "16.4"})
    default void pretendingShowsChangesOfColumnsAsTheyWillBe(Runner run) {
        Migration changes = new M20260107_000000_Changes(true);
        Migrator migrator = Migrator.of(run.database(), List.of(new M20260101_000000_CreateCities(), changes));
        // First with the cities only rehearsed, then with those that are there.
        List<String> rehearsed = sent(run.list(migrator.pretending().migrate()));
        run.list(migrator.migrate(MigrateOptions.ALL.to("M20260101_000000_CreateCities")));
        List<String> pretended = sent(run.list(migrator.pretending().migrate()));
        List<String> refreshed = sent(run.list(migrator.pretending().refresh()));
        assertThat(states(run, migrator)).containsExactly(State.APPLIED, State.PENDING);

        List<String> done = sent(run.list(migrator.migrate()));

        assertThat(pretended).isEqualTo(done).noneMatch(sql -> sql.contains("unknown"));
        assertThat(rehearsed.subList(1, rehearsed.size())).isEqualTo(done);
        assertThat(refreshed).endsWith(done.get(done.size() - 1));
        List<String> back = sent(run.list(migrator.pretending().rollback(Rollback.steps(1))));
        assertThat(sent(run.list(migrator.rollback(Rollback.steps(1))))).isEqualTo(back);
        assertThat(run.list(migrator.lint()))
                .as("a change of type")
                .anyMatch(report -> report.statement().contains("99"));
    }

    /** Changes what SQL has made. */
    final class M20260102_000000_DeepensLakes implements Migration {
        @Override
        public Publisher<?> up(Schema schema) {
            return schema.table("lakes", t -> t.bigInteger("depth").nullable().change());
        }

        @Override
        public Publisher<?> down(Schema schema) {
            return schema.table("lakes", t -> t.integer("depth").change());
        }
    }

    @Test
    @Feature("16.2")
    default void pretendingSaysWhatItCantKnow(Runner run) {
        Migrator migrator = Migrator.of(
                run.database(),
                List.of(
                        SqlMigration.of("M20260101_000000_Sql", "create table lakes (depth int)"),
                        new M20260102_000000_DeepensLakes()));
        assertThat(sent(run.list(migrator.pretending().migrate())))
                .containsExactly(
                        "create table lakes (depth int)",
                        "-- unknown: the change of column \"depth\" of \"lakes\", which is not there yet; it depends on what"
                                + " the column is by then");
        run.list(migrator.migrate());
    }

    @Test
    @Feature("16.4")
    default void anEditOfAChangeIsFoundOutWhateverTheDatabaseHas(Runner run) {
        Migration cities = new M20260101_000000_CreateCities();
        Migrator before = Migrator.of(run.database(), List.of(cities, new M20260107_000000_Changes(false)));
        run.list(before.migrate());
        assertThat(states(run, before)).containsOnly(State.APPLIED);
        run.value(Schema.on(run.database()).table("cities", t -> t.text("name").change()));
        assertThat(states(run, before)).as("the table is another now").containsOnly(State.APPLIED);
        assertThat(states(run, Migrator.of(run.database(), List.of(cities, new M20260107_000000_Changes(true)))))
                .containsExactly(State.APPLIED, State.EDITED);
    }

    @Test
    @Feature("16.1")
    default void oneThatDoesNotWantToRunStaysPending(Runner run) {
        Migrator migrator = Migrator.of(
                run.database(), List.of(new M20260101_000000_CreateCities(), new M20260105_000000_NotNow()));

        assertThat(run.list(migrator.migrate()))
                .filteredOn(MigrationEvent.Skipped.class::isInstance)
                .hasSize(1);
        assertThat(states(run, migrator)).containsExactly(State.APPLIED, State.PENDING);
    }

    @Test
    @Feature("16.1")
    default void eachConnectionHasItsMigrationsAndItsHistory(Runner run) {
        Migrator main = Migrator.of(
                run.database(), List.of(new M20260101_000000_CreateCities(), new M20260106_000000_OfAnother()));
        Migrator analytics =
                main.with(MigratorSettings.DEFAULT.withConnection("analytics").withTable("analytics_migrations"));

        assertThat(done(run.list(main.migrate()))).containsExactly("UP CreateCities");
        assertThat(done(run.list(analytics.migrate()))).containsExactly("UP OfAnother");
        assertThat(run.get(DB.table("analytics_migrations").count())).isEqualTo(1);
        assertThat(states(run, main)).containsExactly(State.APPLIED);
        assertThat(run.list(main.list()))
                .extracting(info -> info.migration().value())
                .containsExactly("M20260101_000000_CreateCities");
    }

    @Test
    @Feature("16.2")
    default void aMissingMigrationIsReportedAndNotRolledBack(Runner run) {
        run.list(both(run).migrate());
        Migrator without = Migrator.of(run.database(), List.of(new M20260101_000000_CreateCities()));

        assertThat(states(run, without)).containsExactly(State.APPLIED, State.MISSING);
        assertThat(run.error(without.rollback().then(Mono.just(1)))).isInstanceOf(MigrationNotFoundException.class);
        assertThat(run.get(DB.table("cities").count())).isEqualTo(1);
    }

    @Test
    @Feature("16.1")
    @Needs(Capability.TRANSACTIONAL_DDL)
    default void whereTheDatabaseCanAFailureLeavesNothingOfItsMigration(Runner run) {
        Migrator migrator =
                Migrator.of(run.database(), List.of(new M20260101_000000_CreateCities(), new M20260103_000000_Fails()));

        assertThat(run.error(migrator.migrate().then(Mono.just(1))))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("M20260103_000000_Fails");

        assertThat(run.get(Schema.on(run.database()).hasTable("halves"))).isFalse();
        assertThat(run.get(DB.table("cities").count())).isZero();
        assertThat(states(run, migrator)).containsExactly(State.APPLIED, State.PENDING);
    }
}
