package dev.ilana.examples.benchmark.micronaut;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.OffsetDateTime;

/** An event as an entity. */
@MappedEntity("events")
record Event(@Id long id, String kind, String payload, OffsetDateTime createdAt) {}
