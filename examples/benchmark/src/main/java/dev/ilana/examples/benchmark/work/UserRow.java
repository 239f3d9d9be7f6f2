package dev.ilana.examples.benchmark.work;

import java.math.BigDecimal;
import java.time.Instant;

/** A user as hand-written code holds it; also the form in which the contestants' answers are compared. */
public record UserRow(
        long id,
        String name,
        String email,
        int age,
        boolean active,
        BigDecimal balance,
        Instant createdAt,
        Instant updatedAt) {

    /** A user to be added, whose key the database is to make. */
    public static UserRow numbered(int n) {
        Instant time = Instant.ofEpochSecond(1_700_000_000L + n, 123_456_000);
        return new UserRow(
                0,
                "User number " + n,
                "user" + n + "@example.org",
                18 + n % 60,
                n % 3 != 0,
                BigDecimal.valueOf(137L * n, 2),
                time,
                time);
    }
}
