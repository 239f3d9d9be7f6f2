package dev.ilana.examples.benchmark;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The driver's own interface, as used by someone who knows it. */
final class HandWritten implements Contestant<UserRow, Author> {

    private static final String USERS =
            "SELECT id, name, email, age, active, balance, created_at, updated_at FROM users";

    private static final String POSTS =
            "SELECT id, user_id, title, views, created_at FROM posts WHERE user_id = ANY($1)";

    /** Between 50 and 2,000 it makes no difference. */
    private static final int ROWS_A_STATEMENT = 500;

    private final ConnectionPool pool;

    HandWritten(ConnectionPool pool) {
        this.pool = pool;
    }

    @Override
    public String name() {
        return "hand-written";
    }

    @Override
    public Mono<UserRow> find(long id) {
        return Mono.usingWhen(
                pool.create(),
                connection -> query(connection, USERS + " WHERE id = $1", id).singleOrEmpty(),
                Connection::close);
    }

    @Override
    public Mono<List<UserRow>> read(int limit) {
        return Mono.usingWhen(
                pool.create(),
                connection -> query(connection, USERS + " LIMIT $1", limit).collectList(),
                Connection::close);
    }

    @Override
    public Mono<List<Author>> readWithPosts(int limit) {
        return Mono.usingWhen(
                pool.create(),
                connection -> query(connection, USERS + " ORDER BY id LIMIT $1", limit)
                        .collectList()
                        .flatMap(users -> posts(connection, users)
                                .map(posts -> users.stream()
                                        .map(user -> new Author(user, posts.getOrDefault(user.id(), List.of())))
                                        .toList())),
                Connection::close);
    }

    private static Mono<Map<Long, List<PostRow>>> posts(Connection connection, List<UserRow> users) {
        Long[] ids = users.stream().map(UserRow::id).toArray(Long[]::new);
        return Flux.from(connection.createStatement(POSTS).bind(0, ids).execute())
                .concatMap(result -> result.map(HandWritten::post))
                .collect(
                        HashMap::new,
                        (byUser, post) -> byUser.computeIfAbsent(post.userId(), unused -> new ArrayList<>())
                                .add(post));
    }

    private static PostRow post(Readable row) {
        return new PostRow(
                given(row.get(0, Long.class)),
                given(row.get(1, Long.class)),
                given(row.get(2, String.class)),
                given(row.get(3, Integer.class)),
                given(row.get(4, Instant.class)));
    }

    @Override
    public Mono<Long> insert(int first, int count) {
        return Mono.usingWhen(
                pool.create(),
                connection -> Mono.from(connection.beginTransaction())
                        .thenMany(Flux.range(first, count)
                                .map(UserRow::numbered)
                                .buffer(ROWS_A_STATEMENT)
                                .concatMap(rows -> insert(connection, rows)))
                        .reduce(0L, Long::sum)
                        .flatMap(added ->
                                Mono.from(connection.commitTransaction()).thenReturn(added)),
                Connection::close);
    }

    private static Flux<Long> insert(Connection connection, List<UserRow> rows) {
        StringBuilder sql = new StringBuilder(
                "INSERT INTO new_users (name, email, age, active, balance, created_at, updated_at) VALUES ");
        for (int i = 0, marker = 1; i < rows.size(); i++) {
            sql.append(i == 0 ? "(" : ", (");
            for (int column = 0; column < 7; column++) {
                sql.append(column == 0 ? "$" : ", $").append(marker++);
            }
            sql.append(')');
        }
        Statement statement = connection.createStatement(sql.toString());
        int index = 0;
        for (UserRow row : rows) {
            statement
                    .bind(index++, row.name())
                    .bind(index++, row.email())
                    .bind(index++, row.age())
                    .bind(index++, row.active())
                    .bind(index++, row.balance())
                    .bind(index++, row.createdAt())
                    .bind(index++, row.updatedAt());
        }
        return Flux.from(statement.execute()).concatMap(Result::getRowsUpdated);
    }

    @Override
    public UserRow row(UserRow user) {
        return user;
    }

    @Override
    public Author author(Author user) {
        return user;
    }

    private static Flux<UserRow> query(Connection connection, String sql, Object value) {
        return Flux.from(connection.createStatement(sql).bind(0, value).execute())
                .concatMap(result -> result.map(HandWritten::user));
    }

    private static UserRow user(Readable row) {
        return new UserRow(
                given(row.get(0, Long.class)),
                given(row.get(1, String.class)),
                given(row.get(2, String.class)),
                given(row.get(3, Integer.class)),
                given(row.get(4, Boolean.class)),
                given(row.get(5, BigDecimal.class)),
                given(row.get(6, Instant.class)),
                given(row.get(7, Instant.class)));
    }

    private static <T> T given(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
