package dev.ilana.examples.benchmark;

import java.math.BigDecimal;
import java.time.Instant;

/** A user as hand-written code holds it; also the form in which the contestants' answers are compared. */
record UserRow(
        long id,
        String name,
        String email,
        int age,
        boolean active,
        BigDecimal balance,
        Instant createdAt,
        Instant updatedAt) {}
