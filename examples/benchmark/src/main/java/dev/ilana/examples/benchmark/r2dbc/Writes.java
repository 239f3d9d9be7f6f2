package dev.ilana.examples.benchmark.r2dbc;

import dev.ilana.examples.benchmark.work.Sql;
import dev.ilana.examples.benchmark.work.UserRow;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.time.Instant;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What writes, on a connection that is in a transaction. */
final class Writes {

    /** Between 50 and 2,000 it makes no difference. */
    private static final int ROWS_A_STATEMENT = 500;

    private static final String RETURNING = " RETURNING id";

    private final Sql sql;
    private final String find;
    private final String first;
    private final String birthday;
    private final String setAge;
    private final String count;

    Writes(Sql sql) {
        this.sql = sql;
        this.find = sql.marked("SELECT " + Rows.USER + " FROM new_users WHERE id = $1");
        this.first = sql.marked("SELECT " + Rows.USER + " FROM new_users ORDER BY id LIMIT $1");
        this.birthday = sql.marked("UPDATE new_users SET age = $1, updated_at = $2 WHERE id = $3");
        this.setAge = sql.marked("UPDATE new_users SET age = $1 WHERE id = $2");
        this.count = sql.marked("SELECT count(*) FROM new_users WHERE id = $1");
    }

    /** Gives the key. */
    Mono<Long> insert(Connection connection, int number) {
        return keys(Rows.insert(connection, sql, List.of(UserRow.numbered(number)), RETURNING))
                .single();
    }

    /** Gives how many there are now. */
    Mono<Long> insert(Connection connection, int first, int count) {
        return statements(first, count)
                .concatMap(rows -> updated(Rows.insert(connection, sql, rows, "")))
                .reduce(0L, Long::sum);
    }

    /** Gives the keys. */
    Flux<Long> insertForKeys(Connection connection, int first, int count) {
        return statements(first, count).concatMap(rows -> keys(Rows.insert(connection, sql, rows, RETURNING)));
    }

    private static Flux<List<UserRow>> statements(int first, int count) {
        return Flux.range(first, count).map(UserRow::numbered).buffer(ROWS_A_STATEMENT);
    }

    private static Flux<Long> keys(Statement statement) {
        return Flux.from(statement.execute()).concatMap(Rows::number);
    }

    Mono<Integer> birthday(Connection connection, long id) {
        return Reads.users(connection.createStatement(find).bind(0, id))
                .single()
                .flatMap(user -> aYearOlder(connection, user).thenReturn(user.age() + 1));
    }

    private Mono<Long> aYearOlder(Connection connection, UserRow user) {
        return updated(connection
                .createStatement(birthday)
                .bind(0, user.age() + 1)
                .bind(1, Instant.now())
                .bind(2, user.id()));
    }

    Mono<List<UserRow>> first(Connection connection, int limit) {
        return Reads.users(connection.createStatement(first).bind(0, limit)).collectList();
    }

    /** One statement for all; gives how many rows it were. */
    Mono<Long> birthdaysAtOnce(Connection connection, List<UserRow> users) {
        return updated(sql.birthdays(connection, users, Instant.now()));
    }

    /** A statement for each, as people write it; gives how many rows it were. */
    Mono<Long> birthdays(Connection connection, List<UserRow> users) {
        return Flux.fromIterable(users)
                .concatMap(user -> aYearOlder(connection, user))
                .reduce(0L, Long::sum);
    }

    Mono<Long> addAgeAndCount(Connection connection, int number) {
        return insert(connection, number)
                .flatMap(id -> updated(
                                connection.createStatement(setAge).bind(0, 99).bind(1, id))
                        .then(Mono.from(
                                connection.createStatement(count).bind(0, id).execute()))
                        .flatMapMany(Rows::number)
                        .single());
    }

    private static Mono<Long> updated(Statement statement) {
        return Flux.from(statement.execute()).concatMap(Result::getRowsUpdated).reduce(0L, Long::sum);
    }
}
