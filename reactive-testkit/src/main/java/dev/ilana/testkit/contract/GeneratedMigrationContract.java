package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.connection.Database;
import dev.ilana.schema.build.Blueprint;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.diff.Difference;
import dev.ilana.schema.diff.SchemaDiff;
import dev.ilana.schema.generate.MigrationSource;
import dev.ilana.schema.migrate.Migration;
import dev.ilana.schema.migrate.MigrationName;
import dev.ilana.schema.migrate.Migrator;
import dev.ilana.schema.models.ModelSchema;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Migrations written from differences compile, make what differs, and take it back. */
public interface GeneratedMigrationContract extends EmptySchemaContract {
    /** How many made-up schemas are migrated, each of so many tables. */
    int SCHEMAS = 3;

    int TABLES = 6;

    MigrationName NAME = new MigrationName("M20261122_093000_BecomeAnother");

    /** A migration, and its source for those who ask why it failed. */
    record Written(Migration migration, String source) {
        /** From what the database is to what it is to be, and back. */
        static Written of(Runner run, SchemaDefinition present, SchemaDefinition wanted) {
            Database database = run.database();
            Difference up = run.get(ALL.on(database, wanted));
            Difference down = ALL.between(database.dialect(), wanted, present);
            String source = MigrationSource.of(NAME, up, down);
            return new Written(CompiledMigration.of(NAME.value(), source), source);
        }

        void up(Runner run, SchemaDefinition wanted, long seed) {
            make(run, migration.up(Schema.on(run.database())), wanted, "up of seed " + seed);
        }

        void down(Runner run, SchemaDefinition present, long seed) {
            make(run, migration.down(Schema.on(run.database())), present, "down of seed " + seed);
        }

        private void make(Runner run, Publisher<?> changes, SchemaDefinition becomes, String what) {
            try {
                run.value(Flux.from(changes).then());
            } catch (RuntimeException e) {
                throw new AssertionError(what + ": " + e.getMessage() + "\n" + source, e);
            }
            assertThat(run.get(ALL.on(run.database(), becomes)).lines())
                    .as("%s: %s", what, source)
                    .isEmpty();
        }
    }

    @Test
    @Feature("16.8")
    default void migrationsWrittenFromMadeUpDifferencesMakeThemAndTakeThemBack(Runner run) {
        long first = Long.getLong("ilana.schemas.seed", 20_261_121L);
        int count = Integer.getInteger("ilana.migrations", SCHEMAS);
        for (long seed = first; seed < first + count; seed++) {
            RandomSchemas schemas = new RandomSchemas(run.database().dialect(), seed);
            SchemaDefinition schema = schemas.schema(TABLES);
            SchemaDefinition grown = schemas.grown(schema);

            Written creation = Written.of(run, SchemaDefinition.EMPTY, schema);
            creation.up(run, schema, seed);
            Written change = Written.of(run, schema, grown);
            change.up(run, grown, seed);

            change.down(run, schema, seed);
            creation.down(run, SchemaDefinition.EMPTY, seed);
        }
    }

    private static SchemaDefinition shop(Consumer<Blueprint> goods) {
        return new SchemaDefinition(
                List.of(Schema.definition("shops", Blueprint::id), Schema.definition("goods", goods)), List.of());
    }

    @Test
    @Feature("16.8")
    default void aWrittenMigrationRunsInTheMigratorAndIsRolledBack(Runner run) {
        SchemaDefinition present = shop(t -> {
            t.id();
            t.string("name", 40).nullable().comment("as on the label");
            t.integer("amount").defaultTo(1);
            t.string("code").unique();
        });
        SchemaDefinition wanted = shop(t -> {
            t.id();
            t.string("name", 90).defaultTo("none");
            t.integer("amount");
            t.foreignId("shop_id").nullable().constrained("shops").cascadeOnDelete();
            t.string("code").unique("one_code");
            t.index("name", "amount");
            t.comment("what is sold");
        });
        SchemaDiff diff = ALL.ignoring("ilana_migrations", "ilana_migrations_lock");
        run.value(Schema.on(run.database())
                .apply(run.get(diff.on(run.database(), present)).changes()));
        String source = MigrationSource.of(
                NAME,
                run.get(diff.on(run.database(), wanted)),
                diff.between(run.database().dialect(), wanted, present));
        Migrator migrator = Migrator.of(run.database(), List.of(CompiledMigration.of(NAME.value(), source)));

        run.list(migrator.migrate());
        assertThat(run.get(diff.on(run.database(), wanted)).lines()).as(source).isEmpty();
        run.list(migrator.rollback());
        assertThat(run.get(diff.on(run.database(), present)).lines()).as(source).isEmpty();
    }

    @Test
    @Feature("16.8")
    default void modelsGetTheirTablesByAMigration(Runner run) {
        ModelSchema models = ModelSchema.of(ModelSchemaContract.Essayist.ESSAYISTS, ModelSchemaContract.Essay.ESSAYS);
        Difference up = run.get(ALL.on(run.database(), models));
        Difference down =
                ALL.between(run.database().dialect(), models.wantedOf(SchemaDefinition.EMPTY), SchemaDefinition.EMPTY);
        String source = MigrationSource.of(NAME, up, down);
        Migration migration = CompiledMigration.of(NAME.value(), source);

        run.value(Flux.from(migration.up(Schema.on(run.database()))).then());
        assertThat(run.get(ALL.on(run.database(), models)).lines()).as(source).isEmpty();
        run.value(Flux.from(migration.down(Schema.on(run.database()))).then());
        assertThat(run.get(ALL.on(run.database(), SchemaDefinition.EMPTY)).lines())
                .as(source)
                .isEmpty();
    }

    @Test
    @Feature("16.8")
    default void everyTextComesThroughTheSource(Runner run) {
        List<String> texts =
                List.of("\" + System.exit(1) + \"", "\\u0022", "line\r\nline", "é 漢", "a\\", "*/ it's", "${x} %s ?");
        SchemaDefinition wanted = new SchemaDefinition(
                List.of(Schema.definition("texts", t -> {
                    t.id();
                    for (int i = 0; i < texts.size(); i++) {
                        t.string("text" + i).defaultTo(texts.get(i)).comment(texts.get(i));
                    }
                    t.comment(texts.get(2));
                })),
                List.of());

        Written creation = Written.of(run, SchemaDefinition.EMPTY, wanted);
        creation.up(run, wanted, 0);
        creation.down(run, SchemaDefinition.EMPTY, 0);
    }
}
