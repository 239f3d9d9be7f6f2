package dev.ilana.testkit.docs;

import java.math.BigDecimal;

/** An amount of money. */
public record Money(BigDecimal amount) {

    public static Money of(String amount) {
        return new Money(new BigDecimal(amount));
    }
}
