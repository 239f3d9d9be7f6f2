package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.dialect.Capability;
import dev.ilana.dialect.Dialect;
import dev.ilana.error.BadSqlException;
import dev.ilana.error.ForeignKeyViolationException;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.schema.migrate.DatabaseNotEmptyException;
import dev.ilana.schema.migrate.MigrateOptions;
import dev.ilana.schema.migrate.Migration;
import dev.ilana.schema.migrate.MigrationEvent;
import dev.ilana.schema.migrate.MigrationEvent.Loaded;
import dev.ilana.schema.migrate.MigrationStatus;
import dev.ilana.schema.migrate.MigrationStatus.State;
import dev.ilana.schema.migrate.Migrator;
import dev.ilana.schema.migrate.MigratorSettings;
import dev.ilana.schema.migrate.SqlMigration;
import dev.ilana.schema.migrate.dump.InvalidDumpException;
import dev.ilana.schema.migrate.dump.SchemaDump;
import dev.ilana.testkit.database.Needs;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A dump makes an empty database what its migrations made another, and stands for them from then on. */
public interface SchemaDumpContract {

    /** Makes tables with something of everything, two of which refer to each other. */
    final class M20260101_000000_Library implements Migration {
        @Override
        public Publisher<?> up(Schema schema) {
            return schema.dialect()
                    .flatMap(dialect -> schema.create("books", t -> {
                                t.id();
                                t.string("title", 80)
                                        .defaultTo("it's; a \\ book")
                                        .comment("as it's on the cover; --");
                                t.enumeration("state", "lent", "on the shelf").defaultTo("lent");
                                t.decimal("price", 10, 2).defaultTo(1.5).checkPositive();
                                t.integer("pages").unsigned().nullable();
                                t.integer("sheets").storedAs("pages / 2");
                                t.json("notes").nullable();
                                t.uuid("mark").nullable();
                                t.binary("cover").nullable();
                                t.timestamp("bought_at").useCurrent();
                                t.foreignId("writer_id").nullable();
                                t.unique("title", "price");
                                t.index("state", "pages").descending("pages");
                                t.comment("all of them");
                                if (dialect.supports(Capability.FULL_TEXT)) {
                                    t.fullText("title");
                                }
                                if (dialect.supports(Capability.ARRAY_COLUMN)) {
                                    t.integer("shelves").array().nullable();
                                }
                                if (dialect.supports(Capability.PARTIAL_INDEX)) {
                                    t.index("price").where("price > 3");
                                }
                            })
                            .then(schema.create("writers", t -> {
                                t.string("name").primary();
                                t.bigInteger("number").unique();
                                t.foreignId("best_book_id")
                                        .nullable()
                                        .constrained("books")
                                        .nullOnDelete();
                                t.check("named", "name <> ''");
                                t.timestamps();
                            }))
                            .then(schema.table(
                                    "books",
                                    t -> t.foreign("writer_id")
                                            .references("number")
                                            .on("writers")
                                            .cascadeOnDelete())));
        }

        @Override
        public Publisher<?> down(Schema schema) {
            return schema.table("books", t -> t.dropForeign("writer_id"))
                    .then(schema.drop("writers"))
                    .then(schema.drop("books"));
        }
    }

    /** Comes after the dump. */
    String LATER = "M20260103_000000_Later";

    @BeforeEach
    default void nothingMigrated(Runner run) {
        run.list(Migrator.of(run.database(), List.of()).wipe());
    }

    private static Migration cities() {
        return SqlMigration.of(
                "M20260102_000000_Cities", "create table cities (id int primary key)", "drop table cities");
    }

    private static Migrator migrator(Runner run, Migration... migrations) {
        return Migrator.of(run.database(), List.of(migrations));
    }

    private static SchemaDump dumped(Runner run, Migration... migrations) {
        run.list(migrator(run, migrations).migrate());
        SchemaDump dump = run.get(migrator(run, migrations).dump());
        return SchemaDump.parse(dump.text(), run.database().dialect());
    }

    private static SchemaDefinition schema(Runner run) {
        return run.get(Catalog.of(run.database()).schema());
    }

    /** But that of a lease, which a migrator of a database without locks of sessions leaves behind. */
    private static List<String> tables(Runner run) {
        return run.list(Catalog.of(run.database()).tables()).stream()
                .map(QualifiedName::name)
                .filter(name -> !name.endsWith("_lock"))
                .toList();
    }

    private static Throwable error(Runner run, Flux<?> events) {
        return run.error(events.then(Mono.just(1)));
    }

    @Test
    @Feature("16.9")
    default void aDumpMakesAnEmptyDatabaseTheSameAndNewerMigrationsFollow(Runner run) {
        SchemaDump dump = dumped(run, new M20260101_000000_Library(), cities());
        SchemaDefinition before = schema(run);
        List<MigrationStatus> statuses =
                run.list(migrator(run, new M20260101_000000_Library(), cities()).status());
        run.list(migrator(run).wipe());

        Migration later = SqlMigration.of(LATER, "alter table cities add column mayor int", "select 1");
        // The migrations that the dump has are not given any more.
        List<MigrationEvent> events = run.list(migrator(run, later).from(dump).migrate(MigrateOptions.ALL.to(LATER)));

        assertThat(events.get(0)).isInstanceOf(Loaded.class);
        assertThat(((Loaded) events.get(0)).migrations())
                .extracting(Object::toString)
                .containsExactly("M20260101_000000_Library", "M20260102_000000_Cities");
        assertThat(events).filteredOn(MigrationEvent.Finished.class::isInstance).hasSize(1);
        run.value(Schema.on(run.database()).table("cities", t -> t.dropColumn("mayor")));
        assertThat(schema(run)).isEqualTo(before);
        List<MigrationStatus> after = run.list(migrator(run, later).from(dump).status());
        assertThat(after.subList(0, 2)).isEqualTo(statuses);
        assertThat(after.get(2).batch()).isEqualTo(2);
        assertThat(run.list(migrator(run, later).from(dump).migrate()))
                .as("a second time")
                .isEmpty();
        assertThat(run.list(migrator(run, later).status()).get(0).state())
                .as("without the dump")
                .isEqualTo(State.MISSING);

        run.list(migrator(run, later).from(dump).fresh());
        assertThat(run.list(migrator(run, later).from(dump).status()))
                .extracting(MigrationStatus::state)
                .containsOnly(State.APPLIED);
    }

    @Test
    @Feature("16.9")
    default void theTablesTakeRowsAsThoseOfTheMigrationsDo(Runner run) {
        SchemaDump dump = dumped(run, new M20260101_000000_Library());
        run.list(migrator(run).wipe());
        run.list(migrator(run, new M20260101_000000_Library()).from(dump).migrate());

        run.value(DB.table("books").insert(Map.of("pages", 30)));
        assertThat(run.get(DB.table("books").first()).get("title", String.class))
                .isEqualTo("it's; a \\ book");
        assertThat(run.get(DB.table("books").first()).get("sheets", Integer.class))
                .isEqualTo(15);
        assertThat(run.error(DB.table("books").insert(Map.of("title", "x", "writer_id", 4))))
                .isInstanceOf(ForeignKeyViolationException.class);
    }

    @Test
    @Feature("16.9")
    default void aDumpIsTheSameOfTheSameDatabase(Runner run) {
        SchemaDump first = dumped(run, new M20260101_000000_Library());
        run.list(migrator(run).wipe());
        run.list(migrator(run).from(first).migrate());
        assertThat(run.get(migrator(run).from(first).dump()).text()).isEqualTo(first.text());
    }

    @Test
    @Feature("16.9")
    default void whatADumpCantSayIsToldAndSuchADumpIsNotLoaded(Runner run) {
        run.list(migrator(run, cities()).migrate());
        run.value(DB.statement("create view city_numbers as select id from cities"));
        SchemaDump dump = run.get(migrator(run, cities()).dump());
        assertThat(dump.leftOut()).containsExactly("view city_numbers");
        run.list(migrator(run).wipe());

        assertThat(error(run, migrator(run, cities()).from(dump).migrate()))
                .isInstanceOf(InvalidDumpException.class)
                .hasMessageStartingWith("the dump leaves out view city_numbers");
        assertThat(tables(run)).isEmpty();

        String completed = dump.text().replace("-- left out: view city_numbers\n", "")
                + "\ncreate view city_numbers as select id from cities;\n";
        run.list(migrator(run, cities())
                .from(SchemaDump.parse(completed, run.database().dialect()))
                .migrate());
        assertThat(run.get(Schema.on(run.database()).hasTable("city_numbers"))).isTrue();
    }

    @Test
    @Feature("16.9")
    default void aDatabaseThatHasTablesButNoHistoryIsLeftAlone(Runner run) {
        SchemaDump dump = dumped(run, cities());
        run.list(migrator(run).wipe());
        run.value(Schema.on(run.database()).create("cities", t -> t.id()));

        assertThat(error(run, migrator(run, cities()).from(dump).migrate()))
                .isInstanceOf(DatabaseNotEmptyException.class)
                .hasMessageContaining("but tables: cities.");
        assertThat(run.list(migrator(run, cities()).status()).get(0).state()).isEqualTo(State.PENDING);
    }

    @Test
    @Feature("16.9")
    default void whereLessThanTheDumpIsWantedTheMigrationsRunThemselves(Runner run) {
        SchemaDump dump = dumped(run, new M20260101_000000_Library(), cities());
        run.list(migrator(run).wipe());

        List<MigrationEvent> events = run.list(migrator(run, new M20260101_000000_Library(), cities())
                .from(dump)
                .migrate(MigrateOptions.ALL.to("M20260101_000000_Library")));

        assertThat(events).noneMatch(Loaded.class::isInstance);
        assertThat(run.get(Schema.on(run.database()).hasTable("cities"))).isFalse();
    }

    @Test
    @Feature("16.9")
    default void pretendingShowsTheDumpAndDoesNothing(Runner run) {
        SchemaDump dump = dumped(run, cities());
        run.list(migrator(run).wipe());
        Migrator pretending =
                migrator(run, SqlMigration.of(LATER, "select 1")).from(dump).pretending();

        for (Flux<MigrationEvent> events : List.of(pretending.migrate(), pretending.fresh())) {
            List<MigrationEvent> shown = run.list(events);
            assertThat(shown.get(0))
                    .isInstanceOfSatisfying(
                            Loaded.class,
                            loaded -> assertThat(loaded.statements()).isEqualTo(dump.statements()));
            assertThat(shown)
                    .filteredOn(MigrationEvent.Finished.class::isInstance)
                    .hasSize(1);
        }
        assertThat(tables(run)).isEmpty();
    }

    @Test
    @Feature("16.9")
    default void aDumpOfAnotherDatabaseOrHistoryIsRefused(Runner run) {
        SchemaDump dump = dumped(run, cities());
        run.list(migrator(run).wipe());
        Dialect dialect = run.database().dialect();

        assertThat(run.error(Mono.fromCallable(() ->
                        SchemaDump.parse(dump.text().replace("dump of " + dialect.name(), "dump of Oracle"), dialect))))
                .isInstanceOf(InvalidDumpException.class)
                .hasMessage("the dump is of Oracle, and the database is " + dialect.name());
        assertThat(run.error(Mono.fromCallable(() -> SchemaDump.parse("create table a (id int)", dialect))))
                .isInstanceOf(InvalidDumpException.class)
                .hasMessageStartingWith("this is no dump");
        String without = dump.text()
                .lines()
                .filter(line -> !line.startsWith("insert "))
                .reduce("", (all, line) -> all + line + "\n");
        assertThat(error(
                        run,
                        migrator(run, cities())
                                .from(SchemaDump.parse(without, dialect))
                                .migrate()))
                .isInstanceOf(InvalidDumpException.class)
                .hasMessageContaining("do not write them to the history");
        assertThat(error(
                        run,
                        migrator(run, cities())
                                .with(MigratorSettings.DEFAULT.withTable("other"))
                                .from(dump)
                                .migrate()))
                .isInstanceOf(InvalidDumpException.class)
                .hasMessageContaining("has its history in ilana_migrations, and the migrator in other");
    }

    @Test
    @Feature("16.9")
    @Needs(Capability.TRANSACTIONAL_DDL)
    default void aDumpThatFailsLeavesNothing(Runner run) {
        SchemaDump dump = dumped(run, cities());
        run.list(migrator(run).wipe());
        SchemaDump broken = SchemaDump.parse(
                dump.text() + "\nselect nonsense;\n", run.database().dialect());

        assertThat(error(run, migrator(run, cities()).from(broken).migrate())).isInstanceOf(BadSqlException.class);
        assertThat(tables(run)).isEmpty();
    }

    @Test
    @Feature("16.9")
    @Needs(Capability.SCHEMA)
    default void aHistoryInAnotherSchemaIsDumpedWithIt(Runner run) {
        MigratorSettings ops = MigratorSettings.DEFAULT.withSchema("ops");
        run.value(Schema.on(run.database()).dropSchemaCascade("ops"));
        run.list(migrator(run, cities()).with(ops).migrate());
        SchemaDump dump = run.get(migrator(run, cities()).with(ops).dump());
        assertThat(dump.history()).isEqualTo("ops.ilana_migrations");
        run.list(migrator(run).wipe());
        run.value(Schema.on(run.database()).dropSchemaCascade("ops"));

        assertThat(run.list(migrator(run, cities()).with(ops).from(dump).migrate()))
                .singleElement()
                .isInstanceOf(Loaded.class);
        assertThat(run.list(migrator(run, cities()).with(ops).status()).get(0).state())
                .isEqualTo(State.APPLIED);
        run.value(Schema.on(run.database()).dropSchemaCascade("ops"));
    }
}
