package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.PeopleContract.alter;
import static dev.ilana.testkit.contract.PeopleContract.column;
import static dev.ilana.testkit.contract.PeopleContract.read;
import static dev.ilana.testkit.contract.PeopleContract.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.dialect.Capability;
import dev.ilana.error.CheckViolationException;
import dev.ilana.error.DatabaseException;
import dev.ilana.error.UnsupportedFeatureException;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.build.TableBlueprint;
import dev.ilana.schema.definition.CheckDefinition;
import dev.ilana.schema.definition.ColumnDefinition;
import dev.ilana.schema.definition.Computed;
import dev.ilana.schema.definition.TableChange.CreateTable;
import dev.ilana.schema.definition.TableDefinition;
import dev.ilana.testkit.database.Needs;
import dev.ilana.testkit.database.Runner;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** What is said of a new column holds. */
public interface SchemaColumnContract extends PeopleContract {

    @Test
    @Feature("15.3")
    default void defaultsOfEveryTypeAreWhatARowGets(Runner run) {
        UUID uuid = UUID.randomUUID();
        PeopleContract.create(run, t -> {
            t.id();
            t.string("word").defaultTo("it's \\ \"Ada\"; --");
            t.text("body").defaultTo("text");
            t.integer("age").defaultTo(-5);
            t.decimal("price", 10, 2).defaultTo(new BigDecimal("1.50"));
            t.doublePrecision("rate").defaultTo(0.25);
            t.bool("active").defaultTo(true);
            t.date("day").defaultTo(LocalDate.of(2026, 1, 2));
            t.time("hour").defaultTo(LocalTime.of(1, 2, 3));
            t.dateTime("wall").defaultTo(LocalDateTime.of(2026, 1, 2, 3, 4));
            t.timestamp("instant").defaultTo(Instant.parse("2026-01-02T03:04:05Z"));
            t.uuid("code").defaultTo(uuid);
            t.enumeration("state", "new", "old").defaultTo("old");
            t.json("data").defaultTo("{\"a\": 1}");
            t.string("made").defaultRaw("concat('a', 'b')");
        });
        run.get(DB.table("people").insert(Map.of("id", 7L)));

        var row = run.get(DB.table("people").first());
        assertThat(row.get("word")).isEqualTo("it's \\ \"Ada\"; --");
        assertThat(row.get("body", String.class)).isEqualTo("text");
        assertThat(row.get("age", Integer.class)).isEqualTo(-5);
        assertThat(row.get("price", BigDecimal.class)).isEqualByComparingTo("1.5");
        assertThat(row.get("rate", Double.class)).isEqualTo(0.25);
        assertThat(row.get("active", Boolean.class)).isTrue();
        assertThat(row.get("day", LocalDate.class)).isEqualTo("2026-01-02");
        assertThat(row.get("hour", LocalTime.class)).isEqualTo("01:02:03");
        assertThat(row.get("wall", LocalDateTime.class)).isEqualTo("2026-01-02T03:04:00");
        assertThat(row.get("instant", Instant.class)).isEqualTo("2026-01-02T03:04:05Z");
        assertThat(row.get("code", UUID.class)).isEqualTo(uuid);
        assertThat(row.get("state")).isEqualTo("old");
        assertThat(row.get("data", String.class)).contains("\"a\"");
        assertThat(row.get("made")).isEqualTo("ab");
        makesTheSameAgain(run);
    }

    /** What is read makes the same table again: nothing of it was lost or misread. */
    private static void makesTheSameAgain(Runner run) {
        TableDefinition table = read(run);
        Schema schema = Schema.on(run.database());
        run.value(schema.drop("people").then(schema.apply(List.of(new CreateTable(table)))));
        assertThat(read(run)).isEqualTo(table);
    }

    @Test
    @Feature("15.3")
    default void theCurrentTimeIsADefaultOfEveryTime(Runner run) {
        PeopleContract.create(run, t -> {
            t.id();
            t.date("day").useCurrent();
            t.time("hour").useCurrent();
            t.dateTime("wall").useCurrent();
            t.timestamp("instant").useCurrent();
            t.timestamp("second", 0).useCurrent();
        });
        Instant before = Instant.now().minusSeconds(5);
        run.get(DB.table("people").insert(Map.of("id", 1L)));

        var row = run.get(DB.table("people").first());
        assertThat(row.get("instant", Instant.class))
                .isBetween(before, Instant.now().plusSeconds(5));
        assertThat(row.get("second", Instant.class))
                .isBetween(before, Instant.now().plusSeconds(5));
        assertThat(row.get("wall", LocalDateTime.class)).isNotNull();
        assertThat(row.get("day", LocalDate.class)).isNotNull();
        assertThat(row.get("hour", LocalTime.class)).isNotNull();
        makesTheSameAgain(run);
    }

    @Test
    @Feature("15.3")
    default void commentsOfTablesAndColumnsAreKept(Runner run) {
        PeopleContract.create(run, t -> {
            t.id();
            t.string("name").comment("it's \\ a name; --");
            t.comment("those who're here; \\");
        });

        assertThat(column(run, "name").comment()).isEqualTo("it's \\ a name; --");
        assertThat(read(run).comment()).isEqualTo("those who're here; \\");
        alter(run, t -> {
            t.comment("others");
            t.string("late").nullable().comment("it's late");
        });
        assertThat(read(run).comment()).isEqualTo("others");
        assertThat(column(run, "late").comment()).isEqualTo("it's late");
    }

    @Test
    @Feature("15.3")
    default void checksHold(Runner run) {
        PeopleContract.create(run, t -> {
            t.id();
            t.integer("age").nullable().check(run.database().dialect().grammar().quoted("age") + " < 150");
            t.integer("score").nullable().checkPositive();
            t.string("email").nullable().checkRegex("^[a-z]+@[^;']+$");
            t.check("not_both", "age is null or score is null");
        });

        assertThat(run.get(DB.table("people").insert(Map.of("age", 149, "email", "ada@x.y"))))
                .isEqualTo(1);
        assertThat(run.get(DB.table("people").insert(Map.of("score", 1)))).isEqualTo(1);
        for (Map<String, ?> refused : List.<Map<String, ?>>of(
                Map.of("age", 150),
                Map.of("score", 0),
                Map.of("email", "ADA@x.y"),
                Map.of("email", "a@;"),
                Map.of("age", 3, "score", 3))) {
            assertThat(run.error(DB.table("people").insert(refused)))
                    .as("%s", refused)
                    .isInstanceOf(CheckViolationException.class);
        }
        assertThat(read(run).checks())
                .extracting(CheckDefinition::name)
                .containsExactlyInAnyOrder(
                        "people_age_check", "people_score_positive", "people_email_regex", "not_both");
        makesTheSameAgain(run);
        alter(run, t -> {
            t.dropCheck("age");
            t.dropCheckNamed("not_both");
            t.check("younger", "age < 200");
        });
        assertThat(run.get(DB.table("people").insert(Map.of("age", 150, "score", 3))))
                .isEqualTo(1);
        assertThat(run.error(DB.table("people").insert(Map.of("age", 200))))
                .isInstanceOf(CheckViolationException.class);
    }

    @Test
    @Feature("15.3")
    default void aCheckIsSqlAndRunsAsItStands(Runner run) {
        assertThat(run.error(Schema.on(run.database())
                        .create("people", t -> t.integer("age").check("1 = 1) , drop table"))
                        .thenReturn(1)))
                .isInstanceOf(DatabaseException.class);
        assertThat(run.get(Schema.on(run.database()).hasTable("people"))).isFalse();
    }

    @Test
    @Feature("15.3")
    default void storedColumnsAreComputed(Runner run) {
        PeopleContract.create(run, t -> {
            t.id();
            t.integer("price");
            t.integer("twice").storedAs("price * 2");
            t.integer("thrice").generatedAs("price * 3").comment("three times");
        });
        run.get(DB.table("people").insert(Map.of("price", 21)));

        assertThat(PeopleContract.value(run, "twice", Integer.class)).isEqualTo(42);
        assertThat(PeopleContract.value(run, "thrice", Integer.class)).isEqualTo(63);
        assertThat(column(run, "twice").computed()).isNotNull();
        makesTheSameAgain(run);
    }

    @Test
    @Feature("15.3")
    default void virtualColumnsAreComputedWhereThereAreSuch(Runner run) {
        Mono<Void> create = Schema.on(run.database()).create("people", t -> {
            t.id();
            t.integer("price");
            t.integer("twice").virtualAs("price * 2");
        });
        if (run.database().dialect().supports(Capability.VIRTUAL_COLUMN)) {
            run.value(create);
            run.get(DB.table("people").insert(Map.of("price", 21)));
            assertThat(PeopleContract.value(run, "twice", Integer.class)).isEqualTo(42);
            assertThat(column(run, "twice").computed())
                    .extracting(Computed::stored)
                    .isEqualTo(false);
        } else {
            assertThat(run.error(create.thenReturn(1)))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining("use storedAs(…)");
        }
    }

    @Test
    @Feature("15.3")
    default void anUpdateSetsTheCurrentTimeWhereTheDatabaseCan(Runner run) {
        Mono<Void> create = Schema.on(run.database()).create("people", t -> {
            t.id();
            t.integer("age").defaultTo(1);
            t.timestamp("touched").nullable().useCurrentOnUpdate();
        });
        if (run.database().dialect().supports(Capability.CURRENT_ON_UPDATE)) {
            run.value(create);
            run.get(DB.table("people").insert(Map.of("id", 1L)));
            assertThat(run.value(DB.table("people").whereNull("touched").count()))
                    .isEqualTo(1);
            run.get(DB.table("people").where("id", 1L).update(Map.of("age", 2)));
            assertThat(PeopleContract.value(run, "touched", Instant.class))
                    .isBetween(Instant.now().minusSeconds(60), Instant.now().plusSeconds(60));
            alter(run, t -> t.change("touched").comment("kept"));
            assertThat(column(run, "touched").currentOnUpdate()).isTrue();
        } else {
            assertThat(run.error(create.thenReturn(1)))
                    .isInstanceOf(UnsupportedFeatureException.class)
                    .hasMessageContaining("timestamps()");
        }
    }

    @Test
    @Feature("15.3")
    default void anAutoIncrementCountsUp(Runner run) {
        PeopleContract.create(run, t -> {
            t.integer("number").autoIncrement().primary();
            t.string("name");
        });
        run.get(DB.table("people").insert(Map.of("name", "Ada")));
        run.get(DB.table("people").insert(Map.of("name", "Wole")));

        assertThat(run.list(DB.table("people").orderBy("number").get().map(row -> row.get("number", Integer.class))))
                .containsExactly(1, 2);
        assertThat(column(run, "number").autoIncrement()).isTrue();
        makesTheSameAgain(run);
    }

    @Test
    @Feature("15.3")
    default void aCollationIsTheColumnsWhereItCanBe(Runner run) {
        String collation = run.database().dialect().supports(Capability.COLUMN_CHARSET) ? "utf8mb4_bin" : "C";
        Mono<Void> create = Schema.on(run.database()).create("people", t -> {
            t.id();
            t.string("name").collate(collation);
        });
        if (run.database().dialect().supports(Capability.COLUMN_COLLATION)) {
            run.value(create);
            assertThat(column(run, "name").text().collation()).isEqualTo(collation);
            makesTheSameAgain(run);
        } else {
            assertThat(run.error(create.thenReturn(1))).isInstanceOf(UnsupportedFeatureException.class);
        }
    }

    @Test
    @Feature("15.3")
    @Needs(Capability.COLUMN_CHARSET)
    default void aCharsetIsTheColumns(Runner run) {
        PeopleContract.create(run, t -> {
            t.id();
            t.string("name").charset("latin1").collate("latin1_bin");
        });

        assertThat(column(run, "name").text().charset()).isEqualTo("latin1");
        alter(run, t -> t.string("name", 20).change());
        assertThat(column(run, "name").text().collation()).isEqualTo("latin1_bin");
    }

    @Test
    @Feature("15.3")
    default void aColumnStandsWhereItIsToldWhereItCan(Runner run) {
        PeopleContract.create(run, t -> {
            t.id();
            t.string("name");
        });
        placed(run, Capability.COLUMN_AFTER, t -> t.string("title").nullable().after("id"), "id", "title", "name");
        run.value(Schema.on(run.database()).drop("people"));
        PeopleContract.create(run, t -> {
            t.id();
            t.string("name");
        });
        placed(run, Capability.COLUMN_PLACE, t -> t.string("prefix").nullable().first(), "prefix", "id", "name");
        placed(run, Capability.COLUMN_PLACE, t -> t.change("name").first(), "name", "prefix", "id");
    }

    private static void placed(Runner run, Capability capability, Consumer<TableBlueprint> change, String... columns) {
        if (run.database().dialect().supports(capability)) {
            alter(run, change);
            assertThat(read(run).columns()).extracting(ColumnDefinition::name).containsExactly(columns);
        } else {
            assertThat(refusal(run, change)).isInstanceOf(UnsupportedFeatureException.class);
        }
    }
}
