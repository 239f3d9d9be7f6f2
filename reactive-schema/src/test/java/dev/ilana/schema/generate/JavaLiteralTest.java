package dev.ilana.schema.generate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.InvalidUsageException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JavaLiteralTest {

    @Test
    void everyTypeOfARowHasALiteral() {
        assertThat(JavaLiteral.of(null)).isEqualTo("null");
        assertThat(JavaLiteral.of(true)).isEqualTo("true");
        assertThat(JavaLiteral.of(-7)).isEqualTo("-7");
        assertThat(JavaLiteral.of(7L)).isEqualTo("7L");
        assertThat(JavaLiteral.of((short) 7)).isEqualTo("(short) 7");
        assertThat(JavaLiteral.of((byte) -7)).isEqualTo("(byte) -7");
        assertThat(JavaLiteral.of(Double.NaN)).isEqualTo("Double.valueOf(\"NaN\")");
        assertThat(JavaLiteral.of(1.5f)).isEqualTo("Float.valueOf(\"1.5\")");
        assertThat(JavaLiteral.of(new BigDecimal("1.50"))).isEqualTo("new java.math.BigDecimal(\"1.50\")");
        assertThat(JavaLiteral.of(BigInteger.TEN)).isEqualTo("new java.math.BigInteger(\"10\")");
        assertThat(JavaLiteral.of('x')).isEqualTo("\"x\"");
        assertThat(JavaLiteral.of(DayOfWeek.MONDAY)).isEqualTo("\"MONDAY\"");
        assertThat(JavaLiteral.of(new byte[] {1, 2})).isEqualTo("java.util.Base64.getDecoder().decode(\"AQI=\")");
        assertThat(JavaLiteral.of(new UUID(1, 2)))
                .isEqualTo("java.util.UUID.fromString(\"00000000-0000-0001-0000-000000000002\")");
        assertThat(JavaLiteral.of(Instant.EPOCH)).isEqualTo("java.time.Instant.parse(\"1970-01-01T00:00:00Z\")");
        assertThat(JavaLiteral.of(LocalDate.EPOCH)).isEqualTo("java.time.LocalDate.parse(\"1970-01-01\")");
        assertThat(JavaLiteral.of(LocalTime.NOON)).isEqualTo("java.time.LocalTime.parse(\"12:00\")");
        assertThat(JavaLiteral.of(LocalDateTime.of(2026, 1, 2, 3, 4)))
                .isEqualTo("java.time.LocalDateTime.parse(\"2026-01-02T03:04\")");
        assertThatThrownBy(() -> JavaLiteral.of(List.of())).isInstanceOf(InvalidUsageException.class);
    }

    @Test
    void noTextEndsItsLiteral() {
        assertThat(JavaLiteral.of("a\"b\\c\r\n\té\u2028")).isEqualTo("\"a\\\"b\\\\c\\r\\n\\u0009\\u00e9\\u2028\"");
        assertThat(JavaLiteral.of("\\u0022")).isEqualTo("\"\\\\u0022\"");
    }

    @Test
    void aLongTextIsPutTogether() {
        assertThat(JavaLiteral.of("x".repeat(16_000))).startsWith("\"x");
        assertThat(JavaLiteral.of("x".repeat(16_001)))
                .startsWith("String.join(\"\", \"x")
                .endsWith(", \"x\")");
    }
}
