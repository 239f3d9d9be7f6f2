package dev.ilana.cast;

import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.TypeMismatchException;
import java.util.Currency;

/** Money of one currency, stored as a whole number of the currency's smallest unit. */
public final class MoneyCast implements Cast<Money, Long> {

    private final Currency currency;

    private MoneyCast(Currency currency) {
        this.currency = new Money(0, currency).currency();
    }

    /**
     * Money in that currency, by its ISO 4217 code: {@code MoneyCast.in("EUR")}.
     *
     * @throws InvalidUsageException when there is none of that code
     */
    public static MoneyCast in(String currency) {
        try {
            return new MoneyCast(Currency.getInstance(currency));
        } catch (IllegalArgumentException e) {
            throw new InvalidUsageException("\"" + currency + "\" is no currency of ISO 4217");
        }
    }

    @Override
    public Stored<Long> stored() {
        return Stored.BIGINT;
    }

    @Override
    public Class<Money> javaType() {
        return Money.class;
    }

    @Override
    public Money get(Long minorUnits) {
        return new Money(minorUnits, currency);
    }

    @Override
    public Long set(Money value) {
        if (!value.currency().equals(currency)) {
            throw new InvalidUsageException(
                    "a column of money in " + currency + " takes none in " + value.currency() + "; exchange it first");
        }
        return value.minorUnits();
    }

    /** Money; or a number, which is an amount and not of the smallest unit: whoever gives 12.5 means 12.50. */
    @Override
    public Money accept(Object given, String where) {
        if (given instanceof Money money) {
            return money;
        }
        try {
            return Money.of(Stored.DECIMAL.accept(given, where), currency);
        } catch (TypeMismatchException e) {
            throw new TypeMismatchException(where, "an amount of " + currency, given);
        }
    }
}
