package dev.ilana.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.TypeMismatchException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoneyTest {

    private static final Currency EUR = Currency.getInstance("EUR");
    private static final MoneyCast CAST = MoneyCast.in("EUR");

    @Test
    void anAmountIsAWholeNumberOfTheSmallestUnit() {
        assertThat(Money.of("12.5", "EUR").minorUnits()).isEqualTo(1250);
        assertThat(Money.of("12.500", "EUR")).isEqualTo(Money.of("12.5", "EUR")).hasToString("12.50 EUR");
        assertThat(Money.of("1250", "JPY").minorUnits()).isEqualTo(1250);
        assertThat(Money.of("-0.001", "KWD").minorUnits()).isEqualTo(-1);
        assertThat(new Money(1250, EUR).amount()).isEqualTo(new BigDecimal("12.50"));
    }

    @Test
    void nothingIsRounded() {
        assertThatThrownBy(() -> Money.of("12.505", "EUR"))
                .isInstanceOf(TypeMismatchException.class)
                .hasMessageContaining("at most 2 digits")
                .hasMessageNotContaining("12.505");
        assertThatThrownBy(() -> Money.of("1e30", "EUR")).isInstanceOf(TypeMismatchException.class);
    }

    @Test
    void moneyIsReckonedWithinItsCurrency() {
        assertThat(Money.of("1.10", "EUR").plus(Money.of("2.20", "EUR"))).isEqualTo(Money.of("3.30", "EUR"));
        assertThat(Money.of("1", "EUR").minus(Money.of("2", "EUR"))).isEqualTo(Money.of("-1", "EUR"));
        assertThatThrownBy(() -> Money.of("1", "EUR").plus(Money.of("1", "USD")))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessage("USD can't be reckoned with EUR; exchange it first");
        assertThatThrownBy(() -> new Money(Long.MAX_VALUE, EUR).plus(new Money(1, EUR)))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void aColumnHasOneCurrency() {
        assertThat(CAST.set(Money.of("12.50", "EUR"))).isEqualTo(1250L);
        assertThat(CAST.get(1250L)).isEqualTo(Money.of("12.50", "EUR"));
        assertThatThrownBy(() -> CAST.set(Money.of("12.50", "USD"))).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> MoneyCast.in("euro")).isInstanceOf(InvalidUsageException.class);
        assertThatThrownBy(() -> MoneyCast.in("XXX")).isInstanceOf(InvalidUsageException.class);
    }

    @Test
    void aNumberGivenByNameIsAnAmount() {
        for (Object given : List.of(12.5, "12.50", new BigDecimal("12.5"), Money.of("12.50", "EUR"))) {
            assertThat(CAST.accept(given, "x")).isEqualTo(Money.of("12.50", "EUR"));
        }
        assertThat(CAST.accept(12, "x")).isEqualTo(Money.of("12", "EUR"));
        for (Object wrong : List.of("12.505", "twelve", true, List.of(12))) {
            assertThatThrownBy(() -> CAST.accept(wrong, "posts.fee"))
                    .isInstanceOf(TypeMismatchException.class)
                    .hasMessageStartingWith("posts.fee takes an amount of EUR, not ");
        }
    }
}
