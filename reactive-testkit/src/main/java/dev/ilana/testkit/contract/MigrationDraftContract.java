package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.schema.build.Blueprint;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.diff.Drop;
import dev.ilana.schema.diff.SchemaDiff;
import dev.ilana.schema.diff.SchemaSource;
import dev.ilana.schema.diff.Withheld;
import dev.ilana.schema.generate.MigrationDraft;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.schema.migrate.Migration;
import dev.ilana.schema.migrate.MigrationName;
import dev.ilana.schema.models.ModelSchema;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** A draft makes what differs as far as it may, and takes back that and nothing else. */
public interface MigrationDraftContract extends EmptySchemaContract {

    /** How many made-up schemas are changed, each of so many tables. */
    int SCHEMAS = 3;

    int TABLES = 4;

    MigrationName NAME = new MigrationName("M20261122_093000_BecomeAnother");

    private static void thereAndBack(Runner run, SchemaDiff diff, SchemaSource wanted, String what) {
        SchemaDefinition before = run.get(Catalog.of(run.database()).schema());
        MigrationDraft draft = run.get(MigrationDraft.of(run.database(), wanted, diff));
        String source = draft.source(NAME);
        Migration migration = CompiledMigration.of(NAME.value(), source);

        make(run, migration.up(Schema.on(run.database())), "up of " + what, source);
        assertThat(run.get(diff.on(run.database(), wanted)).changes())
                .as("up of %s: %s", what, source)
                .isEmpty();
        make(run, migration.down(Schema.on(run.database())), "down of " + what, source);
        assertThat(run.get(ALL.on(run.database(), before)).lines())
                .as("down of %s: %s", what, source)
                .isEmpty();
    }

    private static void make(Runner run, Publisher<?> changes, String what, String source) {
        try {
            run.value(Flux.from(changes).then());
        } catch (RuntimeException e) {
            throw new AssertionError(what + ": " + e.getMessage() + "\n" + source, e);
        }
    }

    @Test
    @Feature("16.8")
    default void madeUpDraftsAreTakenBackAlsoWhereTheyDropNothing(Runner run) {
        long first = Long.getLong("ilana.schemas.seed", 20_261_122L);
        int count = Integer.getInteger("ilana.migrations", SCHEMAS);
        for (long seed = first; seed < first + count; seed++) {
            RandomSchemas schemas = new RandomSchemas(run.database().dialect(), seed);
            SchemaDefinition schema = schemas.schema(TABLES);
            SchemaDefinition grown = schemas.grown(schema);

            // No type can become every other.
            EmptySchemaContract.become(run, ALL, SchemaSource.of(SchemaDefinition.EMPTY));
            EmptySchemaContract.become(run, ALL, SchemaSource.of(schema));
            thereAndBack(run, SchemaDiff.create(), SchemaSource.of(grown), "what grows, seed " + seed);
            thereAndBack(run, ALL, SchemaSource.of(grown), "what becomes another, seed " + seed);
            thereAndBack(
                    run,
                    SchemaDiff.create(),
                    SchemaSource.of(SchemaDefinition.EMPTY),
                    "what nobody drops, seed " + seed);
        }
    }

    private static SchemaDefinition shop(String table, String name) {
        return new SchemaDefinition(
                List.of(Schema.definition("shops", Blueprint::id), Schema.definition(table, t -> {
                    t.id();
                    t.string(name, 40);
                    t.foreignId("shop_id").constrained("shops");
                    t.index(name, "shop_id").name("by_shop");
                })),
                List.of());
    }

    @Test
    @Feature("16.8")
    default void otherNamesAreTakenBack(Runner run) {
        EmptySchemaContract.become(run, ALL, SchemaSource.of(shop("goods", "name")));
        thereAndBack(
                run,
                SchemaDiff.create().renamingTable("goods", "wares").renamingColumn("wares", "name", "label"),
                SchemaSource.of(shop("wares", "label")),
                "other names");
    }

    @Test
    @Feature("16.8")
    default void modelsAreDraftedBesideWhatTheyDoNotSpeakOf(Runner run) {
        SchemaSource models = ModelSchema.of(ModelSchemaContract.Essayist.ESSAYISTS, ModelSchemaContract.Essay.ESSAYS);
        EmptySchemaContract.become(
                run,
                ALL,
                SchemaSource.of(new SchemaDefinition(
                        List.of(Schema.definition("drafts", Blueprint::id), Schema.definition("essayists", t -> {
                            t.id();
                            t.string("name", 20);
                            t.integer("age").nullable().index();
                        })),
                        List.of())));
        MigrationDraft draft = run.get(MigrationDraft.of(run.database(), models, SchemaDiff.create()));
        assertThat(draft.isEmpty()).isFalse();
        assertThat(draft.up().withheld())
                .extracting(Withheld::what)
                .contains("column \"essayists.age\"", "table \"drafts\"");
        thereAndBack(run, SchemaDiff.create(), models, "models");
        thereAndBack(run, SchemaDiff.create().dropping(Drop.COLUMNS, Drop.KEYS), models, "models alone");
    }

    @Test
    @Feature("16.8")
    default void nothingIsDraftedWhereNothingDiffers(Runner run) {
        SchemaSource shop = SchemaSource.of(shop("goods", "name"));
        EmptySchemaContract.become(run, ALL, shop);
        assertThat(run.get(MigrationDraft.of(run.database(), shop, ALL)).isEmpty())
                .isTrue();
    }
}
