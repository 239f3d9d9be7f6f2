package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.model.Column;
import dev.ilana.query.Row;
import dev.ilana.testkit.database.Runner;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** Values of every type, and nulls, come back as they were given to a write of many rows. */
public interface BulkTypeContract extends SampleContract {

    /** The latest instant whose year the database keeps. */
    default Instant latestInstant() {
        return Instant.parse("9999-12-31T23:59:59.999999Z");
    }

    private static Map<String, Object> sample(int n, @Nullable Instant instant) {
        Map<String, Object> row = new HashMap<>();
        row.put("a_bool", n % 2 == 0);
        row.put("a_small", (short) (n - 3));
        row.put("an_integer", n * 1_000_000);
        row.put("a_big", Long.MIN_VALUE + n);
        row.put("a_decimal", new BigDecimal("-1234567890.1234").add(BigDecimal.valueOf(n)));
        row.put("a_real", 1.25f * n);
        row.put("a_double", -1e300 / (n + 1));
        row.put("a_string", "{\"a\",NULL,\\} ìlànà 🌙 '" + n);
        row.put("a_text", n == 0 ? "" : n == 1 ? "NULL" : "\\\\\"\n\t,{}\\x00 $1 ?");
        row.put("a_binary", new byte[] {0, '\\', '"', (byte) 0xff, ',', (byte) n});
        row.put("a_date", LocalDate.of(1900, 1, 1).plusDays(n));
        row.put("a_time", LocalTime.of(23, 59, 59, 1_000 * n));
        row.put("a_date_time", LocalDateTime.of(2024, 3, 31, 2, 30, 0, 999_999_000));
        row.put("an_instant", instant);
        row.put("a_uuid", new UUID(n, -n));
        row.put("an_enum", Level.HIGH);
        return row;
    }

    private List<Instant> instants() {
        return List.of(
                Instant.EPOCH,
                Instant.parse("1969-12-31T23:59:59.999999Z"),
                Instant.parse("1883-11-18T00:00:00Z"),
                Instant.parse("2024-06-01T12:00:00.123456Z"),
                latestInstant());
    }

    private static void assertSame(Row read, Map<String, Object> written) {
        written.forEach((column, value) -> {
            if (value instanceof BigDecimal decimal) {
                assertThat(read.get(column, BigDecimal.class)).isEqualByComparingTo(decimal);
            } else if (value instanceof Enum<?> constant) {
                assertThat(read.get(column)).isEqualTo(constant.name());
            } else if (value == null) {
                assertThat(read.get(column)).as(column).isNull();
            } else {
                assertThat(read.get(column, value.getClass())).as(column).isEqualTo(value);
            }
        });
    }

    @Test
    @Feature({"9.3", "5.1"})
    default void everyTypeGoesInBulk(Runner run) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int n = 0; n < instants().size(); n++) {
            rows.add(sample(n, instants().get(n)));
        }

        run.get(DB.table("samples").bulkInsert(rows));
        List<Row> read = run.list(DB.table("samples").orderBy("id").get());
        for (int n = 0; n < rows.size(); n++) {
            assertSame(read.get(n), rows.get(n));
        }

        // the same values again, each in the row of another
        List<Map<String, Object>> moved = new ArrayList<>();
        for (int n = 0; n < rows.size(); n++) {
            Map<String, Object> row = new HashMap<>(rows.get((n + 1) % rows.size()));
            row.put("id", read.get(n).get("id"));
            moved.add(row);
        }
        assertThat(run.get(DB.table("samples").bulkUpdate(moved, List.of("id"))))
                .isEqualTo(rows.size());
        read = run.list(DB.table("samples").orderBy("id").get());
        for (int n = 0; n < rows.size(); n++) {
            assertSame(read.get(n), moved.get(n));
        }

        run.get(DB.table("samples")
                .upsert(moved, List.of("id"), List.copyOf(rows.get(0).keySet())));
        read = run.list(DB.table("samples").orderBy("id").get());
        for (int n = 0; n < rows.size(); n++) {
            assertSame(read.get(n), moved.get(n));
        }
    }

    @Test
    @Feature({"9.3", "5.1"})
    default void everyTypeOfAModelGoesInBulk(Runner run) {
        Settings settings = new Settings("a \"b\" \\ {🌙},NULL", List.of(1, 2), true);
        List<Sample> given = Flux.range(0, 5)
                .map(n -> {
                    Sample sample = new Sample();
                    sample(n, instants().get(n)).forEach((column, value) -> {
                        Object plain = value instanceof Enum<?> constant ? constant.name() : value;
                        sample.setAttribute(column, plain);
                    });
                    return sample.set(Sample.JSON, n == 2 ? null : settings);
                })
                .collectList()
                .block();

        run.list(Sample.SAMPLES.insertMany(Flux.fromIterable(Objects.requireNonNull(given))));
        assertSameModels(run, given);

        for (int n = 0; n < given.size(); n++) {
            Sample sample = given.get(n);
            sample((n + 3) % 5, instants().get((n + 1) % 5)).forEach((column, value) -> {
                Object plain = value instanceof Enum<?> constant ? constant.name() : value;
                sample.setAttribute(column, plain);
            });
            sample.set(Sample.JSON, n == 4 ? null : settings);
        }
        assertThat(run.get(Sample.SAMPLES.bulkUpdate(given))).isPositive();
        assertSameModels(run, given);
    }

    private static void assertSameModels(Runner run, List<Sample> given) {
        for (Sample sample : given) {
            Sample read = run.get(Sample.SAMPLES.findOrFail(Objects.requireNonNull(sample.getKey())));
            for (Column<Sample, ?> column : Sample.SAMPLES.columns()) {
                Object value = sample.get(column);
                if (value instanceof BigDecimal decimal) {
                    assertThat((BigDecimal) read.get(column)).isEqualByComparingTo(decimal);
                } else {
                    assertThat((Object) read.get(column)).as(column.toString()).isEqualTo(value);
                }
            }
        }
    }

    @Test
    @Feature("9.3")
    default void aNullWithoutATypeGoesIntoAnyColumn(Runner run) {
        Map<String, Object> full = sample(1, Instant.EPOCH);
        Map<String, Object> empty = new HashMap<>();
        full.keySet().forEach(column -> empty.put(column, null));

        run.get(DB.table("samples").insert(empty));
        run.get(DB.table("samples").bulkInsert(List.of(empty, empty)));
        run.get(DB.table("samples").bulkInsert(List.of(full, empty)));
        run.get(DB.table("samples").bulkInsert(List.of(empty, full)));
        assertThat(run.get(DB.table("samples").whereNull("a_binary").count())).isEqualTo(5);

        List<Row> rows = run.list(DB.table("samples").orderBy("id").get());
        for (List<Map<String, Object>> values :
                List.of(List.of(full, empty), List.of(empty, full), List.of(empty, empty))) {
            List<Map<String, Object>> written = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                Map<String, Object> row = new HashMap<>(values.get(i));
                row.put("id", rows.get(i).get("id"));
                written.add(row);
            }
            run.get(DB.table("samples").bulkUpdate(written, List.of("id")));
            List<Row> read = run.list(DB.table("samples").orderBy("id").get());
            assertSame(read.get(0), written.get(0));
            assertSame(read.get(1), written.get(1));

            run.get(DB.table("samples").upsert(List.of(written.get(1)), List.of("id"), List.copyOf(full.keySet())));
            run.get(DB.table("samples").upsert(written, List.of("id"), List.copyOf(full.keySet())));
            assertSame(run.list(DB.table("samples").orderBy("id").get()).get(1), written.get(1));
        }
    }
}
