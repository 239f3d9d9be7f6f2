package dev.ilana.examples.benchmark.hibernate;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** An event as an entity. */
@Entity
@Table(name = "events")
@SuppressWarnings("NullAway.Init")
class Event {

    @Id
    long id;

    String kind;
    String payload;

    @Column(name = "created_at")
    Instant createdAt;

    long id() {
        return id;
    }
}
