package dev.ilana.examples.benchmark.spring;

import dev.ilana.examples.benchmark.work.UserRow;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** A user in the table that is written to; without an id before it is stored. */
@Table("new_users")
record NewUser(
        @Id @Nullable Long id,
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
