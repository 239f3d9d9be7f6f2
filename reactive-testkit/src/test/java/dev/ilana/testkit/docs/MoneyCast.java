package dev.ilana.testkit.docs;

import dev.ilana.model.Cast;
import dev.ilana.sql.SqlType;
import java.math.BigDecimal;

/** Money, stored as a whole number of cents. */
// tag::cast
public final class MoneyCast implements Cast<Money> {
    @Override
    public SqlType type() {
        return SqlType.BIGINT;
    }

    @Override
    public Class<?> javaType() {
        return Money.class;
    }

    @Override
    public Money get(Object cents) {
        return new Money(BigDecimal.valueOf((Long) cents, 2));
    }

    @Override
    public Object set(Money money) {
        return money.amount().movePointRight(2).longValueExact();
    }
}
// end::cast
