package dev.ilana.examples.benchmark.hibernate;

import dev.ilana.examples.benchmark.work.UserRow;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;

/** A user in the table that is written to. Its keys are of a sequence that goes by batches, as identities would not let it send any. */
@Entity
@Table(name = "new_users")
@SuppressWarnings("NullAway.Init")
class NewUser {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "new_users")
    @SequenceGenerator(name = "new_users", sequenceName = "hibernate_new_users", allocationSize = 500)
    Long id;

    String name;
    String email;
    int age;
    boolean active;
    BigDecimal balance;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    static NewUser numbered(int number) {
        UserRow row = UserRow.numbered(number);
        NewUser user = new NewUser();
        user.name = row.name();
        user.email = row.email();
        user.age = row.age();
        user.active = row.active();
        user.balance = row.balance();
        user.createdAt = row.createdAt();
        user.updatedAt = row.updatedAt();
        return user;
    }

    int aYearOlder() {
        updatedAt = Instant.now();
        return ++age;
    }
}
