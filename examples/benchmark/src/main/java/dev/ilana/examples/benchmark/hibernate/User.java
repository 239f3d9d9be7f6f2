package dev.ilana.examples.benchmark.hibernate;

import dev.ilana.examples.benchmark.work.UserRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;

/** A user as an entity. */
@Entity
@Table(name = "users")
@SuppressWarnings("NullAway.Init")
class User {

    @Id
    long id;

    String name;
    String email;
    int age;
    boolean active;
    BigDecimal balance;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    @OneToMany(mappedBy = "user")
    @Fetch(FetchMode.SUBSELECT)
    List<Post> posts;

    UserRow row() {
        return new UserRow(id, name, email, age, active, balance, createdAt, updatedAt);
    }
}
