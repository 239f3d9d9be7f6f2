package dev.ilana.examples.benchmark.hibernate;

import dev.ilana.examples.benchmark.work.PostRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.time.Instant;

/** A post as an entity. */
@Entity
@Table(name = "posts")
@SuppressWarnings("NullAway.Init")
class Post {

    @Id
    long id;

    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "user_id")
    User user;

    String title;
    int views;

    @Column(name = "created_at")
    Instant createdAt;

    PostRow row() {
        return new PostRow(id, user.id, title, views, createdAt);
    }
}
