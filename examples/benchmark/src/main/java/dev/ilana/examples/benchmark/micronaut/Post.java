package dev.ilana.examples.benchmark.micronaut;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.OffsetDateTime;

/** A post as an entity. */
@MappedEntity("posts")
record Post(@Id long id, long userId, String title, int views, OffsetDateTime createdAt) {}
