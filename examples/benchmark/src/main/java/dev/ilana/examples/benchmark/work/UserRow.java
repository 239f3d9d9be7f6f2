package dev.ilana.examples.benchmark.work;

import io.r2dbc.spi.Readable;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

    /** Of the columns in their order. */
    public static UserRow of(Readable row) {
        return new UserRow(
                given(row.get(0, Long.class)),
                given(row.get(1, String.class)),
                given(row.get(2, String.class)),
                given(row.get(3, Integer.class)),
                given(row.get(4, Boolean.class)),
                given(row.get(5, BigDecimal.class)),
                given(row.get(6, Instant.class)),
                given(row.get(7, Instant.class)));
    }

    private static <T> T given(@Nullable T value) {
        return Objects.requireNonNull(value);
    }

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
