package dev.ilana.examples.streaming;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.Table;
import dev.ilana.model.Column;
import dev.ilana.model.Model;

/** Somebody who buys. */
public final class Customer extends Model<Customer> {

    public static final Table<Customer> CUSTOMERS = Table.of("customers", Customer::new);

    public static final Column<Customer, Long> ID = CUSTOMERS.id();
    public static final Column<Customer, String> NAME = CUSTOMERS.string("name");

    public Customer() {
        super(CUSTOMERS);
    }

    public String name() {
        return get(NAME);
    }

    @CanIgnoreReturnValue
    public Customer name(String name) {
        return set(NAME, name);
    }
}
