package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.dialect.Capability;
import dev.ilana.dialect.Dialect;
import dev.ilana.error.BadSqlException;
import dev.ilana.error.DatabaseException;
import dev.ilana.error.InvalidNameException;
import dev.ilana.error.UnsupportedFeatureException;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.ColumnType;
import dev.ilana.schema.definition.EnumDefinition;
import dev.ilana.schema.definition.OnlineChange.Algorithm;
import dev.ilana.schema.definition.OnlineChange.Lock;
import dev.ilana.schema.definition.QualifiedName;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.schema.definition.TableOptions;
import dev.ilana.schema.introspect.Catalog;
import dev.ilana.testkit.database.Needs;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What only some databases have works there, and is refused elsewhere with what to use instead. */
public interface SchemaDialectContract {

    @BeforeEach
    default void nothing(Runner run) {
        Schema schema = Schema.on(run.database());
        run.value(schema.dropIfExists("events"));
        if (run.database().dialect().supports(Capability.SCHEMA)) {
            run.value(schema.dropSchemaCascade("analytics"));
        }
        if (run.database().dialect().supports(Capability.USER_TYPE)) {
            run.value(schema.postgreSql()
                    .dropType("mood")
                    .then(schema.postgreSql().dropType("address"))
                    .then(schema.postgreSql().dropDomain("percentage")));
        }
    }

    private static TableDefinition read(Runner run, String table) {
        return run.get(Catalog.of(run.database()).table(QualifiedName.of(table)));
    }

    private static void refused(Runner run, Mono<?> work, String instead) {
        assertThat(run.error(work.then(Mono.just(1))))
                .isInstanceOf(UnsupportedFeatureException.class)
                .hasMessageContaining(instead);
    }

    @Test
    @Feature("15.7")
    @Needs(Capability.SCHEMA)
    default void aTableLivesInASchemaOfItsOwn(Runner run) {
        Schema schema = Schema.on(run.database());
        run.value(schema.create("events", t -> t.id()));

        run.value(schema.createSchema("analytics")
                .then(schema.createSchema("analytics"))
                .then(schema.create("analytics.events", t -> {
                    t.id();
                    t.string("name").index();
                    t.integer("size").unsigned().comment("bytes");
                    t.foreignId("parent_id").nullable().constrained("analytics.events");
                })));
        run.value(schema.table("analytics.events", t -> {
            t.string("name", 99).change();
            t.renameIndex("events_name_index", "by_name");
            t.dropIndexNamed("by_name");
            t.renameColumn("size", "weight");
        }));

        assertThat(run.get(schema.hasTable("analytics.events"))).isTrue();
        assertThat(run.get(schema.hasColumn("analytics.events", "weight"))).isTrue();
        assertThat(run.get(schema.hasColumn("events", "weight"))).isFalse();
        assertThat(read(run, "analytics.events").column("name").map(ColumnDefinition::type))
                .contains(new ColumnType.Varchar(99));
        assertThat(run.error(schema.dropSchema("analytics").thenReturn(1))).isInstanceOf(DatabaseException.class);
        run.value(schema.rename("analytics.events", "things"));
        assertThat(run.get(schema.hasTable("analytics.things"))).isTrue();
        run.value(schema.drop("analytics.things").then(schema.dropSchema("analytics")));
        assertThat(run.get(schema.hasTable("events"))).isTrue();
    }

    @Test
    @Feature("15.7")
    @Needs(Capability.USER_TYPE)
    default void anEnumIsATypeOfItsOwn(Runner run) {
        Schema schema = Schema.on(run.database());
        run.value(schema.postgreSql().createEnum("mood", "sad", "it's ok").then(schema.create("events", t -> {
            t.id();
            t.enumeration("feeling", "sad", "it's ok").ofType("mood").defaultTo("sad");
        })));

        assertThat(read(run, "events").column("feeling").map(ColumnDefinition::type))
                .contains(new ColumnType.Enumeration(List.of("sad", "it's ok"), QualifiedName.of("mood")));
        run.value(schema.postgreSql().addEnumValue("mood", "happy"));
        run.value(schema.postgreSql().addEnumValueBefore("mood", "angry", "sad"));
        run.value(schema.postgreSql().renameEnumValue("mood", "it's ok", "fine"));
        assertThat(run.get(Catalog.of(run.database()).schema()).enums())
                .contains(new EnumDefinition(QualifiedName.of("mood"), List.of("angry", "sad", "fine", "happy")));
        run.value(schema.raw("insert into events (feeling) values ('happy')"));
    }

    @Test
    @Feature("15.7")
    @Needs(Capability.USER_TYPE)
    default void compositeTypesAndDomainsAreMade(Runner run) {
        Schema schema = Schema.on(run.database());
        run.value(schema.postgreSql()
                .createType("address", t -> {
                    t.string("street");
                    t.string("town", 60);
                })
                .then(schema.postgreSql()
                        .createDomain(
                                "percentage",
                                new ColumnType.Integral(ColumnType.Size.SMALL, false),
                                "value between 0 and 100"))
                .then(schema.create("events", t -> {
                    t.specificType("home", "address").nullable();
                    t.specificType("done", "percentage");
                })));

        run.value(schema.raw("insert into events values (row('Main St', 'Lagos'), 100)"));
        assertThat(run.error(schema.raw("insert into events values (null, 101)").thenReturn(1)))
                .isInstanceOf(DatabaseException.class);
        assertThat(read(run, "events").column("home").map(ColumnDefinition::type))
                .contains(new ColumnType.Native("address"));
    }

    @Test
    @Feature("15.7")
    @Needs(Capability.EXTENSION)
    default void anExtensionIsAskedForByName(Runner run) {
        Schema schema = Schema.on(run.database());

        run.value(schema.postgreSql().createExtension("plpgsql"));
        assertThat(run.error(
                        schema.postgreSql().createExtension("no-such-thing").thenReturn(1)))
                .isInstanceOf(DatabaseException.class);
        assertThat(run.error(
                        schema.postgreSql().createExtension("x\"; drop table y").thenReturn(1)))
                .isInstanceOf(InvalidNameException.class);
        run.value(schema.postgreSql().dropExtension("no-such-thing"));
    }

    @Test
    @Feature("15.7")
    @Needs(Capability.TABLE_OPTION)
    default void aTableHasAnEngineAndAnAlphabet(Runner run) {
        Schema schema = Schema.on(run.database());
        run.value(schema.create("events", t -> {
            t.id();
            t.string("name");
            t.engine("MyISAM");
            t.charset("latin1");
            t.collation("latin1_bin");
        }));

        TableOptions options = read(run, "events").options();
        assertThat(options.engine()).isEqualTo("MyISAM");
        assertThat(options.text().collation()).isEqualTo("latin1_bin");
        run.value(schema.table("events", t -> {
            t.engine("InnoDB");
            t.collation("utf8mb4_bin");
        }));
        options = read(run, "events").options();
        assertThat(options.engine()).isEqualTo("InnoDB");
        assertThat(options.text().collation()).isEqualTo("utf8mb4_bin");
        assertThat(read(run, "events")
                        .column("name")
                        .map(column -> column.text().collation()))
                .as("the table's")
                .isEmpty();
        assertThat(run.error(schema.create("others", t -> {
                            t.id();
                            t.engine("x; drop table events");
                        })
                        .thenReturn(1)))
                .isInstanceOf(InvalidNameException.class);
    }

    @Test
    @Feature("15.7")
    default void aChangeIsMadeOnlineWhereTheDatabaseCan(Runner run) {
        Schema schema = Schema.on(run.database());
        run.value(schema.create("events", t -> {
            t.id();
            t.string("name");
        }));
        Mono<Void> change = schema.table("events", t -> {
            t.online(Algorithm.INPLACE, Lock.NONE);
            t.index("name");
            t.string("title").nullable();
        });
        if (run.database().dialect().supports(Capability.ONLINE_DDL)) {
            run.value(change);
            assertThat(run.get(schema.hasIndex("events", "events_name_index"))).isTrue();
            assertThat(run.error(schema.table("events", t -> {
                                t.online(Algorithm.INSTANT, Lock.NONE);
                                t.integer("name").change();
                            })
                            .thenReturn(1)))
                    .as("a change that can't be made that way")
                    .isInstanceOf(BadSqlException.class);
        } else {
            refused(run, change, "concurrently()");
        }
    }

    @Test
    @Feature("15.7")
    default void whatTheDatabaseLacksIsRefused(Runner run) {
        Schema schema = Schema.on(run.database());
        Dialect dialect = run.get(schema.dialect());
        if (!dialect.supports(Capability.SCHEMA)) {
            refused(run, schema.createSchema("analytics"), "another database");
        }
        if (!dialect.supports(Capability.EXTENSION)) {
            refused(run, schema.postgreSql().createExtension("postgis"), "in the server");
            refused(run, schema.postgreSql().createEnum("mood", "sad"), "enumeration(…)");
        }
        if (!dialect.supports(Capability.TABLE_OPTION)) {
            refused(
                    run,
                    schema.create("events", t -> {
                        t.id();
                        t.engine("InnoDB");
                    }),
                    "leave them out");
        }
        assertThat(run.get(schema.hasTable("events"))).isFalse();
    }

    @Test
    @Feature({"15.1", "15.7"})
    default void rawRunsWhatItIsGiven(Runner run) {
        Schema schema = Schema.on(run.database());
        run.value(schema.raw("create table events (name varchar(9))"));
        run.get(DB.table("events").insert(Map.of("name", "x")));

        assertThat(run.get(DB.table("events").count())).isEqualTo(1);
        assertThat(run.error(schema.raw("create tabel x").thenReturn(1))).isInstanceOf(BadSqlException.class);
    }
}
