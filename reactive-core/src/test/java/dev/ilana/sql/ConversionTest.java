package dev.ilana.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ilana.error.TypeMismatchException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ConversionTest {

    static Stream<Arguments> withoutLoss() {
        UUID uuid = UUID.fromString("00000000-0000-4000-8000-000000000001");
        return Stream.of(
                arguments(Long.class, 1, 1L),
                arguments(Integer.class, 1L, 1),
                arguments(Integer.class, new BigDecimal("7.00"), 7),
                arguments(Short.class, 7L, (short) 7),
                arguments(Long.class, BigInteger.TEN, 10L),
                arguments(BigDecimal.class, 5, new BigDecimal("5")),
                arguments(BigDecimal.class, 0.1d, new BigDecimal("0.1")),
                arguments(Double.class, 5, 5.0d),
                arguments(Boolean.class, 1, true),
                arguments(Boolean.class, 0L, false),
                arguments(UUID.class, uuid.toString(), uuid),
                arguments(String.class, uuid, uuid.toString()),
                arguments(Instant.class, "2026-11-21T12:00:00Z", Instant.parse("2026-11-21T12:00:00Z")),
                arguments(
                        Instant.class,
                        OffsetDateTime.parse("2026-11-21T13:00:00+01:00"),
                        Instant.parse("2026-11-21T12:00:00Z")),
                arguments(LocalDate.class, "2026-11-21", LocalDate.of(2026, 11, 21)),
                arguments(LocalTime.class, "12:00", LocalTime.NOON),
                arguments(LocalDateTime.class, "2026-11-21T12:00", LocalDateTime.of(2026, 11, 21, 12, 0)),
                arguments(Instant.class, LocalDateTime.of(2026, 11, 21, 12, 0), Instant.parse("2026-11-21T12:00:00Z")));
    }

    @ParameterizedTest
    @MethodSource("withoutLoss")
    void whatLosesNothingConverts(Class<?> type, Object value, Object expected) {
        assertThat(Conversion.to(type, value, "x")).isEqualTo(expected);
    }

    static Stream<Arguments> withLoss() {
        return Stream.of(
                arguments(Integer.class, 3_000_000_000L),
                arguments(Integer.class, 1.5),
                arguments(Short.class, 40_000),
                arguments(Long.class, new BigDecimal("1e30")),
                arguments(Long.class, Double.NaN),
                arguments(Float.class, 0.1d),
                arguments(Boolean.class, 2),
                arguments(Long.class, "1.5"),
                arguments(Integer.class, "one"),
                arguments(String.class, 1),
                arguments(Boolean.class, "true"),
                arguments(UUID.class, "x"),
                arguments(Instant.class, "x"),
                arguments(LocalDate.class, "21.11.2026"),
                arguments(LocalTime.class, "25:00"),
                arguments(String.class, List.of("x")));
    }

    @ParameterizedTest
    @MethodSource("withLoss")
    void whatWouldLoseSomethingIsRefused(Class<?> type, Object value) {
        assertThatThrownBy(() -> Conversion.to(type, value, "x")).isInstanceOf(TypeMismatchException.class);
    }

    static Stream<Arguments> withSilentLoss() {
        return Stream.of(
                arguments(Double.class, Long.MAX_VALUE),
                arguments(Double.class, 9_007_199_254_740_993L),
                arguments(Float.class, 16_777_217));
    }

    @ParameterizedTest
    @MethodSource("withSilentLoss")
    void aWholeNumberThatAFloatingOneCannotHoldIsRefused(Class<?> type, Object value) {
        assertThatThrownBy(() -> Conversion.to(type, value, "x")).isInstanceOf(TypeMismatchException.class);
    }

    @Test
    void whatADatabaseComputedIsTheNearestDoubleOrFloat() {
        BigDecimal digits = new BigDecimal("10000000000.3333333333333333");
        assertThat(Conversion.computed(Double.class, digits, "x")).isEqualTo(1.0000000000333334e10);
        assertThat(Conversion.computed(Float.class, 0.1d, "x")).isEqualTo(0.1f);
        assertThat(Conversion.computed(Double.class, Long.MAX_VALUE, "x")).isEqualTo(0x1p63);
        assertThat(Conversion.computed(Long.class, new BigDecimal("3.00"), "x")).isEqualTo(3L);
    }

    @Test
    void whatADatabaseComputedIsStillNoOtherNumber() {
        assertThatThrownBy(() -> Conversion.computed(Long.class, new BigDecimal("3.5"), "x"))
                .isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> Conversion.computed(Double.class, new BigDecimal("1e400"), "x"))
                .isInstanceOf(TypeMismatchException.class);
        assertThatThrownBy(() -> Conversion.computed(Double.class, "3.5x", "x"))
                .isInstanceOf(TypeMismatchException.class);
    }
}
