package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.ListContract.Item.AT;
import static dev.ilana.testkit.contract.ListContract.Item.ID;
import static dev.ilana.testkit.contract.ListContract.Item.ITEMS;
import static dev.ilana.testkit.contract.ListContract.Item.NUMBER;
import static dev.ilana.testkit.contract.ListContract.Item.PRICE;
import static dev.ilana.testkit.contract.ListContract.Item.TEXT;
import static dev.ilana.testkit.contract.ListContract.Item.UUID;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.Table;
import dev.ilana.dialect.Capability;
import dev.ilana.error.IlanaException;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.model.Column;
import dev.ilana.model.Model;
import dev.ilana.model.ModelQuery;
import dev.ilana.query.Expr;
import dev.ilana.query.Query;
import dev.ilana.schema.build.Schema;
import dev.ilana.sql.Sql;
import dev.ilana.testkit.database.Runner;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** A list of values may be of any length: none, a few, or more than a statement has markers for. */
public interface ListContract {

    /** More than any database takes as markers of one statement. */
    int MANY = 70_000;

    int ROWS = 100;

    /** One column of each type that keys have. */
    final class Item extends Model<Item> {

        static final Table<Item> ITEMS = Table.of("items", Item::new);
        static final Column<Item, Long> ID = ITEMS.id();
        static final Column<Item, Long> NUMBER = ITEMS.bigInteger("number");
        static final Column<Item, String> TEXT = ITEMS.string("text");
        static final Column<Item, java.util.UUID> UUID = ITEMS.uuid("uuid");
        static final Column<Item, Instant> AT = ITEMS.timestamp("at");
        static final Column<Item, BigDecimal> PRICE = ITEMS.decimal("price");

        Item() {
            super(ITEMS);
        }

        static Item of(long n) {
            return new Item()
                    .set(NUMBER, n)
                    .set(TEXT, text(n))
                    .set(UUID, uuid(n))
                    .set(AT, at(n))
                    .set(PRICE, price(n));
        }

        static String text(long n) {
            return switch ((int) Math.min(n, 6)) {
                case 0 -> "Ada";
                case 1 -> "it's \"quoted\" \\ {,} é日本";
                case 2 -> "🌙 moon";
                case 3 -> "NULL";
                case 4 -> "tab\tand\nline";
                case 5 -> "";
                default -> "text " + n;
            };
        }

        static java.util.UUID uuid(long n) {
            return new java.util.UUID(n * 31, ~n);
        }

        static Instant at(long n) {
            return Instant.parse("2024-01-01T00:00:00.123456Z").plusSeconds(n);
        }

        static BigDecimal price(long n) {
            return BigDecimal.valueOf(n * 10 + 5, 2);
        }
    }

    @BeforeEach
    default void items(Runner run) {
        Schema schema = Schema.on(run.database());
        if (!run.get(schema.hasTable("items"))) {
            run.value(schema.create("items", table -> {
                table.id();
                table.bigInteger("number");
                table.string("text");
                table.uuid("uuid");
                table.timestamp("at");
                table.decimal("price", 12, 2);
            }));
            run.list(ITEMS.insertMany(Flux.range(0, ROWS).map(Item::of)));
        }
        run.forgetStatements();
    }

    /** Values of every other row, and many that no row has. */
    private static <T> List<T> half(LongFunction<T> value, int size) {
        return LongStream.range(0, size)
                .mapToObj(n -> value.apply(n < ROWS / 2 ? n * 2 : n + ROWS))
                .toList();
    }

    private static <T> void findsHalf(Runner run, Column<Item, T> column, LongFunction<T> value, int size) {
        List<T> list = half(value, size);
        assertThat(run.get(ITEMS.where(column.in(list)).count()))
                .as("in, " + column)
                .isEqualTo(ROWS / 2);
        assertThat(run.get(ITEMS.where(column.notIn(list)).count()))
                .as("not in, " + column)
                .isEqualTo(ROWS / 2);
        assertThat(run.get(DB.table("items").whereIn(column.name(), list).count()))
                .as("by name, " + column)
                .isEqualTo(ROWS / 2);
    }

    @Test
    @Feature("7.2")
    default void aListOfManyIsAsGoodAsOneOfFew(Runner run) {
        for (int size : List.of(ROWS, MANY)) {
            findsHalf(run, NUMBER, n -> n, size);
            findsHalf(run, TEXT, Item::text, size);
            findsHalf(run, UUID, Item::uuid, size);
            findsHalf(run, AT, Item::at, size);
            findsHalf(run, PRICE, Item::price, size);
        }
        assertThat(run.list(ITEMS.where(
                                ID.in(LongStream.rangeClosed(1, MANY).boxed().toList()))
                        .pluck(NUMBER)))
                .hasSize(ROWS);
    }

    @Test
    @Feature("7.2")
    default void textInAListIsComparedAsItIsByItself(Runner run) {
        List<String> absent = half(Item::text, MANY).subList(ROWS, MANY);
        for (String text :
                List.of("ADA", "Ada ", "it's \"quoted\" \\ {,} é日本", "🌙 MOON", "null", "tab\tand\nline", "")) {
            long alone = run.get(ITEMS.where(TEXT.eq(text)).count());
            List<String> many = new ArrayList<>(absent);
            many.add(text);
            assertThat(run.get(ITEMS.where(TEXT.in(text, "no such text")).count()))
                    .as(text)
                    .isEqualTo(alone);
            assertThat(run.get(ITEMS.where(TEXT.in(many)).count())).as(text).isEqualTo(alone);
        }
    }

    @Test
    @Feature("7.2")
    default void aListOfAMillionHasAResultOrAClearErrorInTime(Runner run) {
        List<Long> numbers = LongStream.range(0, 1_000_000).boxed().toList();
        List<java.util.UUID> uuids =
                LongStream.range(0, 1_000_000).mapToObj(Item::uuid).toList();
        for (ModelQuery<Item> query : List.of(ITEMS.where(NUMBER.in(numbers)), ITEMS.where(UUID.in(uuids)))) {
            Object answer = run.get(query.count()
                    .<Object>map(found -> found)
                    .onErrorResume(IlanaException.class, reactor.core.publisher.Mono::just)
                    .timeout(Duration.ofSeconds(100)));
            assertThat(answer)
                    .satisfiesAnyOf(
                            found -> assertThat(found).isEqualTo((long) ROWS),
                            error -> assertThat(String.valueOf(error)).contains("max_allowed_packet"));
        }
        assertThat(run.get(ITEMS.count())).as("and goes on").isEqualTo(ROWS);
    }

    @Test
    @Feature("7.2")
    default void anEmptyListIsAnsweredWithoutAStatement(Runner run) {
        ModelQuery<Item> none = ITEMS.whereIn("number", List.of());
        assertThat(run.list(none.get())).isEmpty();
        assertThat(run.value(none.first())).isNull();
        assertThat(run.value(none.find(1))).isNull();
        assertThat(run.list(none.pluck(TEXT))).isEmpty();
        assertThat(run.get(none.count())).isZero();
        assertThat(run.get(none.exists())).isFalse();
        assertThat(run.get(none.doesntExist())).isTrue();
        assertThat(run.get(none.sum(NUMBER))).isZero();
        assertThat(run.value(none.max(NUMBER))).isNull();
        assertThat(run.get(none.update(NUMBER.to(1L)))).isZero();
        assertThat(run.get(none.delete())).isZero();
        assertThat(run.list(none.orWhereIn("text", List.of()).get())).isEmpty();
        assertThat(run.list(ITEMS.where("id", 1)
                        .where(q -> q.whereIn("text", List.of()))
                        .get()))
                .isEmpty();
        assertThat(run.list(ITEMS.where(NUMBER.in(List.of()).and(ID.eq(1L))).get()))
                .isEmpty();

        Query noRows = DB.table("items").whereIn("number", List.of());
        assertThat(run.list(noRows.get())).isEmpty();
        assertThat(run.list(noRows.pluck("text"))).isEmpty();
        assertThat(run.get(noRows.count())).isZero();
        assertThat(run.get(noRows.exists())).isFalse();
        assertThat(run.get(noRows.update(Map.of("number", 1)))).isZero();
        assertThat(run.get(noRows.delete())).isZero();
        assertThat(run.statements()).isEmpty();
    }

    @Test
    @Feature("7.2")
    default void anEmptyListOfThoseNotMeantMeansAll(Runner run) {
        assertThat(run.get(ITEMS.query().whereNotIn("number", List.of()).count()))
                .isEqualTo(ROWS);
        assertThat(run.get(ITEMS.where("number", "<", 3)
                        .whereNotIn("text", List.of())
                        .count()))
                .isEqualTo(3);
        assertThat(run.get(ITEMS.where("number", 1).orWhereIn("text", List.of()).count()))
                .isEqualTo(1);
        assertThat(run.get(ITEMS.query()
                        .whereNot(q -> q.whereIn("text", List.of()))
                        .count()))
                .isEqualTo(ROWS);
        assertThat(run.statements()).hasSize(4);
    }

    @Test
    @Feature("7.2")
    default void aCountOfNoRowsIsStillARow(Runner run) {
        assertThat(run.list(DB.table("items")
                        .whereIn("id", List.of())
                        .select(Expr.count().as("items"))
                        .get()
                        .map(row -> row.get("items", Long.class))))
                .containsExactly(0L);
        assertThat(run.list(DB.table("items")
                        .whereIn("id", List.of())
                        .select(Expr.count().as("items"))
                        .groupBy("text")
                        .get()))
                .isEmpty();
    }

    @Test
    @Feature("7.2")
    default void numbersOfSeveralTypesAreOneList(Runner run) {
        List<List<? extends Number>> mixtures = List.of(
                List.of(1L, 2),
                List.of(1, 2L),
                List.of((short) 1, 2),
                List.of((byte) 1, 2L),
                List.of(1, 2.0),
                List.of(1.0f, 2L),
                List.of(1L, new BigDecimal("2.00")),
                List.of(new BigInteger("1"), 2));
        for (List<? extends Number> numbers : mixtures) {
            Query items = DB.table("items");
            assertThat(run.get(items.whereIn("number", numbers).count()))
                    .as("in " + numbers)
                    .isEqualTo(2);
            assertThat(run.get(items.whereNotIn("number", numbers).count()))
                    .as("not in " + numbers)
                    .isEqualTo(ROWS - 2);
            assertThat(run.get(items.whereBetween("number", numbers.get(0), numbers.get(1))
                            .count()))
                    .as("between " + numbers)
                    .isEqualTo(2);
            assertThat(run.get(ITEMS.whereIn("number", numbers).count()))
                    .as("of a model, in " + numbers)
                    .isEqualTo(2);
        }
        assertThat(run.get(DB.table("items")
                        .whereIn("price", List.of(new BigDecimal("0.05"), 0.15, 0.25f, 7))
                        .count()))
                .isEqualTo(3);
    }

    @Test
    @Feature("7.2")
    default void aListOfWhatDoesNotGoTogetherIsRefused(Runner run) {
        assertThatThrownBy(() -> DB.table("items").whereIn("number", List.of(1, "2")))
                .isInstanceOf(TypeMismatchException.class)
                .hasMessage("a list takes java.lang.Integer as its other values, not java.lang.String");
        assertThatThrownBy(() -> DB.table("items").whereNotIn("text", List.of("1", 2L)))
                .isInstanceOf(TypeMismatchException.class)
                .hasMessage("a list takes java.lang.String as its other values, not java.lang.Long");
        assertThatThrownBy(() -> DB.table("items").whereBetween("number", 1, true))
                .isInstanceOf(TypeMismatchException.class)
                .hasMessage("a list takes java.lang.Integer as its other values, not java.lang.Boolean");
        assertThat(run.statements()).isEmpty();
    }

    @Test
    @Feature("7.2")
    default void oneShapeIsSentAsOneTextWhateverItsValues(Runner run) {
        int times = 40;
        for (int n = 1; n <= times; n++) {
            List<Long> numbers = LongStream.range(n, 2L * n).boxed().toList();
            ModelQuery<Item> query = ITEMS.whereIn("number", numbers)
                    .where(TEXT.ne("no " + n))
                    .where(PRICE.between(BigDecimal.ZERO, BigDecimal.valueOf(n)))
                    .orderBy(ID)
                    .limit(n)
                    .offset(n - 1);
            run.list(query.get());
        }
        assertThat(run.statements()).hasSize(times);
        boolean arrays = run.database().dialect().supports(Capability.ARRAY_BINDING);
        // Markers come in powers of two: 1, 2, 4, 8, 16, 32 and 64.
        assertThat(new HashSet<>(run.statements())).hasSize(arrays ? 1 : 7);
    }

    @Test
    @Feature("7.2")
    default void theTextIsTheSameForListsOfManyLengths(Runner run) {
        Set<String> texts = new HashSet<>();
        for (int size = 1; size <= 1_000; size++) {
            texts.add(text(run, size));
        }
        boolean arrays = run.database().dialect().supports(Capability.ARRAY_BINDING);
        assertThat(texts).hasSize(arrays ? 1 : 11);
        if (arrays) {
            int most = run.database().dialect().grammar().maxListSize();
            assertThat(text(run, most)).isEqualTo(text(run, 1));
        } else {
            assertThat(text(run, MANY)).isEqualTo(text(run, 61_000));
        }
    }

    private static String text(Runner run, int size) {
        List<Long> list = Stream.iterate(1L, n -> n + 1).limit(size).toList();
        Sql sql = ITEMS.whereIn("id", list).toSql(run.database().dialect());
        return sql.text();
    }
}
