package dev.ilana.testkit.contract;

import dev.ilana.DB;
import dev.ilana.query.Row;
import dev.ilana.schema.build.ColumnBlueprint;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.migrate.Migration;
import dev.ilana.schema.migrate.MigrationEvent;
import dev.ilana.schema.migrate.MigrationEvent.Finished;
import dev.ilana.schema.migrate.MigrationStatus;
import dev.ilana.schema.migrate.MigrationStatus.State;
import dev.ilana.schema.migrate.Migrator;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** A contract whose tests each start with an empty database, and migrations that make tables of cities and streets. */
interface CitiesContract {

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

    @BeforeEach
    default void nothingMigrated(Runner run) {
        run.list(Migrator.of(run.database(), List.of()).wipe());
    }

    static Migrator both(Runner run) {
        return Migrator.of(
                run.database(), List.of(new M20260102_000000_AddLagos(), new M20260101_000000_CreateCities()));
    }

    static Migrator three(Runner run) {
        return Migrator.of(
                run.database(),
                List.of(
                        new M20260101_000000_CreateCities(),
                        new M20260102_000000_AddLagos(),
                        new M20260104_000000_CreateStreets()));
    }

    static List<State> states(Runner run, Migrator migrator) {
        return run.list(migrator.status()).stream().map(MigrationStatus::state).toList();
    }

    /** What was done, such as {@code "UP M20260101_000000_CreateCities"}. */
    static List<String> done(List<MigrationEvent> events) {
        return events.stream()
                .filter(Finished.class::isInstance)
                .map(Finished.class::cast)
                .map(event ->
                        event.direction() + " " + event.migration().value().substring(17))
                .toList();
    }

    static List<String> sent(List<MigrationEvent> events) {
        return events.stream()
                .filter(MigrationEvent.Statement.class::isInstance)
                .map(event -> ((MigrationEvent.Statement) event).sql())
                // What is read of the catalog on the way changes nothing.
                .filter(sql -> !sql.startsWith("select "))
                .toList();
    }

    /** What the catalog says of the tables that these migrations make. */
    static List<Row> catalog(Runner run) {
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

    static List<String> texts(List<Row> rows) {
        return rows.stream().map(Row::toString).toList();
    }
}
