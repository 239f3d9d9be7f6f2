package dev.ilana.examples.benchmark.micronaut;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.OffsetDateTime;

/** A user as an entity. */
@MappedEntity("users")
record User(
        @Id long id,
        String name,
        String email,
        int age,
        boolean active,
        BigDecimal balance,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt) {}
