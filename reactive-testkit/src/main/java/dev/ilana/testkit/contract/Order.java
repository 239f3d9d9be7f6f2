package dev.ilana.testkit.contract;

import com.fasterxml.jackson.core.type.TypeReference;
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
import dev.ilana.model.Column;
import dev.ilana.model.Composed;
import dev.ilana.model.Model;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** An order, with a column of every cast. */
final class Order extends Model<Order> {

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
    static final class Settings {
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

    static final EncryptionKeys FIRST = EncryptionKeys.of("first", base64("0123456789abcdef0123456789abcdef"));
    static final AtomicReference<EncryptionKeys> KEYS = new AtomicReference<>(FIRST);

    static final Table<Order> ORDERS = Table.of("orders", Order::new);
    static final Column<Order, Long> ID = ORDERS.id();
    static final Column<Order, Level> LEVEL =
            ORDERS.enumeration("level", Level.class).nullable().fillable();
    static final Column<Order, Status> STATUS =
            ORDERS.enumeration("status", Status.class, Status::code).nullable().fillable();
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
    static final Column<Order, Money> YEN = ORDERS.money("price_in_yen", "JPY").nullable();
    static final Column<Order, Duration> TOOK =
            ORDERS.duration("took").nullable().fillable();
    static final Column<Order, Duration> SECONDS =
            ORDERS.column("took_seconds", DurationCast.in(ChronoUnit.SECONDS)).nullable();
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
