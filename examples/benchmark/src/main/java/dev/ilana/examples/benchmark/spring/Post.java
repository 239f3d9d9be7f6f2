package dev.ilana.examples.benchmark.spring;

import java.time.OffsetDateTime;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A post as an entity: relations are not known here. */
@Table("posts")
record Post(@Id long id, long userId, String title, int views, OffsetDateTime createdAt) {}
