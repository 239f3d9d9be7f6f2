package dev.ilana.examples.benchmark.micronaut;

import dev.ilana.examples.benchmark.work.UserRow;
import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** A user in the table that is written to; without an id before it is stored. */
@MappedEntity("new_users")
record NewUser(
        @Id @GeneratedValue @Nullable Long id,
        String name,
        String email,
        int age,
        boolean active,
        BigDecimal balance,
        OffsetDateTime createdAt,
        OffsetDateTime updatedAt) {

    static NewUser numbered(int number) {
        UserRow row = UserRow.numbered(number);
        return new NewUser(
                null,
                row.name(),
                row.email(),
                row.age(),
                row.active(),
                row.balance(),
                row.createdAt().atOffset(ZoneOffset.UTC),
                row.updatedAt().atOffset(ZoneOffset.UTC));
    }

    NewUser aYearOlder() {
        return new NewUser(id, name, email, age + 1, active, balance, createdAt, OffsetDateTime.now(ZoneOffset.UTC));
    }
}
