package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.connection.Database;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.schema.build.Blueprint;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.diff.Difference;
import dev.ilana.schema.diff.SchemaDiff;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.schema.migrate.Migration;
import dev.ilana.schema.migrate.MigrationFailedException;
import dev.ilana.schema.migrate.Migrator;
import dev.ilana.schema.migrate.MigratorSettings;
import dev.ilana.schema.migrate.OwnTables;
import dev.ilana.schema.migrate.SqlMigration;
import dev.ilana.testkit.contract.SchemaDumpContract.M20260101_000000_Library;
import dev.ilana.testkit.database.Runner;
import dev.ilana.testkit.database.TestDatabase;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** What migrations make of an empty database is what a database that nobody changed by hand has. */
public interface ShadowContract {

    private static void withShadow(Runner run, Consumer<Database> test) {
        try (TestDatabase other = run.another()) {
            run.with(Database.connect(other.url()), test);
        }
    }

    private static Migrator migrator(Runner run, Migration... migrations) {
        return Migrator.of(run.database(), List.of(migrations));
    }

    private static Difference drift(Runner run, SchemaDefinition wanted) {
        return run.get(SchemaDiff.create()
                .ignoring(OwnTables.of(MigratorSettings.DEFAULT).toArray(String[]::new))
                .on(run.database(), wanted));
    }

    private static List<QualifiedName> tables(Runner run, Database database) {
        return run.list(Catalog.of(database).tables());
    }

    @Test
    @Feature("16.9")
    default void aDatabaseThatWasOnlyMigratedHasNoDrift(Runner run) {
        Migrator migrator = migrator(run, new M20260101_000000_Library());
        run.list(migrator.migrate());

        withShadow(run, shadow -> {
            SchemaDefinition made = run.get(migrator.schemaIn(shadow));

            assertThat(made.tables().stream().map(TableDefinition::name).map(QualifiedName::name))
                    .containsExactly("books", "writers");
            assertThat(drift(run, made).lines()).isEmpty();
            assertThat(tables(run, shadow)).isEmpty();
            assertThat(run.get(migrator.schemaIn(shadow))).as("a second time").isEqualTo(made);
        });
    }

    @Test
    @Feature("16.9")
    default void whatSomebodyChangedByHandIsFound(Runner run) {
        Migrator migrator = migrator(run, new M20260101_000000_Library());
        run.list(migrator.migrate());
        Schema schema = Schema.on(run.database());
        run.value(schema.table("books", t -> t.dropColumn("mark")));
        run.value(schema.table("writers", t -> t.integer("age").nullable()));
        run.value(schema.create("drafts", Blueprint::id));

        withShadow(run, shadow -> {
            List<String> lines = drift(run, run.get(migrator.schemaIn(shadow))).lines();

            assertThat(lines).hasSize(3);
            assertThat(lines.get(0)).startsWith("+ column \"books.mark\" ");
            assertThat(lines.subList(1, 3))
                    .anyMatch(line -> line.startsWith("! table \"drafts\": "))
                    .anyMatch(line -> line.startsWith("! column \"writers.age\": "));
        });
    }

    @Test
    @Feature("16.9")
    default void aShadowThatHasAnythingIsRefusedAndLeftAsItIs(Runner run) {
        Migrator migrator = migrator(run, new M20260101_000000_Library());
        withShadow(run, shadow -> {
            run.value(Schema.on(shadow).create("drafts", Blueprint::id));

            assertThat(run.error(migrator.schemaIn(shadow)))
                    .isInstanceOf(InvalidUsageException.class)
                    .hasMessage(
                            "the shadow database is not empty, and would be emptied in the end: it has table drafts;"
                                    + " nothing was done");
            assertThat(tables(run, shadow)).containsExactly(QualifiedName.of("drafts"));
        });
    }

    @Test
    @Feature("16.9")
    default void aShadowIsEmptyAgainWhenAMigrationFails(Runner run) {
        Migrator migrator = migrator(
                run,
                new M20260101_000000_Library(),
                SqlMigration.of("M20260102_000000_Broken", "create table drafts (id int);\nselect * from nowhere", ""));
        withShadow(run, shadow -> {
            assertThat(run.error(migrator.schemaIn(shadow))).isInstanceOf(MigrationFailedException.class);
            assertThat(tables(run, shadow)).isEmpty();
        });
        assertThat(tables(run, run.database())).isEmpty();
    }

    @Test
    @Feature("16.9")
    default void aShadowIsEmptyAgainWhenItsMigrationsAreCancelledAndItIsClosed(Runner run) {
        Migrator migrator = migrator(run, new M20260101_000000_Library());
        try (TestDatabase other = run.another()) {
            run.with(Database.connect(other.url()), looking -> {
                for (int millis : List.of(5, 20, 50, 100, 200)) {
                    Database shadow = Database.connect(other.url());
                    Sinks.Empty<Void> closed = Sinks.empty();
                    Function<Database, Mono<Void>> closing =
                            database -> database.close().doFinally(unused -> closed.tryEmitEmpty());
                    var unused = CutOff.isThrough(
                            run, Mono.usingWhen(Mono.just(shadow), migrator::schemaIn, closing), millis);
                    run.value(closed.asMono());
                    assertThat(run.list(Catalog.of(looking).tables())).isEmpty();
                }
            });
        }
        run.assertNothingAcquired();
    }
}
