package dev.ilana.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.ilana.error.TypeMismatchException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ValueTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    static Stream<Arguments> scalars() {
        UUID uuid = UUID.fromString("00000000-0000-4000-8000-000000000001");
        return Stream.of(
                arguments("text", "text", SqlType.STRING),
                arguments("", "", SqlType.STRING),
                arguments('x', "x", SqlType.STRING),
                arguments(TimeUnit.DAYS, "DAYS", SqlType.STRING),
                arguments(1, 1, SqlType.INTEGER),
                arguments(1L, 1L, SqlType.BIGINT),
                arguments((short) 1, (short) 1, SqlType.SMALLINT),
                arguments((byte) -1, (short) -1, SqlType.SMALLINT),
                arguments(1.5f, 1.5f, SqlType.REAL),
                arguments(1.5d, 1.5d, SqlType.DOUBLE),
                arguments(new BigDecimal("1.50"), new BigDecimal("1.50"), SqlType.DECIMAL),
                arguments(
                        new BigInteger("12345678901234567890"),
                        new BigDecimal("12345678901234567890"),
                        SqlType.DECIMAL),
                arguments(true, true, SqlType.BOOLEAN),
                arguments(uuid, uuid, SqlType.UUID),
                arguments(NOON, NOON, SqlType.INSTANT),
                arguments(OffsetDateTime.ofInstant(NOON, ZoneOffset.ofHours(5)), NOON, SqlType.INSTANT),
                arguments(NOON.atZone(ZoneId.of("Africa/Lagos")), NOON, SqlType.INSTANT),
                arguments(
                        LocalDateTime.of(2026, 11, 21, 12, 0), LocalDateTime.of(2026, 11, 21, 12, 0), SqlType.DATETIME),
                arguments(LocalDate.of(2026, 11, 21), LocalDate.of(2026, 11, 21), SqlType.DATE),
                arguments(LocalTime.NOON, LocalTime.NOON, SqlType.TIME));
    }

    @ParameterizedTest
    @MethodSource("scalars")
    void aScalarIsBoundByTheTypeOfItsClass(Object given, Object bound, SqlType type) {
        assertThat(Value.of(given)).isEqualTo(new Value(bound, type));
        assertThat(Value.of(given).value()).isInstanceOf(type.javaType());
    }

    @Test
    void aNullOfNoTypeHasNone() {
        assertThat(Value.of(null)).isEqualTo(new Value(null, SqlType.NULL));
    }

    @Test
    void bytesAreBinary() {
        byte[] bytes = {1, 2};
        assertThat(Value.of(bytes)).isEqualTo(new Value(bytes, SqlType.BINARY));
    }

    @Test
    void aBufferIsBoundByWhatRemainsOfItAndStaysAsItWas() {
        ByteBuffer buffer = ByteBuffer.wrap(new byte[] {0, 1, 2, 3}, 1, 2);
        Value value = Value.of(buffer);
        assertThat(value.type()).isEqualTo(SqlType.BINARY);
        assertThat((byte[]) value.value()).containsExactly(1, 2);
        assertThat(buffer.remaining()).isEqualTo(2);
    }

    static Stream<Arguments> noScalars() {
        return Stream.<Object>of(
                        Map.of("$ne", ""),
                        Map.of(),
                        List.of(1),
                        List.of(),
                        Set.of(1),
                        new int[] {1},
                        new Object[] {1},
                        new String[] {"a"},
                        new char[] {'a'},
                        Optional.of(1),
                        Duration.ZERO,
                        new Object(),
                        Value.of(1),
                        String.class)
                .map(given -> arguments(given));
    }

    @ParameterizedTest
    @MethodSource("noScalars")
    void whatIsNoScalarIsRefusedByItsClassAndNotByItsContent(Object given) {
        assertThatThrownBy(() -> Value.of(given))
                .isInstanceOf(TypeMismatchException.class)
                .hasMessage(
                        "a bound value takes a scalar, not " + given.getClass().getName());
    }

    @Test
    void whatHasOneTypeStaysAsItIs() {
        List<Value> integers = values(1, 2);
        assertThat(Value.ofOneType(integers)).isSameAs(integers);
        assertThat(Value.ofOneType(List.of())).isEmpty();
    }

    @Test
    void wholeNumbersOfSeveralTypesAreTheWidest() {
        assertThat(Value.ofOneType(values(1L, 2, (short) 3, (byte) 4))).isEqualTo(values(1L, 2L, 3L, 4L));
        assertThat(Value.ofOneType(values((short) 3, 2))).isEqualTo(values(3L, 2L));
    }

    @Test
    void numbersOneOfWhichMayHaveAFractionAreDecimals() {
        assertThat(Value.ofOneType(values(1, 2.5d, 1.1f, new BigDecimal("3.50"), Long.MAX_VALUE, BigInteger.TEN)))
                .isEqualTo(values(
                        new BigDecimal("1"),
                        new BigDecimal("2.5"),
                        new BigDecimal("1.1"),
                        new BigDecimal("3.50"),
                        new BigDecimal(Long.MAX_VALUE),
                        BigDecimal.TEN));
    }

    @Test
    void aNumberThatIsNoneIsNoDecimalEither() {
        assertThatThrownBy(() -> Value.ofOneType(values(1, Double.NaN)))
                .isInstanceOf(TypeMismatchException.class)
                .hasMessage("a list takes finite numbers, not java.lang.Double");
        assertThat(Value.ofOneType(values(1d, Double.NaN))).isEqualTo(values(1d, Double.NaN));
    }

    static Stream<Arguments> mixtures() {
        return Stream.of(
                arguments(List.of(1, "a"), "java.lang.Integer", "java.lang.String"),
                arguments(List.of("a", 1), "java.lang.String", "java.lang.Integer"),
                arguments(List.of("a", "b", 1L), "java.lang.String", "java.lang.Long"),
                arguments(List.of(1, 2L, true), "java.lang.Integer", "java.lang.Boolean"),
                arguments(List.of(true, 1), "java.lang.Boolean", "java.lang.Integer"),
                arguments(List.of(LocalDate.EPOCH, NOON), "java.time.LocalDate", "java.time.Instant"),
                arguments(List.of(1.5, NOON, "a"), "java.lang.Double", "java.time.Instant"));
    }

    @ParameterizedTest
    @MethodSource("mixtures")
    void aMixtureIsRefusedByTheTwoClassesThatDoNotGoTogether(List<?> given, String first, String other) {
        List<Value> mixed = values(given.toArray());
        assertThatThrownBy(() -> Value.ofOneType(mixed))
                .isInstanceOf(TypeMismatchException.class)
                .hasMessage("a list takes " + first + " as its other values, not " + other);
    }

    private static List<Value> values(Object... values) {
        return Stream.of(values).map(Value::of).toList();
    }

    @Test
    void aStatementShowsItsTextAndNeverItsValues() {
        assertThat(new Sql("select ?", List.of(Value.of("canary")), List.of(), null, true))
                .hasToString("select ?");
    }
}
