package dev.ilana.examples.benchmark.spring;

import java.math.BigDecimal;
import java.time.OffsetDateTime;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A user as an entity. */
@Table("users")
record User(
        @Id long id,
        String name,
        String email,
        int age,
        boolean active,
        BigDecimal balance,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt) {}
