package dev.ilana.examples.benchmark.spring;

import java.time.OffsetDateTime;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** An event as an entity. */
@Table("events")
record Event(@Id long id, String kind, String payload, OffsetDateTime createdAt) {}
