package dev.ilana.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.TypeMismatchException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** {@link DateCast}, {@link EpochCast} and {@link DurationCast}. */
class TimeCastsTest {

    @Test
    void aDateIsTextInItsPattern() {
        for (String pattern : List.of("dd.MM.uuuu", "dd.MM.yyyy", "uuuuMMdd", "MM/dd/uuuu")) {
            DateCast cast = DateCast.pattern(pattern);
            assertThat(cast.get(cast.set(LocalDate.of(2024, 2, 29))))
                    .as(pattern)
                    .isEqualTo(LocalDate.of(2024, 2, 29));
        }
        assertThat(DateCast.pattern("dd.MM.uuuu").set(LocalDate.of(2024, 2, 9))).isEqualTo("09.02.2024");
    }

    @Test
    void aDateThatIsNoneIsRefusedAndNotMoved() {
        for (String text : List.of("31.02.2024", "29.02.2023", "2024-02-01", "", "c4nary")) {
            assertThatThrownBy(() -> DateCast.pattern("dd.MM.uuuu").get(text))
                    .as(text)
                    .isInstanceOf(TypeMismatchException.class)
                    .hasMessage("a date kept as text takes text like dd.MM.uuuu, not java.lang.String");
        }
    }

    @Test
    void aPatternThatLosesTheDateIsRefused() {
        for (String pattern : List.of("MM.uuuu", "dd.MM.", "HH:mm", "{")) {
            assertThatThrownBy(() -> DateCast.pattern(pattern)).as(pattern).isInstanceOf(InvalidUsageException.class);
        }
        assertThatThrownBy(() -> DateCast.pattern("dd.MM.uu").set(LocalDate.of(1924, 1, 1)))
                .isInstanceOf(TypeMismatchException.class);
    }

    @Test
    void aTimeIsANumberOfSecondsOrMilliseconds() {
        Instant time = Instant.parse("2024-01-01T00:00:00Z");
        assertThat(EpochCast.seconds().set(time)).isEqualTo(1_704_067_200L);
        assertThat(EpochCast.millis().get(-1L)).isEqualTo(Instant.parse("1969-12-31T23:59:59.999Z"));
        assertThat(EpochCast.millis().set(Instant.parse("1969-12-31T23:59:59.999Z")))
                .isEqualTo(-1L);
        assertThat(EpochCast.seconds().accept("2024-01-01T00:00:00Z", "x")).isEqualTo(time);
        assertThat(EpochCast.seconds().accept(1_704_067_200, "x")).isEqualTo(time);
        assertThatThrownBy(() -> EpochCast.seconds().set(time.plusNanos(1))).isInstanceOf(TypeMismatchException.class);
    }

    @Test
    void aDurationIsAWholeNumberOfItsUnit() {
        for (Duration value : List.of(
                Duration.ZERO,
                Duration.ofNanos(-1),
                Duration.ofNanos(Long.MIN_VALUE),
                Duration.ofNanos(Long.MAX_VALUE))) {
            DurationCast cast = DurationCast.in(ChronoUnit.NANOS);
            assertThat(cast.get(cast.set(value))).isEqualTo(value);
        }
        assertThat(DurationCast.in(ChronoUnit.MINUTES).set(Duration.ofHours(-2)))
                .isEqualTo(-120L);
        assertThat(DurationCast.in(ChronoUnit.SECONDS).set(Duration.ofSeconds(Long.MIN_VALUE)))
                .isEqualTo(Long.MIN_VALUE);
        assertThat(DurationCast.in(ChronoUnit.DAYS).get(2L)).isEqualTo(Duration.ofDays(2));
    }

    @Test
    void aDurationThatIsNoneOrDoesNotFitIsRefused() {
        assertThatThrownBy(() -> DurationCast.in(ChronoUnit.SECONDS).set(Duration.ofMillis(1500)))
                .isInstanceOf(TypeMismatchException.class)
                .hasMessageContaining("a whole number of Seconds");
        assertThatThrownBy(() -> DurationCast.in(ChronoUnit.NANOS).set(Duration.ofSeconds(Long.MAX_VALUE)))
                .isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> DurationCast.in(ChronoUnit.MONTHS)).isInstanceOf(InvalidUsageException.class);
    }

    @Test
    void aDurationByNameIsTextOrTheNumber() {
        DurationCast cast = DurationCast.in(ChronoUnit.SECONDS);
        assertThat(cast.accept("PT1M", "x")).isEqualTo(Duration.ofMinutes(1));
        assertThat(cast.accept(60, "x")).isEqualTo(Duration.ofMinutes(1));
        assertThatThrownBy(() -> cast.accept("a minute", "x")).isInstanceOf(TypeMismatchException.class);
    }
}
