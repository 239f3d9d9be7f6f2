package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.SampleContract.Sample.SAMPLES;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.model.Column;
import dev.ilana.model.ModelQuery;
import dev.ilana.query.CursorPage;
import dev.ilana.testkit.database.Runner;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** A page may stand at a value of every type that can be sorted by, or at a null. */
public interface CursorPageTypeContract extends SampleContract {

    private static List<Sample> samples() {
        List<Sample> samples = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            Sample sample = new Sample();
            samples.add(sample);
            if (i % 3 == 2) {
                continue; // all nulls
            }
            int value = i / 2 - 2;
            sample.set(Sample.BOOL, i % 2 == 0)
                    .set(Sample.SMALL, (short) value)
                    .set(Sample.INTEGER, value)
                    .set(Sample.BIG, Long.MAX_VALUE - i / 2)
                    .set(Sample.DECIMAL, new BigDecimal(value + ".1200"))
                    .set(Sample.REAL, value + 0.1f)
                    .set(Sample.DOUBLE, value + 0.1)
                    .set(Sample.STRING, "é'\\\"%" + value)
                    .set(Sample.TEXT, "text " + value)
                    .set(Sample.BINARY, new byte[] {(byte) (i / 2), 0, -1})
                    .set(Sample.DATE, LocalDate.of(2024, 2, 29).plusDays(value))
                    .set(Sample.TIME, LocalTime.of(10 + value, 30, 0, 123_456_000))
                    .set(
                            Sample.DATE_TIME,
                            LocalDateTime.of(2024, 3, 31, 2, 30, 0, 1_000).plusNanos(value * 1_000L))
                    .set(
                            Sample.INSTANT,
                            Instant.parse("1969-12-31T23:59:59.999999Z").plusSeconds(value))
                    .set(Sample.UUID, new UUID(value, 7))
                    .set(Sample.ENUM, i % 2 == 0 ? Level.LOW : Level.HIGH);
        }
        return samples;
    }

    /** Whether the database keeps an enumeration as numbers, and sorts by these. */
    default boolean sortsEnumsByPosition() {
        return false;
    }

    @Test
    @Feature("12.1")
    default void aPageStandsAtAnEnumerationOrSaysWhyItCannot(Runner run) {
        run.list(SAMPLES.insertMany(Flux.fromIterable(samples())));
        ModelQuery<Sample> query = SAMPLES.orderBy(Sample.ENUM);

        if (sortsEnumsByPosition()) {
            assertThat(run.error(query.cursorPaginate(2)))
                    .isInstanceOf(InvalidUsageException.class)
                    .hasMessageContaining("an_enum");
            assertThat(run.error(query.lazy(2).then())).isInstanceOf(InvalidUsageException.class);
        } else {
            assertThat(walked(run, query)).hasSize(9).doesNotHaveDuplicates();
        }
        assertThat(walked(run, SAMPLES.orderByDesc(Sample.ENUM.lower())))
                .hasSize(9)
                .doesNotHaveDuplicates();
    }

    @Test
    @Feature("12.1")
    default void aPageStandsAtAValueOfEveryType(Runner run) {
        run.list(SAMPLES.insertMany(Flux.fromIterable(samples())));
        List<Column<Sample, ?>> columns = List.of(
                Sample.BOOL,
                Sample.SMALL,
                Sample.INTEGER,
                Sample.BIG,
                Sample.DECIMAL,
                Sample.REAL,
                Sample.DOUBLE,
                Sample.STRING,
                Sample.TEXT,
                Sample.BINARY,
                Sample.DATE,
                Sample.TIME,
                Sample.DATE_TIME,
                Sample.INSTANT,
                Sample.UUID);
        for (Column<Sample, ?> column : columns) {
            for (ModelQuery<Sample> query : List.of(
                    SAMPLES.orderBy(column).orderBy(Sample.ID),
                    SAMPLES.orderByDesc(column).orderBy(Sample.ID))) {
                List<Object> all = run.list(query.get().map(sample -> Objects.requireNonNull(sample.getKey())));
                assertThat(walked(run, query)).as("by %s", column).containsExactlyElementsOf(all);
                assertThat(run.list(query.lazy(2).map(sample -> Objects.requireNonNull(sample.getKey()))))
                        .as("lazy by %s", column)
                        .containsExactlyElementsOf(all);
            }
        }
    }

    private static List<Object> walked(Runner run, ModelQuery<Sample> query) {
        List<Object> keys = new ArrayList<>();
        CursorPage<Sample> page = run.get(query.cursorPaginate(2));
        page.data().forEach(sample -> keys.add(Objects.requireNonNull(sample.getKey())));
        for (int pages = 0; page.hasNextPage() && pages < 10; pages++) {
            page = run.get(query.cursorPaginate(2, page.nextCursor()));
            page.data().forEach(sample -> keys.add(Objects.requireNonNull(sample.getKey())));
        }
        return keys;
    }
}
