package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.PivotSchemaContract.Painter.PAINTERS;
import static dev.ilana.testkit.contract.PivotSchemaContract.Style.STYLES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.relation.BelongsToMany;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.SchemaDefinition;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.diff.Drop;
import dev.ilana.schema.ensure.SchemaRegistry;
import dev.ilana.schema.models.ModelSchema;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The tables between models are ensured with them, as far as the relations tell what they have. */
public interface PivotSchemaContract extends EmptySchemaContract {

    /** Has styles, and schools of which the year is kept when it began. */
    final class Painter extends Model<Painter> {
        static final Table<Painter> PAINTERS = Table.of("painters", Painter::new);
        static final Column<Painter, Long> ID = PAINTERS.id();
        static final Column<Painter, String> NAME = PAINTERS.string("name").maxLength(80);
        static final BelongsToMany<Painter, Style> PAINTS =
                PAINTERS.belongsToMany("styles", "painter_style", () -> STYLES).withTimestamps();
        static final BelongsToMany<Painter, Style> TEACHES =
                PAINTERS.belongsToMany("taught", "lessons", () -> STYLES).withPivot("since");

        public Painter() {
            super(PAINTERS);
        }
    }

    /** Is known by a word. */
    final class Style extends Model<Style> {
        static final Table<Style> STYLES = Table.of("styles", Style::new);
        static final Column<Style, String> ID = STYLES.key(STYLES.string("id").maxLength(30));
        static final BelongsToMany<Style, Painter> PAINTED = STYLES.belongsToMany(
                        "painters", "painter_style", () -> PAINTERS)
                .withTimestamps();

        public Style() {
            super(STYLES);
        }
    }

    private static SchemaRegistry registry(Runner run) {
        return SchemaRegistry.on(run.database()).register(ModelSchema.of(PAINTERS, STYLES));
    }

    @Test
    @Feature("16.5")
    default void aTableOfTwoKeysIsMadeAndUsed(Runner run) {
        assertThat(run.get(registry(run).ensure()).difference().lines())
                .contains(
                        "+ table \"painter_style\" (painter_id, style_id, created_at, updated_at)",
                        "+ foreign key \"painter_style.painter_id\" → \"painters.id\" on delete no action on update no"
                                + " action",
                        "+ foreign key \"painter_style.style_id\" → \"styles.id\" on delete no action on update no action")
                .as("nobody tells the type of a column that is only read")
                .noneMatch(line -> line.contains("lessons"));
        assertThat(run.get(registry(run).plan()).difference().lines()).isEmpty();

        Painter painter = run.get(PAINTERS.create(Painter.NAME.to("Hilma")));
        run.value(STYLES.create(Style.ID.to("abstract")));
        run.value(Painter.PAINTS.of(painter).attach(List.of("abstract")));
        Style style = run.get(STYLES.with("painters").first());
        assertThat(style.get(Style.PAINTED))
                .extracting(one -> one.get(Painter.NAME))
                .containsExactly("Hilma");
        assertThat(run.error(Painter.PAINTS.of(painter).attach(List.of("unknown"))))
                .isNotNull();
    }

    @Test
    @Feature("16.5")
    default void aTableBetweenModelsIsNotDroppedAsOneThatNobodyKnows(Runner run) {
        run.value(registry(run).ensure());
        run.value(Schema.on(run.database()).create("lessons", t -> {
            t.foreignId("painter_id").constrained("painters");
            t.string("style_id", 30);
            t.integer("since");
        }));
        run.value(Schema.on(run.database()).create("nobodys", t -> t.id()));

        assertThat(run.get(registry(run).dropping(Drop.values()).ensure())
                        .difference()
                        .lines())
                .containsExactly("- table \"nobodys\"");
        assertThat(run.get(DB.table("lessons").count())).isZero();
    }

    @Test
    @Feature("16.5")
    default void whoeverDescribesSuchATableKnowsBetter(Runner run) {
        TableDefinition described = Schema.definition("painter_style", t -> {
            t.foreignId("painter_id").constrained("painters").cascadeOnDelete();
            t.string("style_id", 30);
            t.timestamps();
        });
        SchemaDefinition own = new SchemaDefinition(List.of(described), List.of());

        run.value(registry(run).register(own).ensure());

        assertThat(run.get(Schema.on(run.database()).hasTable("painter_style"))).isTrue();
        assertThat(run.get(registry(run).register(own).plan()).difference().lines())
                .isEmpty();
        assertThat(run.get(SchemaRegistry.on(run.database())
                                .register(own)
                                .register(ModelSchema.of(PAINTERS, STYLES))
                                .plan())
                        .difference()
                        .lines())
                .isEmpty();
    }
}
