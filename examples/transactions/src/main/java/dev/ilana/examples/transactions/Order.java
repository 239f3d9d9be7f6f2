package dev.ilana.examples.transactions;

import java.util.UUID;

/**
 * What a client wants done once.
 *
 * @param key made by the client, and the same each time it asks: by it the order is known again
 * @param cents how much goes from the one account to the other
 */
record Order(UUID key, long source, long target, long cents) {

    Order {
        if (source == target || cents <= 0) {
            throw new IllegalArgumentException("an order moves something from one account to another");
        }
    }

    static Order of(long source, long target, long cents) {
        return new Order(UUID.randomUUID(), source, target, cents);
    }
}
