package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.dialect.Capability;
import dev.ilana.error.BadSqlException;
import dev.ilana.error.CheckViolationException;
import dev.ilana.error.DatabaseException;
import dev.ilana.error.UnsupportedFeatureException;
import dev.ilana.schema.build.Blueprint;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.ColumnType.Plain;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.TableChange.CreateTable;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.testkit.database.Needs;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Columns of every type are made, and read back from the catalog as what they are. */
public interface SchemaTypeContract {

    @BeforeEach
    default void noThings(Runner run) {
        run.value(Schema.on(run.database()).dropIfExists("things"));
    }

    /** The types that every database has, some of them by another name. */
    private static void everywhere(Blueprint t) {
        t.id();
        t.tinyInteger("tiny");
        t.smallInteger("small");
        t.integer("normal");
        t.bigInteger("big");
        t.integer("age").unsigned();
        t.foreignId("user_id");
        t.foreignUuid("team_id");
        t.foreignUlid("plan_id");
        t.decimal("price", 10, 2);
        t.real("real_number");
        t.floating("float_number");
        t.doublePrecision("double_number");
        t.bool("flag");
        t.string("name", 191);
        t.varchar("slug", 100);
        t.character("code", 3);
        t.text("body");
        t.mediumText("medium");
        t.longText("long_body");
        t.json("data");
        t.jsonb("more_data");
        t.binary("bytes");
        t.varbinary("hash", 32);
        t.uuid("uuid");
        t.ulid("ulid");
        t.enumeration("state", "new", "it's", "old; \\");
        t.enumeration("only", "one");
        t.date("day");
        t.time("at_time");
        t.time("at_second", 0);
        t.dateTime("at_wall", 3);
        t.timestamp("at_instant");
        t.timestampsTz();
        t.softDeletes();
        t.morphs("owner");
        t.nullableMorphs("editor");
        t.uuidMorphs("subject");
        t.ulidMorphs("object");
        t.rememberToken();
    }

    private static TableDefinition created(Runner run, Consumer<Blueprint> definition) {
        run.value(Schema.on(run.database()).create("things", definition));
        return read(run);
    }

    private static TableDefinition read(Runner run) {
        return run.get(Catalog.of(run.database()).table(QualifiedName.of("things")));
    }

    private static ColumnType type(TableDefinition table, String column) {
        return table.column(column).map(ColumnDefinition::type).orElseThrow();
    }

    /** What is read makes the same table again: nothing of it was lost or misread. */
    private static void makesTheSameAgain(Runner run, TableDefinition table) {
        Schema schema = Schema.on(run.database());
        run.value(schema.drop("things").then(schema.apply(List.of(new CreateTable(table)))));
        assertThat(read(run)).isEqualTo(table);
    }

    @Test
    @Feature("15.2")
    default void columnsOfEveryCommonTypeAreReadBackAndMadeAgain(Runner run) {
        TableDefinition table = created(run, SchemaTypeContract::everywhere);

        assertThat(table.columns()).hasSize(45);
        assertThat(type(table, "price")).isEqualTo(new ColumnType.Decimal(10, 2));
        assertThat(type(table, "name")).isEqualTo(new ColumnType.Varchar(191));
        assertThat(type(table, "age")).isEqualTo(new ColumnType.Integral(ColumnType.Size.NORMAL, true));
        assertThat(type(table, "flag")).isEqualTo(Plain.BOOLEAN);
        assertThat(type(table, "data")).isEqualTo(Plain.JSON);
        assertThat(type(table, "bytes")).isEqualTo(Plain.BINARY);
        assertThat(type(table, "hash")).isEqualTo(new ColumnType.Varbinary(32));
        assertThat(type(table, "real_number")).isEqualTo(Plain.REAL);
        assertThat(type(table, "double_number")).isEqualTo(Plain.DOUBLE);
        assertThat(type(table, "state")).isEqualTo(ColumnType.Enumeration.of(List.of("new", "it's", "old; \\")));
        assertThat(type(table, "only")).isEqualTo(ColumnType.Enumeration.of(List.of("one")));
        assertThat(type(table, "at_wall")).isEqualTo(new ColumnType.Temporal(ColumnType.Moment.DATE_TIME, 3));
        assertThat(type(table, "at_second")).isEqualTo(new ColumnType.Temporal(ColumnType.Moment.TIME, 0));
        assertThat(table.checks()).as("checks besides those of the types").isEmpty();
        makesTheSameAgain(run, table);
    }

    @Test
    @Feature("15.2")
    default void typesHoldTheirValuesToThem(Runner run) {
        run.value(Schema.on(run.database()).create("things", t -> {
            t.id();
            t.integer("age").unsigned().nullable();
            t.enumeration("state", "new", "old").nullable();
            t.varbinary("hash", 2).nullable();
        }));

        assertThat(run.get(DB.table("things").insert(Map.of("age", 0, "state", "old", "hash", new byte[2]))))
                .isEqualTo(1);
        assertThat(run.error(DB.table("things").insert(Map.of("age", -1)))).isInstanceOf(DatabaseException.class);
        assertThat(run.error(DB.table("things").insert(Map.of("state", "odd")))).isInstanceOf(DatabaseException.class);
        assertThat(run.error(DB.table("things").insert(Map.of("hash", new byte[3]))))
                .isInstanceOf(DatabaseException.class);
    }

    @Test
    @Feature("15.2")
    default void shapesAreMadeAndReadBack(Runner run) {
        TableDefinition table = created(run, t -> {
            t.id();
            t.point("place");
            t.lineString("way");
            t.polygon("area").nullable();
        });

        assertThat(type(table, "place")).isEqualTo(new ColumnType.Geometry(ColumnType.Shape.POINT, null));
        assertThat(type(table, "way")).isEqualTo(new ColumnType.Geometry(ColumnType.Shape.LINE_STRING, null));
        assertThat(type(table, "area")).isEqualTo(new ColumnType.Geometry(ColumnType.Shape.POLYGON, null));
        makesTheSameAgain(run, table);
    }

    @Test
    @Feature("15.2")
    default void shapesOfAnyKindAndPlace(Runner run) {
        Schema schema = Schema.on(run.database());
        var create = schema.create("things", t -> {
            t.id();
            t.geometry("shape");
            t.point("place").srid(4326);
        });

        if (run.get(schema.dialect()).supports(Capability.EXTENSION)) {
            assertThat(run.error(create.thenReturn(1)))
                    .as("a server without PostGIS")
                    .isInstanceOf(BadSqlException.class)
                    .hasMessageContaining("\"geometry\" does not exist");
        } else {
            run.value(create);
            assertThat(type(read(run), "shape")).isEqualTo(new ColumnType.Geometry(ColumnType.Shape.GEOMETRY, null));
        }
    }

    @Test
    @Feature("15.2")
    @Needs(Capability.ARRAY_COLUMN)
    default void arraysAreMadeAndReadBack(Runner run) {
        TableDefinition table = created(run, t -> {
            t.id();
            t.string("tags", 40).array().nullable();
            t.array("scores", new ColumnType.Integral(ColumnType.Size.NORMAL, false));
        });

        assertThat(type(table, "tags")).isEqualTo(new ColumnType.ArrayOf(new ColumnType.Varchar(40)));
        assertThat(type(table, "scores"))
                .isEqualTo(new ColumnType.ArrayOf(new ColumnType.Integral(ColumnType.Size.NORMAL, false)));
        makesTheSameAgain(run, table);
    }

    @Test
    @Feature("15.2")
    @Needs(Capability.SET_COLUMN)
    default void setsAreMadeAndReadBack(Runner run) {
        TableDefinition table = created(run, t -> {
            t.id();
            t.set("rights", "read", "write");
        });

        assertThat(type(table, "rights")).isEqualTo(new ColumnType.SetOf(List.of("read", "write")));
        makesTheSameAgain(run, table);
    }

    @Test
    @Feature("15.2")
    @Needs(Capability.NETWORK_COLUMN)
    default void networkAddressesAreMadeAndReadBack(Runner run) {
        TableDefinition table = created(run, t -> {
            t.inet("address");
            t.macaddr("card");
        });

        assertThat(type(table, "address")).isEqualTo(Plain.INET);
        assertThat(type(table, "card")).isEqualTo(Plain.MACADDR);
        makesTheSameAgain(run, table);
    }

    @Test
    @Feature("15.2")
    default void aTypeTheDatabaseLacksIsRefusedAndSaysWhatToUse(Runner run) {
        refusedWithout(run, Capability.ARRAY_COLUMN, t -> t.text("tags").array(), "json(name)");
        refusedWithout(run, Capability.SET_COLUMN, t -> t.set("rights", "read"), "json(name)");
        refusedWithout(run, Capability.NETWORK_COLUMN, t -> t.inet("address"), "string(name, 45)");
        refusedWithout(run, Capability.NETWORK_COLUMN, t -> t.macaddr("card"), "string(name, 17)");
        assertThat(run.get(Schema.on(run.database()).hasTable("things"))).isFalse();
    }

    private static void refusedWithout(
            Runner run, Capability capability, Consumer<Blueprint> definition, String instead) {
        if (!run.database().dialect().supports(capability)) {
            assertThat(run.error(Schema.on(run.database())
                            .create("things", definition)
                            .thenReturn(1)))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining(instead);
        }
    }

    @Test
    @Feature("15.2")
    default void aSpecificTypeIsWrittenAsItStands(Runner run) {
        run.value(Schema.on(run.database()).create("things", t -> t.specificType("code", "char(7)")));

        assertThat(type(read(run), "code")).isEqualTo(new ColumnType.Char(7));
        assertThat(run.error(Schema.on(run.database())
                        .create("others", t -> t.specificType("code", "no_such_type"))
                        .thenReturn(1)))
                .isInstanceOf(BadSqlException.class);
    }

    @Test
    @Feature("15.2")
    default void anEnumerationOfEvilWordsHoldsThem(Runner run) {
        String evil = "x'); drop table things; --";
        run.value(Schema.on(run.database()).create("things", t -> t.enumeration("word", evil, "y")));

        run.get(DB.table("things").insert(Map.of("word", evil)));

        assertThat(type(read(run), "word")).isEqualTo(ColumnType.Enumeration.of(List.of(evil, "y")));
        assertThat(run.error(DB.table("things").insert(Map.of("word", "z"))))
                .isInstanceOfAny(CheckViolationException.class, BadSqlException.class);
    }
}
