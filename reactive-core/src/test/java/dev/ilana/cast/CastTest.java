package dev.ilana.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.TypeMismatchException;
import dev.ilana.sql.SqlType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** {@link Cast} of two functions, and what it is {@link Stored} as. */
class CastTest {

    record Celsius(double degrees) {}

    private static final Cast<Celsius, Double> CELSIUS =
            Cast.of(Celsius.class, Stored.DOUBLE, Celsius::new, Celsius::degrees);

    @Test
    void twoFunctionsMakeACast() {
        assertThat(CELSIUS.get(21.5)).isEqualTo(new Celsius(21.5));
        assertThat(CELSIUS.set(new Celsius(21.5))).isEqualTo(21.5);
        assertThat(CELSIUS.stored().type()).isEqualTo(SqlType.DOUBLE);
        assertThat(CELSIUS.isMutable()).isFalse();
        assertThat(CELSIUS.comparedBy()).isSameAs(CELSIUS);
        assertThat(Cast.of(Celsius.class, Stored.DOUBLE, Celsius::new, Celsius::degrees)
                        .mutable()
                        .isMutable())
                .isTrue();
    }

    @Test
    void byNameItTakesItsOwnClassOrWhatIsStored() {
        Celsius warm = new Celsius(21);
        assertThat(CELSIUS.accept(warm, "x")).isSameAs(warm);
        assertThat(CELSIUS.accept(21, "x")).isEqualTo(warm);
        assertThat(CELSIUS.accept("21", "x")).isEqualTo(warm);
        assertThatThrownBy(() -> CELSIUS.accept("warm", "rooms.temperature"))
                .isInstanceOf(TypeMismatchException.class)
                .hasMessage("rooms.temperature takes java.lang.Double, not java.lang.String");
    }

    @Test
    void everythingStoredIsSpelledWithoutLoss() {
        spelled(Stored.BOOLEAN, true, false);
        spelled(Stored.SMALLINT, Short.MIN_VALUE);
        spelled(Stored.INTEGER, Integer.MIN_VALUE);
        spelled(Stored.BIGINT, Long.MIN_VALUE);
        spelled(Stored.REAL, Float.MIN_VALUE, 0.1f);
        spelled(Stored.DOUBLE, Double.MAX_VALUE, 0.1, -0.0);
        spelled(Stored.DECIMAL, new BigDecimal("1.500"), new BigDecimal("1E+9"));
        spelled(Stored.STRING, "", "🌙");
        spelled(Stored.BINARY, new byte[0], new byte[] {-1, 0});
        spelled(Stored.DATE, LocalDate.MAX);
        spelled(Stored.TIME, LocalTime.of(1, 2), LocalTime.MAX);
        spelled(Stored.DATETIME, LocalDateTime.of(2024, 1, 1, 0, 0));
        spelled(Stored.INSTANT, Instant.EPOCH, Instant.parse("2024-01-01T00:00:00.000001Z"));
        spelled(Stored.UUID, new UUID(1, 2));
        spelled(Stored.JSON, "{}");
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static <S> void spelled(Stored<S> stored, S... values) {
        for (S value : List.of(values)) {
            assertThat(stored.parse(stored.spell(value))).isEqualTo(value);
        }
    }

    @Test
    void aClassIsStoredAsItsOwnType() {
        assertThat(Stored.of(String.class)).isSameAs(Stored.STRING);
        assertThat(Stored.of(Integer.class)).isSameAs(Stored.INTEGER);
        assertThatThrownBy(() -> Stored.of(Object.class)).isInstanceOf(InvalidUsageException.class);
    }
}
