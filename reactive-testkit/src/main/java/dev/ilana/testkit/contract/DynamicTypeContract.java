package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.PrismaShopContract.created;
import static dev.ilana.testkit.contract.PrismaShopContract.present;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.dialect.Capability;
import dev.ilana.dialect.Dialect;
import dev.ilana.dialect.Dialects;
import dev.ilana.schema.build.Blueprint;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.dynamic.DynamicModel;
import dev.ilana.schema.dynamic.DynamicModels;
import dev.ilana.testkit.database.Needs;
import dev.ilana.testkit.database.Runner;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Each type of column that a database has takes the values of its models and gives them back. */
public interface DynamicTypeContract extends PrismaShopContract {

    private static DynamicModels things(Runner run, Consumer<Blueprint> columns) {
        run.value(Schema.on(run.database()).create("things", t -> {
            t.id();
            columns.accept(t);
        }));
        return DynamicModels.of(present(run));
    }

    /** Written one by one and together with others, and read again. */
    private static void keeps(Runner run, DynamicModels models, Map<String, Object> values) {
        DynamicModel one = run.get(models.model("things").create(values));
        List<DynamicModel> more = run.list(models.model("things")
                .insertMany(Flux.range(0, 3).map(i -> models.model("things").make(values))));
        DynamicModel none = run.get(models.model("things").create(Map.of()));
        for (DynamicModel written : List.of(one, more.get(2))) {
            DynamicModel found = run.get(written.fresh());
            values.forEach((name, value) -> assertThat(found.get(name)).as(name).isEqualTo(value));
            assertThat(found.isDirty()).isFalse();
        }
        DynamicModel empty = run.get(none.fresh());
        values.keySet().forEach(name -> assertThat(empty.get(name)).as(name).isNull());
        DynamicModel cleared = run.get(one.fresh());
        values.keySet().forEach(name -> cleared.set(name, null));
        run.get(cleared.save());
        values.keySet()
                .forEach(name -> assertThat(run.get(one.fresh()).get(name)).isNull());
    }

    @Test
    @Feature("2.14")
    default void valuesOfEveryCommonTypeComeBack(Runner run) {
        DynamicModels models = things(run, t -> {
            t.tinyInteger("tiny").nullable();
            t.smallInteger("small").nullable();
            t.integer("normal").nullable();
            t.bigInteger("big").nullable();
            t.integer("age").unsigned().nullable();
            t.bigInteger("count").unsigned().nullable();
            t.decimal("price", 10, 2).nullable();
            t.real("real_number").nullable();
            t.doublePrecision("double_number").nullable();
            t.bool("flag").nullable();
            t.string("name", 191).nullable();
            t.character("code", 3).nullable();
            t.text("body").nullable();
            t.longText("long_body").nullable();
            t.json("data").nullable();
            t.binary("bytes").nullable();
            t.varbinary("hash", 32).nullable();
            t.uuid("uuid").nullable();
            t.enumeration("state", "new", "it's").nullable();
            t.date("day").nullable();
            t.time("at_time").nullable();
            t.dateTime("at_wall", 3).nullable();
            t.timestamp("at_instant").nullable();
        });

        keeps(
                run,
                models,
                Map.ofEntries(
                        Map.entry("tiny", (short) 7),
                        Map.entry("small", (short) 300),
                        Map.entry("normal", 70_000),
                        Map.entry("big", 5_000_000_000L),
                        Map.entry("age", 8L),
                        Map.entry("price", new BigDecimal("12.50")),
                        Map.entry("real_number", 1.5f),
                        Map.entry("double_number", 2.25),
                        Map.entry("flag", true),
                        Map.entry("name", "Ada"),
                        Map.entry("code", "abc"),
                        Map.entry("body", "text"),
                        Map.entry("long_body", "long text"),
                        Map.entry("data", List.of(1, "two", Map.of("three", 3))),
                        Map.entry("bytes", new byte[] {1, 2}),
                        Map.entry("hash", new byte[] {3}),
                        Map.entry("state", "it's"),
                        Map.entry("day", LocalDate.of(2024, 2, 29)),
                        Map.entry("at_time", LocalTime.of(12, 30, 15, 123_456_000)),
                        Map.entry("at_wall", LocalDateTime.of(2024, 2, 29, 12, 30, 15, 123_000_000)),
                        Map.entry("at_instant", instantOf(run))));
        UUID uuid = UUID.randomUUID();
        DynamicModel thing = run.get(models.model("things").create(Map.of("uuid", uuid, "count", 9)));
        DynamicModel found = run.get(thing.fresh());
        assertThat(String.valueOf(found.get("uuid"))).isEqualTo(uuid.toString());
        assertThat(found.get("count", Long.class)).isEqualTo(9);
    }

    /** MySQL and MariaDB have a point in time in a column that tells no zone. */
    private static Object instantOf(Runner run) {
        Instant instant = Instant.parse("2024-02-29T12:30:15.123456Z");
        Dialect dialect = run.database().dialect();
        return dialect == Dialects.MARIADB || dialect == Dialects.MYSQL
                ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC)
                : instant;
    }

    @Test
    @Feature("2.14")
    @Needs(Capability.ARRAY_COLUMN)
    default void listsAreKeptInArrays(Runner run) {
        DynamicModels models = DynamicModels.of(created(run, """
                enum Color {
                  RED
                  GREEN @map("it's green")
                }
                model Paint {
                  id     Int      @id
                  names  String[]
                  sizes  Int[]    @default([1, 2])
                  prices Decimal[]
                  flags  Boolean[]
                  longs  BigInt[]
                  rates  Float[]
                  times  DateTime[]
                  colors Color[]
                }
                """));
        Map<String, Object> values = Map.of(
                "names", List.of("a", "it's", "\"b\" \\ {,}", ""),
                "sizes", List.of(3),
                "prices", List.of(new BigDecimal("1.25")),
                "flags", List.of(true, false),
                "longs", List.of(5_000_000_000L),
                "rates", List.of(1.5),
                "times", List.of(LocalDateTime.of(2024, 2, 29, 12, 30)),
                "colors", List.of("GREEN", "RED"));
        DynamicModel paint = models.model("Paint").make(values).set("id", 1);
        run.get(paint.save());

        DynamicModel found = run.get(models.model("Paint").findOrFail(1));
        values.forEach((name, value) -> {
            if (!name.equals("prices")) {
                assertThat(found.get(name)).as(name).isEqualTo(value);
            }
        });
        assertThat(((BigDecimal) ((List<?>) Objects.requireNonNull(found.get("prices"))).get(0)))
                .isEqualByComparingTo("1.25");
        assertThat(found.isDirty()).isFalse();
        run.get(found.set("names", List.of()).set("colors", List.of()).save());
        DynamicModel emptied = run.get(models.model("Paint").findOrFail(1));
        assertThat(emptied.get("names")).isEqualTo(List.of());
        assertThat(emptied.get("colors")).isEqualTo(List.of());
        run.get(emptied.set("names", null).save());
        assertThat(run.get(models.model("Paint").findOrFail(1)).get("names")).isNull();
        run.list(models.model("Paint")
                .insertMany(Flux.range(2, 3)
                        .map(id -> models.model("Paint").make(values).set("id", id))));
        assertThat(run.get(models.model("Paint").findOrFail(3)).get("colors")).isEqualTo(List.of("GREEN", "RED"));
        assertThat(run.get(models.model("Paint")
                        .bulkInsert(Flux.range(5, 300)
                                .map(id -> models.model("Paint").make(values).set("id", id)))))
                .isEqualTo(300);
        assertThat(run.get(models.model("Paint").findOrFail(300)).get("names")).isEqualTo(values.get("names"));
    }

    @Test
    @Feature("2.14")
    @Needs(Capability.SET_COLUMN)
    default void wordsOfASetComeBack(Runner run) {
        DynamicModels models =
                things(run, t -> t.set("rights", "read", "write", "run").nullable());

        keeps(run, models, Map.of("rights", List.of("read", "run")));
    }

    @Test
    @Feature("2.14")
    default void typesThatOnlyTheDatabaseHasAreReadAndWritten(Runner run) {
        var dialect = run.database().dialect();
        String type = dialect == Dialects.POSTGRESQL ? "int4range" : dialect == Dialects.H2 ? "interval day" : "year";
        Object value = dialect == Dialects.POSTGRESQL ? "[1,5)" : dialect == Dialects.H2 ? Duration.ofDays(5) : "2024";
        DynamicModels models = things(run, t -> {
            t.specificType("own", type).nullable();
            t.string("name", 20).nullable();
        });

        run.get(models.model("things").create(Map.of("own", value, "name", "x")));
        run.get(models.model("things").create(Map.of("name", "y")));
        DynamicModel found = run.get(models.model("things").where("name", "x").firstOrFail());
        assertThat(found.get("own")).isNotNull();
        assertThat(run.get(models.model("things").where("name", "y").firstOrFail())
                        .get("own"))
                .isNull();
        run.get(models.model("things").create(Map.of("own", Objects.requireNonNull(found.get("own")))));
        assertThat(run.get(models.model("things").whereNotNull("own").count())).isEqualTo(2);
        run.get(found.set("own", null).save());
        assertThat(run.get(models.model("things").whereNotNull("own").count())).isEqualTo(1);
    }

    @Test
    @Feature("2.14")
    @Needs(Capability.NETWORK_COLUMN)
    default void addressesAreTextOnTheirWayIn(Runner run) {
        DynamicModels models = things(run, t -> {
            t.inet("ip").nullable();
            t.macaddr("card").nullable();
        });

        run.get(models.model("things").create(Map.of("ip", "10.0.0.1", "card", "08:00:2b:01:02:03")));
        DynamicModel found =
                run.get(models.model("things").where("ip", "10.0.0.1").firstOrFail());
        assertThat(String.valueOf(found.get("ip"))).contains("10.0.0.1");
        assertThat(String.valueOf(found.get("card"))).contains("08:00:2b:01:02:03");
    }
}
