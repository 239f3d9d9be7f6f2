package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.Table;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.model.TableIndex;
import dev.ilana.relation.BelongsTo;
import dev.ilana.relation.HasMany;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType.Decimal;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Size;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.diff.Difference;
import dev.ilana.schema.diff.SchemaDiff;
import dev.ilana.schema.ensure.SchemaRegistry;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.schema.models.ModelSchema;
import dev.ilana.testkit.database.Runner;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Models say what their tables are, and the database is given it, without losing what models do not speak of. */
public interface ModelSchemaContract extends EmptySchemaContract {

    // tag::models
    /** Who writes. */
    final class Essayist extends Model<Essayist> {
        public static final Table<Essayist> ESSAYISTS =
                Table.of("essayists", Essayist::new).timestamps();
        public static final Column<Essayist, Long> ID = ESSAYISTS.id();
        public static final Column<Essayist, String> NAME =
                ESSAYISTS.string("name").maxLength(80);
        public static final Column<Essayist, String> EMAIL =
                ESSAYISTS.string("email").unique();
        public static final Column<Essayist, BigDecimal> FEE =
                ESSAYISTS.decimal("fee").digits(10, 2).nullable();
        public static final HasMany<Essayist, Essay> ESSAYS = ESSAYISTS.hasMany("essays", () -> Essay.ESSAYIST_ID);

        public Essayist() {
            super(ESSAYISTS);
        }
    }

    /** What is written. */
    final class Essay extends Model<Essay> {
        public static final Table<Essay> ESSAYS = Table.of("essays", Essay::new);
        public static final Column<Essay, Long> ID = ESSAYS.id();
        public static final Column<Essay, String> TITLE = ESSAYS.string("title");
        public static final Column<Essay, String> BODY = ESSAYS.text("body");
        public static final Column<Essay, Boolean> PUBLISHED =
                ESSAYS.bool("published").defaultTo(false);
        public static final Column<Essay, Long> ESSAYIST_ID = ESSAYS.foreignId("essayist_id");
        public static final BelongsTo<Essay, Essayist> ESSAYIST =
                ESSAYS.belongsTo("essayist", ESSAYIST_ID, () -> Essayist.ESSAYISTS);
        public static final TableIndex<Essay> BY_AUTHOR =
                ESSAYS.index(ESSAYIST_ID, TITLE).unique();
        public static final TableIndex<Essay> NEWEST =
                ESSAYS.index(PUBLISHED, ID).named("newest_essays").in("production");

        public Essay() {
            super(ESSAYS);
        }
    }
    // end::models

    ModelSchema MODELS = ModelSchema.of(Essayist.ESSAYISTS, Essay.ESSAYS);

    private static SchemaRegistry registry(Runner run) {
        return SchemaRegistry.on(run.database()).register(MODELS);
    }

    private static List<String> lines(Runner run, ModelSchema models) {
        return run.get(SchemaRegistry.on(run.database()).register(models).plan())
                .difference()
                .lines();
    }

    @Test
    @Feature({"16.5", "15.8"})
    default void modelsMakeTheirTablesAndAreUsedAtOnce(Runner run) {
        run.value(registry(run).ensure());

        Essayist ada = run.get(Essayist.ESSAYISTS.create(Essayist.NAME.to("Ada"), Essayist.EMAIL.to("a@x.y")));
        run.get(Essay.ESSAYS.create(
                Essay.TITLE.to("On engines"),
                Essay.BODY.to("long ".repeat(20_000)),
                Essay.ESSAYIST_ID.to(ada.get(Essayist.ID))));
        Essayist read = run.get(Essayist.ESSAYISTS.with(Essayist.ESSAYS).first());
        assertThat(read.get(Essayist.ESSAYS)).hasSize(1);

        TableDefinition essays = table(run, "essays");
        assertThat(essays.indexes().stream().map(IndexDefinition::name))
                .contains("essays_essayist_id_title_unique")
                .doesNotContain("newest_essays");
        assertThat(essays.foreignKeys()).hasSize(1);
        assertThat(run.get(registry(run).plan()).difference().lines()).isEmpty();
    }

    private static TableDefinition table(Runner run, String name) {
        return run.get(Catalog.of(run.database()).table(QualifiedName.of(name)));
    }

    @Test
    @Feature("15.8")
    default void anIndexIsThereInItsEnvironmentsOnlyAndOneCanBeDeclaredOutsideOfTheModel(Runner run) {
        run.value(registry(run).ensure());

        ModelSchema production = MODELS.inEnvironment("production")
                .withIndex(Essayist.ESSAYISTS, IndexDefinition.index(List.of("name", "email")));

        assertThat(lines(run, production))
                .containsExactly(
                        "+ index (name, email) on \"essayists\"",
                        "+ index \"newest_essays\" (published, id) on \"essays\"");
        assertThat(lines(run, MODELS.inEnvironment("test"))).isEmpty();
        assertThatThrownBy(() -> ModelSchema.of(Essay.ESSAYS)
                        .withIndex(Essayist.ESSAYISTS, IndexDefinition.index(List.of("name"))))
                .isInstanceOf(InvalidUsageException.class);
    }

    @Test
    @Feature("16.5")
    default void whatModelsDoNotSpeakOfStaysAndWhatIsTooNarrowGrows(Runner run) {
        run.value(Schema.on(run.database()).create("essayists", t -> {
            t.id();
            t.string("name", 200).comment("as on the cover");
            t.string("email", 20).index();
            t.decimal("fee", 12, 3).nullable();
            t.timestamp("created_at").nullable();
            t.timestamp("updated_at").nullable();
            t.integer("age").nullable();
        }));
        ModelSchema wider = ModelSchema.of(Essayist.ESSAYISTS);

        Difference difference = run.get(SchemaDiff.create().on(run.database(), wider));

        assertThat(difference.lines())
                .containsExactly(
                        "+ unique (email) on \"essayists\"",
                        "! column \"essayists.age\": it is dropped only by Drop.COLUMNS");
    }

    @Test
    @Feature("16.5")
    default void aColumnThatCanNotHoldItsModelsValuesIsChanged(Runner run) {
        run.value(Schema.on(run.database()).create("essays", t -> {
            t.id();
            t.string("title").nullable();
            t.text("body");
            t.bool("published");
            t.integer("essayist_id");
            t.unique("essayist_id", "title");
        }));

        EmptySchemaContract.become(run, SchemaDiff.create(), MODELS);

        TableDefinition essays = table(run, "essays");
        assertThat(column(essays, "title").nullable()).isFalse();
        assertThat(column(essays, "essayist_id").type()).isEqualTo(new Integral(Size.BIG, false));
        assertThat(run.get(SchemaDiff.create().on(run.database(), MODELS)).lines())
                .isEmpty();
    }

    private static ColumnDefinition column(TableDefinition table, String name) {
        return table.column(name).orElseThrow();
    }

    @Test
    @Feature("16.5")
    default void aModelsNumbersHaveTheDigitsItSays(Runner run) {
        run.value(registry(run).ensure());

        assertThat(column(table(run, "essayists"), "fee").type()).isEqualTo(new Decimal(10, 2));
        assertThat(column(table(run, "essays"), "published").defaultValue()).isNotNull();
    }
}
