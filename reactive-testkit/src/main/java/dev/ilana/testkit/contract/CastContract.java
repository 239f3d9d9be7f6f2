package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.OrdersContract.nulls;
import static dev.ilana.testkit.contract.OrdersContract.read;
import static dev.ilana.testkit.contract.OrdersContract.stored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.cast.Money;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.model.Column;
import dev.ilana.testkit.contract.Order.Address;
import dev.ilana.testkit.contract.Order.Celsius;
import dev.ilana.testkit.contract.Order.Level;
import dev.ilana.testkit.contract.Order.Settings;
import dev.ilana.testkit.contract.Order.Status;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Values that are not stored as they are come back as they were given, and are found by what they are. */
public interface CastContract extends OrdersContract {

    /** Each of the values, found, sorted, and null. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <T> void roundTrips(Runner run, Column<Order, T> column, T... ascending) {
        List<T> expected = List.of(ascending);
        for (T value : expected) {
            Order order = stored(run, column, value);
            Order read = read(run, order);
            assertThat(read.get(column)).as(column.toString()).isEqualTo(value);
            assertThat(read.getOriginal(column)).as("original " + column).isEqualTo(value);
            assertThat(read.set(column, value).isDirty()).as("dirty " + column).isFalse();
            assertThat(run.get(Order.ORDERS.where(column.eq(value)).count()))
                    .as("eq " + column)
                    .isOne();
            assertThat(run.get(Order.ORDERS.where(column.name(), value).count()))
                    .as("by name " + column)
                    .isOne();
        }
        assertThat(run.list(Order.ORDERS
                        .where(column.in(expected))
                        .orderBy(column)
                        .select(column)
                        .get()))
                .as("sorted " + column)
                .containsExactlyElementsOf(expected);
        assertThat(run.get(Order.ORDERS
                        .where(column.isNotNull())
                        .orderBy(column.desc())
                        .select(column)
                        .firstOrFail()))
                .as("greatest " + column)
                .isEqualTo(expected.get(expected.size() - 1));
        nulls(run, column);
    }

    @Test
    @Feature({"5.1", "5.2"})
    default void enumsByNameAndByValue(Runner run) {
        roundTrips(run, Order.LEVEL, Level.HIGH, Level.LOW);
        roundTrips(run, Order.STATUS, Status.CLOSED, Status.OPEN, Status.PAID);

        assertThat(run.list(DB.table("orders")
                        .whereNotNull("status")
                        .orderBy("status")
                        .pluck("status")))
                .containsExactly(5, 10, 20);
    }

    @Test
    @Feature({"5.1", "5.2"})
    default void money(Runner run) {
        roundTrips(
                run,
                Order.PRICE,
                new Money(Long.MIN_VALUE, java.util.Currency.getInstance("EUR")),
                Money.of("-0.01", "EUR"),
                Money.of("0", "EUR"),
                Money.of("12.50", "EUR"),
                new Money(Long.MAX_VALUE, java.util.Currency.getInstance("EUR")));
        roundTrips(run, Order.YEN, Money.of("1250", "JPY"));

        assertThat(run.list(DB.table("orders").whereNotNull("price_in_yen").pluck("price_in_yen")))
                .containsExactly(1250L);
        assertThat(run.get(Order.ORDERS.query().select(Order.PRICE.max()).firstOrFail()))
                .isEqualTo(new Money(Long.MAX_VALUE, java.util.Currency.getInstance("EUR")));
        assertThatThrownBy(() -> Order.PRICE.eq(Money.of("1", "JPY")).not()).isInstanceOf(InvalidUsageException.class);
    }

    @Test
    @Feature({"5.1", "5.2"})
    default void durationsDatesAndTimes(Runner run) {
        roundTrips(
                run,
                Order.TOOK,
                Duration.ofNanos(Long.MIN_VALUE),
                Duration.ofNanos(-1),
                Duration.ZERO,
                Duration.ofMinutes(90),
                Duration.ofNanos(Long.MAX_VALUE));
        roundTrips(run, Order.SECONDS, Duration.ofSeconds(Long.MIN_VALUE), Duration.ofDays(400));
        roundTrips(run, Order.DAY, LocalDate.of(2000, 2, 1), LocalDate.of(1999, 12, 31));
        roundTrips(
                run,
                Order.SEEN_AT,
                Instant.parse("1969-12-31T23:59:59.999Z"),
                Instant.EPOCH,
                Instant.parse("2262-04-12T00:00:00.123Z"));
        roundTrips(
                run,
                Order.SENT_AT,
                OffsetDateTime.parse("1969-12-31T23:59:59.999999Z"),
                OffsetDateTime.parse("2024-03-31T01:30:00.123456Z"));

        Order elsewhere = stored(run, Order.SENT_AT, OffsetDateTime.parse("2025-01-01T12:00:00+05:30"));
        assertThat(read(run, elsewhere).get(Order.SENT_AT)).isEqualTo(OffsetDateTime.parse("2025-01-01T06:30:00Z"));
    }

    @Test
    @Feature({"5.1", "5.2"})
    default void uuidsAsTextAndAsBytes(Runner run) {
        UUID least = new UUID(0, 0);
        UUID greatest = new UUID(-1, -1);
        roundTrips(run, Order.TOKEN, least, UUID.fromString("0191b2c3-0000-7000-8000-000000000001"), greatest);
        roundTrips(run, Order.RAW_TOKEN, least, UUID.fromString("0191b2c3-0000-7000-8000-000000000001"));
    }

    @Test
    @Feature({"5.1", "5.2"})
    default void valuesOfOnesOwn(Runner run) {
        roundTrips(run, Order.TEMPERATURE, new Celsius(-273.15), new Celsius(0), new Celsius(0.1), new Celsius(1e300));
    }

    @Test
    @Feature({"5.1", "5.2"})
    default void objectsMapsAndListsAsJson(Runner run) {
        Settings settings = read(run, stored(run, Order.SETTINGS, Settings.of("a \"b\" \\ 🌙", 1, 2)))
                .get(Order.SETTINGS);
        assertThat(settings.theme).isEqualTo("a \"b\" \\ 🌙");
        assertThat(settings.sizes).containsExactly(1, 2);
        nulls(run, Order.SETTINGS);

        Map<String, List<Celsius>> byName = new LinkedHashMap<>();
        byName.put("", List.of());
        byName.put("ìlànà", List.of(new Celsius(0.5), new Celsius(-1)));
        for (Map<String, List<Celsius>> value : List.of(Map.<String, List<Celsius>>of(), byName)) {
            Map<String, List<Celsius>> read =
                    read(run, stored(run, Order.BY_NAME, value)).get(Order.BY_NAME);
            assertThat(read).isEqualTo(value);
        }
        for (List<String> value : List.of(
                List.<String>of(), List.of(""), List.of("a", "b,c", "\"", "🌙"), Collections.nCopies(2_000, "漢"))) {
            assertThat(read(run, stored(run, Order.TAGS, value)).get(Order.TAGS))
                    .isEqualTo(value);
        }
        assertThat(read(run, stored(run, Order.NUMBERS, List.of(Long.MIN_VALUE, 0L, Long.MAX_VALUE)))
                        .get(Order.NUMBERS))
                .containsExactly(Long.MIN_VALUE, 0L, Long.MAX_VALUE);
    }

    @Test
    @Feature({"5.1", "2.8"})
    default void whatAFormHasIsTakenByName(Runner run) {
        Map<String, Object> form = new LinkedHashMap<>();
        form.put("level", "HIGH");
        form.put("status", "20");
        form.put("settings", Map.of("theme", "dark", "sizes", List.of(1, 2)));
        form.put("tags", List.of("a", "b"));
        form.put("price", 12.5);
        form.put("took", "PT1H30M");
        form.put("day", "29.02.2024");
        form.put("sent_at", "2024-02-29T12:00:00+02:00");
        form.put("token", "0191b2c3-0000-7000-8000-000000000001");
        form.put("temperature", 21);
        form.put("secret", "hush");
        Order read = read(run, run.get(Order.ORDERS.create(form)));

        assertThat(read.get(Order.LEVEL)).isEqualTo(Level.HIGH);
        assertThat(read.get(Order.STATUS)).isEqualTo(Status.PAID);
        assertThat(read.get(Order.SETTINGS).sizes).containsExactly(1, 2);
        assertThat(read.get(Order.TAGS)).containsExactly("a", "b");
        assertThat(read.get(Order.PRICE)).isEqualTo(Money.of("12.50", "EUR"));
        assertThat(read.get(Order.TOOK)).isEqualTo(Duration.ofMinutes(90));
        assertThat(read.get(Order.DAY)).isEqualTo(LocalDate.of(2024, 2, 29));
        assertThat(read.get(Order.SENT_AT).toInstant()).isEqualTo(Instant.parse("2024-02-29T10:00:00Z"));
        assertThat(read.get(Order.TEMPERATURE)).isEqualTo(new Celsius(21));
        assertThat(read.get(Order.SECRET)).isEqualTo("hush");
        for (Map.Entry<String, Object> wrong : Map.<String, Object>of(
                        "level", "MIDDLE",
                        "status", "open",
                        "settings", "dark",
                        "price", "12.505",
                        "took", "90 minutes",
                        "day", "31.02.2024",
                        "token", "x",
                        "temperature", "warm")
                .entrySet()) {
            assertThatThrownBy(() -> new Order().fill(Map.of(wrong.getKey(), wrong.getValue())))
                    .as(wrong.getKey())
                    .isInstanceOf(TypeMismatchException.class);
        }
    }

    @Test
    @Feature("5.1")
    default void aValueOverSeveralColumns(Runner run) {
        Address home = new Address("1 Ọba Road", "Ìbàdàn", "200001");
        Order order = read(run, run.get(new Order().set(Order.ADDRESS, home).save()));
        assertThat(order.get(Order.ADDRESS)).isEqualTo(home);
        assertThat(order.get(Order.CITY)).isEqualTo("Ìbàdàn");
        assertThat(run.get(Order.ORDERS.where(Order.ADDRESS.eq(home)).count())).isOne();
        run.forgetStatements();

        order.set(Order.ADDRESS, new Address("1 Ọba Road", "Lagos", null));
        assertThat(order.isDirty(Order.ADDRESS)).isTrue();
        assertThat(order.getDirty()).containsOnlyKeys("city", "zip");
        assertThat(order.getOriginal(Order.ADDRESS)).isEqualTo(home);
        run.get(order.save());
        assertThat(run.statements()).singleElement().asString().doesNotContain("street");
        assertThat(read(run, order).get(Order.ADDRESS)).isEqualTo(new Address("1 Ọba Road", "Lagos", null));
        assertThat(run.get(Order.ORDERS
                        .where(Order.ADDRESS.eq(new Address("1 Ọba Road", "Lagos", null)))
                        .count()))
                .isOne();

        run.get(order.set(Order.ADDRESS, null).save());
        assertThat((Object) read(run, order).get(Order.ADDRESS)).isNull();
        assertThat(run.get(Order.ORDERS.where(Order.ADDRESS.isNull()).count())).isOne();
        assertThat(run.get(Order.ORDERS.where(Order.ADDRESS.isNotNull()).count()))
                .isZero();
        run.get(Order.ORDERS.where(Order.ID.eq(order.get(Order.ID))).update(Order.ADDRESS.to(home)));
        assertThat(read(run, order).get(Order.ADDRESS)).isEqualTo(home);
    }
}
