package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.ilana.DB;
import dev.ilana.Table;
import dev.ilana.cast.Cast;
import dev.ilana.cast.DateCast;
import dev.ilana.cast.DurationCast;
import dev.ilana.cast.EncryptionKeys;
import dev.ilana.cast.EpochCast;
import dev.ilana.cast.JsonCast;
import dev.ilana.cast.Money;
import dev.ilana.cast.Stored;
import dev.ilana.cast.UuidCast;
import dev.ilana.error.DecryptionException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.model.Column;
import dev.ilana.model.Composed;
import dev.ilana.model.Model;
import dev.ilana.schema.build.Schema;
import dev.ilana.testkit.database.Runner;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Values that are not stored as they are come back as they were given, and are seen when they change. */
public interface CastContract {

    @BeforeEach
    default void emptyTable(Runner run) {
        Order.KEYS.set(Order.FIRST);
        Schema schema = Schema.on(run.database());
        run.value(schema.dropIfExists("orders").then(schema.create("orders", table -> {
            table.id();
            table.string("level").nullable();
            table.integer("status").nullable();
            table.json("settings").nullable();
            table.json("by_name").nullable();
            table.json("tags").nullable();
            table.json("numbers").nullable();
            table.bigInteger("price").nullable();
            table.bigInteger("price_in_yen").nullable();
            table.bigInteger("took").nullable();
            table.bigInteger("took_seconds").nullable();
            table.string("day").nullable();
            table.bigInteger("seen_at").nullable();
            table.timestamp("sent_at").nullable();
            table.character("token", 36).nullable();
            table.binary("raw_token").nullable();
            table.binary("data").nullable();
            table.doublePrecision("temperature").nullable();
            table.text("secret").nullable();
            table.text("other_secret").nullable();
            table.text("secret_settings").nullable();
            table.text("secret_price").nullable();
            table.text("secret_data").nullable();
            table.string("street").nullable();
            table.string("city").nullable();
            table.string("zip").nullable();
        })));
        run.forgetStatements();
    }

    /** Kept by name. */
    enum Level {
        LOW,
        HIGH
    }

    /** Kept by a number. */
    enum Status {
        OPEN(10),
        PAID(20),
        CLOSED(5);

        private final int code;

        Status(int code) {
            this.code = code;
        }

        int code() {
            return code;
        }
    }

    /** Kept as JSON, and without an equals of its own. */
    final class Settings {
        public String theme = "";
        public List<Integer> sizes = new ArrayList<>();

        static Settings of(String theme, Integer... sizes) {
            Settings settings = new Settings();
            settings.theme = theme;
            settings.sizes.addAll(List.of(sizes));
            return settings;
        }
    }

    /** A value of one's own. */
    record Celsius(double degrees) {}

    /** A value over several columns. */
    record Address(String street, String city, @Nullable String zip) {}

    /** A column of every cast. */
    final class Order extends Model<Order> {

        static final EncryptionKeys FIRST = EncryptionKeys.of("first", base64("0123456789abcdef0123456789abcdef"));
        static final AtomicReference<EncryptionKeys> KEYS = new AtomicReference<>(FIRST);

        static final Table<Order> ORDERS = Table.of("orders", Order::new);
        static final Column<Order, Long> ID = ORDERS.id();
        static final Column<Order, Level> LEVEL =
                ORDERS.enumeration("level", Level.class).nullable().fillable();
        static final Column<Order, Status> STATUS = ORDERS.enumeration("status", Status.class, Status::code)
                .nullable()
                .fillable();
        static final Column<Order, Settings> SETTINGS =
                ORDERS.json("settings", Settings.class).nullable().fillable().defaultTo(Settings.of("light", 12));
        static final Column<Order, Map<String, List<Celsius>>> BY_NAME = ORDERS.json(
                        "by_name", new TypeReference<Map<String, List<Celsius>>>() {})
                .nullable();
        static final Column<Order, List<String>> TAGS =
                ORDERS.array("tags", String.class).nullable().fillable();
        static final Column<Order, List<Long>> NUMBERS =
                ORDERS.array("numbers", Long.class).nullable();
        static final Column<Order, Money> PRICE =
                ORDERS.money("price", "EUR").nullable().fillable();
        static final Column<Order, Money> YEN =
                ORDERS.money("price_in_yen", "JPY").nullable();
        static final Column<Order, Duration> TOOK =
                ORDERS.duration("took").nullable().fillable();
        static final Column<Order, Duration> SECONDS = ORDERS.column(
                        "took_seconds", DurationCast.in(ChronoUnit.SECONDS))
                .nullable();
        static final Column<Order, LocalDate> DAY =
                ORDERS.column("day", DateCast.pattern("dd.MM.uuuu")).nullable().fillable();
        static final Column<Order, Instant> SEEN_AT =
                ORDERS.column("seen_at", EpochCast.millis()).nullable();
        static final Column<Order, OffsetDateTime> SENT_AT =
                ORDERS.offsetDateTime("sent_at").nullable().fillable();
        static final Column<Order, UUID> TOKEN =
                ORDERS.column("token", UuidCast.text()).nullable().fillable();
        static final Column<Order, UUID> RAW_TOKEN =
                ORDERS.column("raw_token", UuidCast.bytes()).nullable();
        static final Column<Order, byte[]> DATA = ORDERS.binary("data").nullable();
        static final Column<Order, Celsius> TEMPERATURE = ORDERS.column(
                        "temperature", Cast.of(Celsius.class, Stored.DOUBLE, Celsius::new, Celsius::degrees))
                .nullable()
                .fillable();
        static final Column<Order, String> SECRET =
                ORDERS.encrypted("secret", KEYS::get).nullable().fillable();
        static final Column<Order, String> OTHER_SECRET =
                ORDERS.encrypted("other_secret", KEYS::get).nullable();
        static final Column<Order, Settings> SECRET_SETTINGS = ORDERS.encrypted(
                        "secret_settings", JsonCast.of(Settings.class), KEYS::get)
                .nullable();
        static final Column<Order, BigDecimal> SECRET_PRICE = ORDERS.encrypted(
                        "secret_price",
                        Cast.of(BigDecimal.class, Stored.DECIMAL, value -> value, value -> value),
                        KEYS::get)
                .nullable();
        static final Column<Order, UUID> SECRET_DATA =
                ORDERS.encrypted("secret_data", UuidCast.bytes(), KEYS::get).nullable();
        static final Column<Order, String> STREET = ORDERS.string("street").nullable();
        static final Column<Order, String> CITY = ORDERS.string("city").nullable();
        static final Column<Order, String> ZIP = ORDERS.string("zip").nullable();
        static final Composed<Order, Address> ADDRESS = ORDERS.composed(
                Address::new, STREET.from(Address::street), CITY.from(Address::city), ZIP.from(Address::zip));

        Order() {
            super(ORDERS);
        }

        static String base64(String ascii) {
            return Base64.getEncoder().encodeToString(ascii.getBytes(StandardCharsets.US_ASCII));
        }
    }

    private static Order read(Runner run, Order stored) {
        return run.get(Order.ORDERS.findOrFail(stored.get(Order.ID)));
    }

    private static <T> Order stored(Runner run, Column<Order, T> column, @Nullable T value) {
        return run.get(new Order().set(column, value).save());
    }

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

    private static <T> void nulls(Runner run, Column<Order, T> column) {
        Order order = stored(run, column, null);
        assertThat((Object) read(run, order).get(column)).as("null " + column).isNull();
        assertThat(run.get(Order.ORDERS
                        .where(column.isNull().and(Order.ID.eq(order.get(Order.ID))))
                        .count()))
                .isOne();
        run.get(order.forceDelete());
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
    @Feature({"5.1", "2.7"})
    default void aValueChangedInPlaceIsWrittenAndNothingElse(Runner run) {
        Order order = read(
                run,
                run.get(new Order()
                        .set(Order.SETTINGS, Settings.of("light"))
                        .set(Order.TAGS, new ArrayList<>(List.of("a")))
                        .set(Order.DATA, new byte[] {1, 2})
                        .set(Order.SECRET_SETTINGS, Settings.of("x"))
                        .save()));
        run.forgetStatements();

        order.get(Order.SETTINGS).theme = "dark";
        assertThat(order.getDirty()).containsOnlyKeys("settings");
        assertThat(Objects.requireNonNull(order.getOriginal(Order.SETTINGS)).theme)
                .isEqualTo("light");
        run.get(order.save());
        assertThat(run.statements())
                .singleElement()
                .asString()
                .contains("settings")
                .doesNotContain("tags");
        assertThat(read(run, order).get(Order.SETTINGS).theme).isEqualTo("dark");
        assertThat(order.isDirty()).isFalse();

        order.get(Order.TAGS).add("b");
        order.get(Order.DATA)[1] = 3;
        order.get(Order.SECRET_SETTINGS).sizes.add(7);
        assertThat(order.getDirty()).containsOnlyKeys("tags", "data", "secret_settings");
        run.get(order.save());
        Order again = read(run, order);
        assertThat(again.get(Order.TAGS)).containsExactly("a", "b");
        assertThat(again.get(Order.DATA)).containsExactly(1, 3);
        assertThat(again.get(Order.SECRET_SETTINGS).sizes).containsExactly(7);
        run.forgetStatements();
        run.get(again.save());
        assertThat(run.statements()).isEmpty();
    }

    @Test
    @Feature({"5.1", "2.7"})
    default void aValueThatWasGivenToTheModelIsWatchedAfterItWasStored(Runner run) {
        Settings mine = Settings.of("light");
        Order order = stored(run, Order.SETTINGS, mine);
        mine.theme = "dark";

        assertThat(order.isDirty(Order.SETTINGS)).isTrue();
        assertThat(read(run, run.get(order.save())).get(Order.SETTINGS).theme).isEqualTo("dark");
        mine.theme = "dim";
        assertThat(read(run, run.get(order.save())).get(Order.SETTINGS).theme).isEqualTo("dim");
    }

    @Test
    @Feature({"5.1", "2.5"})
    default void aDefaultIsNotSharedByModels(Runner run) {
        Order one = new Order();
        one.get(Order.SETTINGS).sizes.add(99);

        assertThat(new Order().get(Order.SETTINGS).sizes).containsExactly(12);
        assertThat(read(run, run.get(one.save())).get(Order.SETTINGS).sizes).containsExactly(12, 99);
        Order untouched = run.get(new Order().save());
        untouched.get(Order.SETTINGS).sizes.clear();
        assertThat(untouched.isDirty(Order.SETTINGS)).isTrue();
        assertThat(new Order().get(Order.SETTINGS).sizes).containsExactly(12);
    }

    @Test
    @Feature({"5.1", "14.1"})
    default void aChangeInPlaceIsDirtyAgainAfterARollback(Runner run) {
        Order order = stored(run, Order.TAGS, new ArrayList<>(List.of("a")));
        order.get(Order.TAGS).add("b");
        run.error(DB.transaction(
                () -> order.save().then(reactor.core.publisher.Mono.error(new IllegalStateException()))));

        assertThat(order.isDirty(Order.TAGS)).isTrue();
        assertThat(order.getOriginal(Order.TAGS)).containsExactly("a");
    }

    @Test
    @Feature("5.2")
    default void whatIsEncryptedIsReadAgainAndNowhereInThePlain(Runner run) {
        for (String value : List.of("", "hush", "ìlànà 🌙", "x".repeat(10_000))) {
            Order order = stored(run, Order.SECRET, value);
            assertThat(read(run, order).get(Order.SECRET)).isEqualTo(value);
        }
        for (String value : List.of("0", "12.500", "-1E+3", "99999999999999999999.0000000001")) {
            Order order = stored(run, Order.SECRET_PRICE, new BigDecimal(value));
            assertThat(read(run, order).get(Order.SECRET_PRICE)).isEqualTo(new BigDecimal(value));
        }
        UUID uuid = UUID.randomUUID();
        assertThat(read(run, stored(run, Order.SECRET_DATA, uuid)).get(Order.SECRET_DATA))
                .isEqualTo(uuid);
        nulls(run, Order.SECRET_SETTINGS);

        Order one = stored(run, Order.SECRET, "hush");
        Order other = stored(run, Order.SECRET, "hush");
        String first = sealed(run, one, "secret");
        assertThat(first).startsWith("ilana1:first:").doesNotContain("hush").isNotEqualTo(sealed(run, other, "secret"));
        assertThat(one.set(Order.SECRET, "hush").isDirty()).isFalse();
    }

    @Test
    @Feature("5.2")
    default void noConditionIsOnWhatIsEncrypted(Runner run) {
        Order secret = stored(run, Order.SECRET, "hush");
        assertThat(read(run, secret).get(Order.SECRET)).isEqualTo("hush");
        assertThat(run.get(Order.ORDERS.where(Order.SECRET.isNotNull()).count()))
                .isOne();
        for (org.assertj.core.api.ThrowableAssert.ThrowingCallable condition :
                List.<org.assertj.core.api.ThrowableAssert.ThrowingCallable>of(
                        () -> Order.SECRET.eq("hush").not(),
                        () -> Order.SECRET.in("hush").not(),
                        () -> Order.SECRET.like("h%").not(),
                        () -> Order.SECRET.eq(Order.STREET).not(),
                        () -> Order.STREET.eq(Order.SECRET).not(),
                        () -> Order.SECRET.lower().isNull(),
                        () -> Order.ORDERS.query().orderBy(Order.SECRET).limit(1),
                        () -> Order.ORDERS.query().where("secret", "hush").limit(1))) {
            assertThatThrownBy(condition)
                    .isInstanceOf(InvalidUsageException.class)
                    .hasMessageContaining("orders.secret is encrypted")
                    .hasMessageNotContaining("hush");
        }
    }

    @Test
    @Feature("5.2")
    default void whatWasTamperedWithOrIsForAnotherColumnIsATypedError(Runner run) {
        Order order = run.get(new Order()
                .set(Order.SECRET, "hush")
                .set(Order.OTHER_SECRET, "other")
                .save());
        String sealed = sealed(run, order, "secret");
        String body = sealed.substring(sealed.lastIndexOf(':') + 1);
        List<String> bad = new ArrayList<>(List.of(
                "hush", "", "ilana1:first:", "ilana1:first:AAAA", sealed + "A", sealed(run, order, "other_secret")));
        for (int cut : new int[] {1, 2, 3, 4, 20}) {
            bad.add(sealed.substring(0, sealed.length() - cut));
        }
        for (int at : new int[] {0, 15, 16, body.length() / 2, body.length() - 1}) {
            char flipped = body.charAt(at) == 'A' ? 'B' : 'A';
            bad.add("ilana1:first:" + body.substring(0, at) + flipped + body.substring(at + 1));
        }
        for (String text : bad) {
            run.get(DB.table("orders").where("id", order.get(Order.ID)).update(Map.of("secret", text)));
            assertThat(run.error(Order.ORDERS.find(order.get(Order.ID))))
                    .as(text)
                    .isInstanceOf(DecryptionException.class)
                    .hasMessageContaining("orders.secret")
                    .hasMessageNotContaining("hush")
                    .hasMessageNotContaining(body);
        }
        run.assertNothingAcquired();
    }

    @Test
    @Feature("5.2")
    default void aKeyIsReplacedWhileOldValuesAreStillRead(Runner run) {
        Order old = stored(run, Order.SECRET, "hush");
        Order.KEYS.set(EncryptionKeys.of("second", Order.base64("fedcba9876543210fedcba9876543210")));
        assertThat(run.error(Order.ORDERS.find(old.get(Order.ID))))
                .isInstanceOf(DecryptionException.class)
                .hasMessage("orders.secret was encrypted with the key \"first\", which is not among [second];"
                        + " add it by withPrevious");

        Order.KEYS.set(EncryptionKeys.of("second", Order.base64("fedcba9876543210fedcba9876543210"))
                .withPrevious("first", Order.base64("0123456789abcdef0123456789abcdef")));
        Order read = read(run, old);
        assertThat(read.get(Order.SECRET)).isEqualTo("hush");
        assertThat(read.isDirty()).isFalse();
        run.get(Order.ORDERS
                .where(Order.ID.eq(read.get(Order.ID)))
                .update(List.of(Order.SECRET.to(read.get(Order.SECRET)))));
        assertThat(sealed(run, old, "secret")).startsWith("ilana1:second:");
        assertThat(read(run, old).get(Order.SECRET)).isEqualTo("hush");
    }

    private static String sealed(Runner run, Order order, String column) {
        return (String)
                run.get(DB.table("orders").where("id", order.get(Order.ID)).value(column));
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
