package dev.ilana.examples.benchmark.r2dbc;

import dev.ilana.examples.benchmark.work.UserRow;
import io.r2dbc.spi.Connection;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Mono;

/** Many rows by one statement of PostgreSQL, each with values of its own. */
final class ByArrays {

    private static final String BIRTHDAYS = "UPDATE new_users SET age = changed.age, updated_at = $1"
            + " FROM unnest($2::bigint[], $3::integer[]) AS changed(id, age) WHERE new_users.id = changed.id";

    private ByArrays() {}

    /** Makes them a year older; gives how many rows it were. */
    static Mono<Long> birthdays(Connection connection, List<UserRow> users) {
        Long[] ids = users.stream().map(UserRow::id).toArray(Long[]::new);
        Integer[] ages = users.stream().map(user -> user.age() + 1).toArray(Integer[]::new);
        return Writes.updated(connection
                .createStatement(BIRTHDAYS)
                .bind(0, Instant.now())
                .bind(1, ids)
                .bind(2, ages));
    }
}
