package dev.ilana.cast;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.TypeMismatchException;
import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount in a currency, as a whole number of its smallest unit: 1250 cents are 12.50 EUR. Two are equal when amount and
 * currency are.
 *
 * @param minorUnits how many of the smallest unit
 */
public record Money(long minorUnits, Currency currency) {

    public Money {
        if (currency.getDefaultFractionDigits() < 0) {
            throw new InvalidUsageException(currency + " is no currency with a smallest unit");
        }
    }

    /**
     * The amount in that currency, never rounded.
     *
     * @throws TypeMismatchException when it has more digits after the point than the currency, or more before it than fit
     */
    public static Money of(BigDecimal amount, Currency currency) {
        int digits = currency.getDefaultFractionDigits();
        try {
            return new Money(amount.movePointRight(digits).longValueExact(), currency);
        } catch (ArithmeticException e) {
            throw new TypeMismatchException(
                    "money in " + currency, "an amount of at most " + digits + " digits after the point", amount);
        }
    }

    /** The same: {@code Money.of("12.50", "EUR")}. */
    public static Money of(String amount, String currency) {
        return of(new BigDecimal(amount), Currency.getInstance(currency));
    }

    /** With as many digits after the point as the currency has. */
    public BigDecimal amount() {
        return BigDecimal.valueOf(minorUnits, currency.getDefaultFractionDigits());
    }

    /**
     * The sum.
     *
     * @throws InvalidUsageException when the other is in another currency
     * @throws ArithmeticException when it is too large
     */
    public Money plus(Money other) {
        return new Money(Math.addExact(minorUnits, other.in(currency)), currency);
    }

    /**
     * The difference.
     *
     * @throws InvalidUsageException when the other is in another currency
     * @throws ArithmeticException when it is too large
     */
    public Money minus(Money other) {
        return new Money(Math.subtractExact(minorUnits, other.in(currency)), currency);
    }

    private long in(Currency other) {
        if (!currency.equals(other)) {
            throw new InvalidUsageException(currency + " can't be reckoned with " + other + "; exchange it first");
        }
        return minorUnits;
    }

    @Override
    public String toString() {
        return amount().toPlainString() + " " + currency;
    }
}
