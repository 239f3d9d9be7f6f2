package dev.ilana.schema.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.InvalidNameException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.ArrayOf;
import dev.ilana.schema.definition.ColumnType.Char;
import dev.ilana.schema.definition.ColumnType.Decimal;
import dev.ilana.schema.definition.ColumnType.Enumeration;
import dev.ilana.schema.definition.ColumnType.Geometry;
import dev.ilana.schema.definition.ColumnType.Integral;
import dev.ilana.schema.definition.ColumnType.Moment;
import dev.ilana.schema.definition.ColumnType.Native;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.ColumnType.SetOf;
import dev.ilana.schema.definition.ColumnType.Shape;
import dev.ilana.schema.definition.ColumnType.Size;
import dev.ilana.schema.definition.ColumnType.Temporal;
import dev.ilana.schema.definition.ColumnType.Varbinary;
import dev.ilana.schema.definition.ColumnType.Varchar;
import dev.ilana.schema.definition.DefaultValue;
import dev.ilana.schema.definition.Deferral;
import dev.ilana.schema.definition.ForeignKeyDefinition;
import dev.ilana.schema.definition.IndexDefinition;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.ReferentialAction;
import dev.ilana.schema.definition.TableDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlueprintTest {

    private enum Kind {
        ADMIN,
        MEMBER
    }

    @Test
    void everyWordForAColumnHasItsType() {
        TableDefinition table = table(t -> {
            t.id();
            t.tinyInteger("tiny");
            t.smallInteger("small");
            t.integer("normal");
            t.bigInteger("big");
            t.foreignId("user_id");
            t.integer("age").unsigned();
            t.decimal("price", 8, 2);
            t.real("real");
            t.doublePrecision("double");
            t.bool("bool");
            t.string("string");
            t.string("short", 20);
            t.varchar("varchar", 30);
            t.character("char", 3);
            t.text("text");
            t.mediumText("medium");
            t.longText("long");
            t.json("json");
            t.binary("binary");
            t.uuid("uuid");
            t.ulid("ulid");
            t.enumeration("words", "a", "b");
            t.enumeration("kind", Kind.class);
            t.date("date");
            t.time("time");
            t.dateTime("datetime");
            t.timestamp("instant");
            t.timestamp("millis", 3);
            t.varbinary("hash", 16);
            t.set("set", "a", "b");
            t.geometry("geometry");
            t.point("point").srid(4326);
            t.lineString("line");
            t.polygon("polygon");
            t.inet("inet");
            t.macaddr("macaddr");
            t.text("texts").array();
            t.array("numbers", new Integral(Size.BIG, false));
            t.specificType("words_of", "tsvector");
            t.enumeration("mood", "sad", "ok").ofType("app.mood");
            t.floating("float");
            t.jsonb("jsonb");
            t.foreignUuid("team_id");
            t.foreignUlid("plan_id");
        });
        assertThat(table.columns().stream().map(ColumnDefinition::type).map(ColumnType.class::cast))
                .containsExactly(
                        new Integral(Size.BIG, false),
                        new Integral(Size.TINY, false),
                        new Integral(Size.SMALL, false),
                        new Integral(Size.NORMAL, false),
                        new Integral(Size.BIG, false),
                        new Integral(Size.BIG, false),
                        new Integral(Size.NORMAL, true),
                        new Decimal(8, 2),
                        Plain.REAL,
                        Plain.DOUBLE,
                        Plain.BOOLEAN,
                        new Varchar(255),
                        new Varchar(20),
                        new Varchar(30),
                        new Char(3),
                        Plain.TEXT,
                        Plain.MEDIUM_TEXT,
                        Plain.LONG_TEXT,
                        Plain.JSON,
                        Plain.BINARY,
                        Plain.UUID,
                        Plain.ULID,
                        Enumeration.of(List.of("a", "b")),
                        Enumeration.of(List.of("ADMIN", "MEMBER")),
                        Plain.DATE,
                        Temporal.of(Moment.TIME),
                        Temporal.of(Moment.DATE_TIME),
                        Temporal.of(Moment.TIMESTAMP),
                        new Temporal(Moment.TIMESTAMP, 3),
                        new Varbinary(16),
                        new SetOf(List.of("a", "b")),
                        new Geometry(Shape.GEOMETRY, null),
                        new Geometry(Shape.POINT, 4326),
                        new Geometry(Shape.LINE_STRING, null),
                        new Geometry(Shape.POLYGON, null),
                        Plain.INET,
                        Plain.MACADDR,
                        new ArrayOf(Plain.TEXT),
                        new ArrayOf(new Integral(Size.BIG, false)),
                        new Native("tsvector"),
                        new Enumeration(List.of("sad", "ok"), new QualifiedName("app", "mood")),
                        Plain.REAL,
                        Plain.JSON,
                        Plain.UUID,
                        Plain.ULID);
        assertThat(table.columns()).noneMatch(ColumnDefinition::nullable);
    }

    @Test
    void anIdIsTheGeneratedPrimaryKey() {
        TableDefinition table = table(t -> t.id());
        assertThat(table.columns()).singleElement().matches(ColumnDefinition::autoIncrement);
        assertThat(table.primaryKey()).contains(IndexDefinition.primary(List.of("id")));
    }

    @Test
    void modifiersAddUp() {
        TableDefinition table = table(t ->
                t.string("email").nullable().defaultTo("none").unique().index().comment("where to write"));
        assertThat(table.columns())
                .containsExactly(ColumnDefinition.of("email", new Varchar(255))
                        .withNullable(true)
                        .withDefault(DefaultValue.Literal.of("none"))
                        .withComment("where to write"));
        assertThat(table.indexes())
                .containsExactly(IndexDefinition.unique(List.of("email")), IndexDefinition.index(List.of("email")));
    }

    @Test
    void timestampsAndSoftDeletesAreNullableInstants() {
        TableDefinition table = table(t -> {
            t.timestamps();
            t.softDeletes();
        });
        assertThat(table.columns())
                .extracting(ColumnDefinition::name)
                .containsExactly("created_at", "updated_at", "deleted_at");
        assertThat(table.columns())
                .allMatch(column -> column.nullable() && column.type().equals(Temporal.of(Moment.TIMESTAMP)));
    }

    @ParameterizedTest
    @CsvSource({
        "user_id,users",
        "category_id,categories",
        "day_id,days",
        "box_id,boxes",
        "address_id,addresses",
        "branch_id,branches",
        "parent_user_id,parent_users"
    })
    void constrainedReadsTheTableOffTheName(String column, String referenced) {
        assertThat(table(t -> t.foreignId(column).constrained().cascadeOnDelete())
                        .foreignKeys())
                .containsExactly(ForeignKeyDefinition.of(List.of(column), QualifiedName.of(referenced), List.of("id"))
                        .withOnDelete(ReferentialAction.CASCADE));
    }

    @Test
    void constrainedWantsANameItCanRead() {
        assertThatThrownBy(() -> table(t -> t.foreignId("author").constrained()))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage(
                        "column \"author\" does not tell the table it references; say it, as in constrained(\"users\")");
    }

    @Test
    void aForeignKeyOverTwoColumns() {
        TableDefinition table = table(t -> {
            t.string("code");
            t.integer("year");
            t.foreign("code", "year")
                    .references("code", "year")
                    .on("courses")
                    .onDelete(ReferentialAction.RESTRICT)
                    .onUpdate(ReferentialAction.CASCADE)
                    .initiallyDeferred()
                    .name("course");
        });
        assertThat(table.foreignKeys())
                .containsExactly(new ForeignKeyDefinition(
                        "course",
                        List.of("code", "year"),
                        new QualifiedName(null, "courses"),
                        List.of("code", "year"),
                        ReferentialAction.RESTRICT,
                        ReferentialAction.CASCADE,
                        Deferral.INITIALLY_DEFERRED));
    }

    @Test
    void aForeignKeyMustSayItsTable() {
        assertThatThrownBy(() -> table(t -> t.foreignId("user_id").references("id")))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("references no table");
    }

    @Test
    void badInputIsRefused() {
        assertThatThrownBy(() -> table(t -> t.string("a\"b"))).isInstanceOf(InvalidNameException.class);
        assertThatThrownBy(() -> Schema.definition("a b", t -> t.id())).isInstanceOf(InvalidNameException.class);
        assertThatThrownBy(() -> table(t -> {})).hasMessage("table \"things\" has no column");
        assertThatThrownBy(() -> table(t -> {
                    t.id();
                    t.integer("id");
                }))
                .hasMessage("table \"things\" has column \"id\" twice");
        assertThatThrownBy(() -> table(t -> {
                    t.id();
                    t.index("name");
                }))
                .hasMessage("table \"things\" has a key on column \"name\", which it does not have");
        assertThatThrownBy(() -> table(t -> {
                    t.id();
                    t.string("code").primary();
                }))
                .hasMessageContaining("two primary keys");
        assertThatThrownBy(() -> table(t -> t.json("j").defaultTo(Map.of()))).isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> table(t -> t.text("t").unsigned())).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> table(t -> t.id().nullable())).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> table(t -> t.decimal("d", 2, 3))).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> table(t -> t.enumeration("e"))).isInstanceOf(InvalidUsageException.class);
    }

    @Test
    void aBlueprintIsOfNoUseAfterItsLambda() {
        List<Blueprint> kept = new ArrayList<>();
        List<ColumnBlueprint> columns = new ArrayList<>();
        assertThat(table(t -> {
                            kept.add(t);
                            columns.add(t.id());
                        })
                        .columns())
                .hasSize(1);
        assertThatThrownBy(() -> kept.get(0).string("late"))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("the blueprint of \"things\" is of use only inside the lambda that was given it");
        assertThatThrownBy(() -> columns.get(0).nullable()).isInstanceOf(InvalidUsageException.class);
    }

    private static TableDefinition table(Consumer<Blueprint> definition) {
        return Schema.definition("things", definition);
    }
}
