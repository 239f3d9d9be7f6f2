package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.connection.PoolSettings;
import dev.ilana.model.Column;
import dev.ilana.query.Row;
import dev.ilana.testkit.database.Runner;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.TimeZone;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Values come back as they were given. */
public interface TypeContract extends SampleContract {

    private static <T> void roundTrips(Runner run, Column<Sample, T> column, T value) {
        roundTrips(run, column, value, read -> read);
    }

    private static <T> void roundTrips(Runner run, Column<Sample, T> column, T value, UnaryOperator<T> comparable) {
        Sample saved = run.get(new Sample().set(column, value).save());
        Sample read = run.get(Sample.SAMPLES.findOrFail(saved.get(Sample.ID)));

        assertThat(comparable.apply(read.get(column))).as(column.toString()).isEqualTo(comparable.apply(value));
    }

    private static <T> void isFoundBy(Runner run, Column<Sample, T> column, T value) {
        assertThat(run.get(Sample.SAMPLES.where(column.eq(value)).count()))
                .as(column.toString())
                .isPositive();
        assertThat(run.get(
                        Sample.SAMPLES.where(column.in(List.of(value, value))).count()))
                .as("in " + column)
                .isPositive();
    }

    @Test
    @Feature("5.1")
    default void numbersAndBooleans(Runner run) {
        for (boolean value : new boolean[] {true, false}) {
            roundTrips(run, Sample.BOOL, value);
            isFoundBy(run, Sample.BOOL, value);
        }
        for (short value : new short[] {0, Short.MIN_VALUE, Short.MAX_VALUE}) {
            roundTrips(run, Sample.SMALL, value);
            isFoundBy(run, Sample.SMALL, value);
        }
        for (int value : new int[] {0, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            roundTrips(run, Sample.INTEGER, value);
            isFoundBy(run, Sample.INTEGER, value);
        }
        for (long value : new long[] {0, Long.MIN_VALUE, Long.MAX_VALUE}) {
            roundTrips(run, Sample.BIG, value);
            isFoundBy(run, Sample.BIG, value);
        }
        for (String value : List.of("0.0000", "1234567890123456.7891", "-0.0001", "12.5000")) {
            // r2dbc-postgresql reads a zero without its scale
            roundTrips(run, Sample.DECIMAL, new BigDecimal(value), BigDecimal::stripTrailingZeros);
            isFoundBy(run, Sample.DECIMAL, new BigDecimal(value));
        }
        for (double value : new double[] {0, 1.5, -1e300, 0.1}) {
            roundTrips(run, Sample.DOUBLE, value);
            isFoundBy(run, Sample.DOUBLE, value);
        }
        roundTrips(run, Sample.REAL, 1.25f);
    }

    @Test
    @Feature("5.1")
    default void text(Runner run) {
        for (String value :
                List.of("", " ", "'\"`\\\\", "\\n\n\r\t", "ìlànà ñ 漢字 🌙👩‍👩‍👧", "null", "x".repeat(255))) {
            roundTrips(run, Sample.STRING, value);
            isFoundBy(run, Sample.STRING, value);
            roundTrips(run, Sample.TEXT, value);
        }
        roundTrips(run, Sample.TEXT, "漢".repeat(20_000));
    }

    @Test
    @Feature("5.1")
    default void bytesUuidsEnumsAndJson(Runner run) {
        byte[] every = new byte[256];
        for (int i = 0; i < every.length; i++) {
            every[i] = (byte) i;
        }
        roundTrips(run, Sample.BINARY, every, bytes -> java.util.Arrays.copyOf(bytes, bytes.length));
        roundTrips(run, Sample.BINARY, new byte[0]);
        UUID uuid = java.util.UUID.randomUUID();
        roundTrips(run, Sample.UUID, uuid);
        isFoundBy(run, Sample.UUID, uuid);
        roundTrips(run, Sample.ENUM, Level.HIGH);
        isFoundBy(run, Sample.ENUM, Level.HIGH);
        roundTrips(run, Sample.JSON, new Settings("a \"b\" \\ 🌙", List.of(1, 2, 3), true));
    }

    @Test
    @Feature("5.1")
    default void datesAndTimes(Runner run) {
        for (LocalDate value :
                List.of(LocalDate.of(2024, 2, 29), LocalDate.of(1900, 1, 1), LocalDate.of(9999, 12, 31))) {
            roundTrips(run, Sample.DATE, value);
            isFoundBy(run, Sample.DATE, value);
        }
        for (LocalTime value :
                List.of(LocalTime.MIDNIGHT, LocalTime.of(23, 59, 59), LocalTime.of(1, 2, 3, 456_789_000))) {
            roundTrips(run, Sample.TIME, value);
        }
        for (LocalDateTime value :
                List.of(LocalDateTime.of(2024, 3, 31, 2, 30), LocalDateTime.of(2000, 1, 1, 0, 0, 0, 1_000))) {
            roundTrips(run, Sample.DATE_TIME, value);
            isFoundBy(run, Sample.DATE_TIME, value);
        }
    }

    @Test
    @Feature({"5.1", "1.6"})
    default void instantsAreTheSameInEveryZoneOfTheJvm(Runner run) {
        TimeZone before = TimeZone.getDefault();
        try {
            for (String zone : List.of("UTC", "America/New_York", "Asia/Kolkata", "Pacific/Auckland")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                for (String value : List.of(
                        "2024-03-10T07:30:00Z", // within New York's missing hour
                        "2024-11-03T06:30:00Z", // within New York's hour that comes twice
                        "1969-12-31T23:59:59.999999Z",
                        "2038-01-19T03:14:08Z",
                        "2024-06-01T12:00:00.123456Z")) {
                    roundTrips(run, Sample.INSTANT, Instant.parse(value));
                    isFoundBy(run, Sample.INSTANT, Instant.parse(value));
                }
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    /** Puts a session into another zone than UTC. */
    default String zoneOfTheSession() {
        return "set time zone '+05:30'";
    }

    @Test
    @Feature({"5.1", "1.6"})
    default void timesAreTheSameWhateverZoneJvmAndSessionAreIn(Runner run) {
        TimeZone before = TimeZone.getDefault();
        List<LocalDateTime> local = List.of(
                LocalDateTime.parse("2018-11-04T00:30:00"), // is not there in São Paulo
                LocalDateTime.parse("2024-03-31T02:30:00.123456"), // is not there in Berlin
                LocalDateTime.parse("2024-10-27T02:30:00")); // is there twice in Berlin
        try {
            for (String zone : List.of("UTC", "Europe/Berlin", "America/Sao_Paulo", "Asia/Kolkata", "Pacific/Apia")) {
                TimeZone.setDefault(TimeZone.getTimeZone(zone));
                // A pool of one connection, which therefore keeps the zone; the other pool's must not.
                Database elsewhere = Database.builder(run.url())
                        .withPool(PoolSettings.DEFAULT.withMaxSize(1))
                        .build();
                run.value(DB.statement(zoneOfTheSession()).contextWrite(elsewhere.use()));
                for (LocalDateTime time : local) {
                    Instant instant = time.toInstant(ZoneOffset.UTC);
                    Sample sample = new Sample()
                            .set(Sample.INSTANT, instant)
                            .set(Sample.DATE_TIME, time)
                            .set(Sample.DATE, time.toLocalDate())
                            .set(Sample.TIME, time.toLocalTime());
                    Sample saved = run.get(sample.save().contextWrite(elsewhere.use()));
                    Sample readThere = run.get(Sample.SAMPLES
                            .where(Sample.INSTANT.eq(instant))
                            .where(Sample.DATE_TIME.eq(time))
                            .where(Sample.ID.eq(saved.get(Sample.ID)))
                            .firstOrFail()
                            .contextWrite(elsewhere.use()));
                    Sample readHere = run.get(Sample.SAMPLES.findOrFail(saved.get(Sample.ID)));
                    for (Sample read : List.of(readThere, readHere)) {
                        assertThat(read.get(Sample.INSTANT)).as(zone).isEqualTo(instant);
                        assertThat(read.get(Sample.DATE_TIME)).as(zone).isEqualTo(time);
                        assertThat(read.get(Sample.DATE)).as(zone).isEqualTo(time.toLocalDate());
                        assertThat(read.get(Sample.TIME)).as(zone).isEqualTo(time.toLocalTime());
                    }
                }
                run.value(elsewhere.close());
            }
        } finally {
            TimeZone.setDefault(before);
        }
    }

    @Test
    @Feature("5.1")
    default void nullsInEveryColumn(Runner run) {
        Sample saved = run.get(new Sample().set(Sample.BOOL, null).save());
        Sample read = run.get(Sample.SAMPLES.findOrFail(saved.get(Sample.ID)));

        for (Column<Sample, ?> column : Sample.SAMPLES.columns()) {
            if (column.isNullable()) {
                assertThat((Object) read.get(column)).as(column.toString()).isNull();
            }
        }
        for (Column<Sample, ?> column : Sample.SAMPLES.columns()) {
            if (column.isNullable()) {
                run.get(new Sample().setAttribute(column.name(), null).save());
            }
        }
    }

    @Test
    @Feature("3.4")
    default void rowsWithoutAModelHavePlainValues(Runner run) {
        Instant now = Instant.parse("2024-06-01T12:00:00.123456Z");
        UUID uuid = java.util.UUID.randomUUID();
        run.get(new Sample()
                .set(Sample.BOOL, true)
                .set(Sample.BIG, 5L)
                .set(Sample.DECIMAL, new BigDecimal("1.5000"))
                .set(Sample.TEXT, "text")
                .set(Sample.BINARY, new byte[] {1, 2})
                .set(Sample.INSTANT, now)
                .set(Sample.UUID, uuid)
                .set(Sample.JSON, new Settings("a", List.of(), false))
                .save());

        Row row = run.get(DB.table("samples").first());
        assertThat(row.get("a_bool", Boolean.class)).isTrue();
        assertThat(row.get("a_big")).isEqualTo(5L);
        assertThat(row.get("a_decimal")).isEqualTo(new BigDecimal("1.5000"));
        assertThat(row.get("a_text")).isEqualTo("text");
        assertThat(row.get("a_binary")).isEqualTo(new byte[] {1, 2});
        assertThat(row.get("an_instant", Instant.class)).isEqualTo(now);
        assertThat(row.get("a_uuid", UUID.class)).isEqualTo(uuid);
        assertThat(row.get("a_json", String.class)).contains("numbers");
        assertThat(row.get("a_date")).isNull();
        assertThat(row.toMap()).containsEntry("a_text", "text").containsEntry("a_time", null);
    }

    @Test
    @Feature("8.6")
    default void theLeastAndTheGreatestOfWhateverHasAnOrder(Runner run) {
        Instant early = Instant.parse("1999-12-31T23:59:59.123456Z");
        Instant late = Instant.parse("2026-11-21T08:00:00Z");
        UUID low = java.util.UUID.fromString("00000000-0000-4000-8000-00000000000a");
        UUID high = java.util.UUID.fromString("f0000000-0000-4000-8000-000000000000");
        run.list(Sample.SAMPLES.insertMany(Flux.just(
                new Sample()
                        .set(Sample.INSTANT, late)
                        .set(Sample.UUID, low)
                        .set(Sample.ENUM, Level.LOW)
                        .set(Sample.STRING, "b")
                        .set(Sample.BOOL, true)
                        .set(Sample.DATE, LocalDate.of(2000, 2, 29))
                        .set(Sample.DECIMAL, new BigDecimal("1.5000")),
                new Sample()
                        .set(Sample.INSTANT, early)
                        .set(Sample.UUID, high)
                        .set(Sample.ENUM, Level.HIGH)
                        .set(Sample.STRING, "a")
                        .set(Sample.BOOL, false)
                        .set(Sample.DATE, LocalDate.of(1999, 2, 28))
                        .set(Sample.DECIMAL, new BigDecimal("-2.2500")),
                new Sample())));

        hasExtremes(run, Sample.INSTANT, early, late);
        hasExtremes(run, Sample.UUID, low, high);
        hasExtremes(run, Sample.ENUM, Level.HIGH, Level.LOW);
        hasExtremes(run, Sample.STRING, "a", "b");
        hasExtremes(run, Sample.BOOL, false, true);
        hasExtremes(run, Sample.DATE, LocalDate.of(1999, 2, 28), LocalDate.of(2000, 2, 29));
        hasExtremes(run, Sample.DECIMAL, new BigDecimal("-2.2500"), new BigDecimal("1.5000"));
        assertThat(run.get(Sample.SAMPLES.sum(Sample.DECIMAL))).isEqualByComparingTo("-0.75");
    }

    private static <T> void hasExtremes(Runner run, Column<Sample, T> column, T least, T greatest) {
        assertThat(run.get(Sample.SAMPLES.min(column))).as("min of " + column).isEqualTo(least);
        assertThat(run.get(Sample.SAMPLES.max(column))).as("max of " + column).isEqualTo(greatest);
        assertThat(run.list(Sample.SAMPLES
                        .select(column.min(), column.max())
                        .as((first, last) -> List.of(first, last))
                        .get()))
                .as("selected extremes of " + column)
                .containsExactly(List.of(least, greatest));
        assertThat(run.value(Sample.SAMPLES.where(column.isNull()).max(column))).isNull();
    }
}
