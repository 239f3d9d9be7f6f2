package dev.ilana.examples.benchmark.r2dbc;

import dev.ilana.examples.benchmark.work.Address;
import dev.ilana.examples.benchmark.work.Author;
import dev.ilana.examples.benchmark.work.HandMapped;
import dev.ilana.examples.benchmark.work.PostRow;
import dev.ilana.examples.benchmark.work.UserRow;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The driver's own interface, as used by someone who knows it. */
public final class HandWritten implements HandMapped {

    private static final String USERS = "SELECT " + Rows.USER + " FROM users";
    private static final String POSTS =
            "SELECT id, user_id, title, views, created_at FROM posts WHERE user_id = ANY($1)";
    private static final String EVENTS = "SELECT id, kind, payload, created_at FROM events";
    private static final String NEW_USER = "SELECT " + Rows.USER + " FROM new_users WHERE id = $1";
    private static final String BIRTHDAY = "UPDATE new_users SET age = $1, updated_at = $2 WHERE id = $3";
    private static final String SET_AGE = "UPDATE new_users SET age = $1 WHERE id = $2";
    private static final String COUNT = "SELECT count(*) FROM new_users WHERE id = $1";

    /** Between 50 and 2,000 it makes no difference. */
    private static final int ROWS_A_STATEMENT = 500;

    /** A portal: without it the driver sends a statement of no values as a simple query, whose results are text. */
    private static final int FETCHED = 1_000;

    private final ConnectionPool pool;

    private HandWritten(ConnectionPool pool) {
        this.pool = pool;
    }

    /** With the driver's defaults. */
    public static HandWritten plain(Address address) {
        return new HandWritten(address.pool(""));
    }

    /** With the options that {@code Database.connect} sets. */
    public static HandWritten tuned(Address address) {
        return new HandWritten(address.pool("?forceBinary=true&preparedStatementCacheQueries=256"));
    }

    @Override
    public Mono<UserRow> find(long id) {
        return withConnection(connection -> users(
                        connection.createStatement(USERS + " WHERE id = $1").bind(0, id))
                .singleOrEmpty());
    }

    @Override
    public Mono<List<UserRow>> read(int limit) {
        return withConnection(connection -> users(
                        connection.createStatement(USERS + " LIMIT $1").bind(0, limit))
                .collectList());
    }

    @Override
    public Mono<List<Author>> readWithPosts(int limit) {
        return withConnection(connection -> users(connection
                        .createStatement(USERS + " ORDER BY id LIMIT $1")
                        .bind(0, limit))
                .collectList()
                .flatMap(users -> posts(connection, users)
                        .map(posts -> users.stream()
                                .map(user -> new Author(user, posts.getOrDefault(user.id(), List.of())))
                                .toList())));
    }

    private static Mono<Map<Long, List<PostRow>>> posts(Connection connection, List<UserRow> users) {
        Long[] ids = users.stream().map(UserRow::id).toArray(Long[]::new);
        return Flux.from(connection.createStatement(POSTS).bind(0, ids).execute())
                .concatMap(result -> result.map(Rows::post))
                .collect(
                        HashMap::new,
                        (byUser, post) -> byUser.computeIfAbsent(post.userId(), unused -> new ArrayList<>())
                                .add(post));
    }

    @Override
    public Mono<Long> insertOne(int number) {
        return inTransaction(connection -> insert(connection, number));
    }

    private static Mono<Long> insert(Connection connection, int number) {
        Statement statement = Rows.insert(connection, List.of(UserRow.numbered(number)), " RETURNING id");
        return Mono.from(statement.execute()).flatMapMany(Rows::number).single();
    }

    @Override
    public Mono<Long> insert(int first, int count) {
        return inTransaction(connection -> Flux.range(first, count)
                .map(UserRow::numbered)
                .buffer(ROWS_A_STATEMENT)
                .concatMap(rows -> updated(Rows.insert(connection, rows, "")))
                .reduce(0L, Long::sum));
    }

    @Override
    public Mono<Integer> birthday(long id) {
        return inTransaction(connection -> users(
                        connection.createStatement(NEW_USER).bind(0, id))
                .single()
                .flatMap(user -> {
                    int age = user.age() + 1;
                    return updated(connection
                                    .createStatement(BIRTHDAY)
                                    .bind(0, age)
                                    .bind(1, Instant.now())
                                    .bind(2, id))
                            .thenReturn(age);
                }));
    }

    @Override
    public Mono<Long> addAgeAndCount(int number) {
        return inTransaction(connection -> insert(connection, number)
                .flatMap(id -> updated(
                                connection.createStatement(SET_AGE).bind(0, 99).bind(1, id))
                        .then(Mono.from(
                                connection.createStatement(COUNT).bind(0, id).execute()))
                        .flatMapMany(Rows::number)
                        .single()));
    }

    @Override
    public Mono<LongSummaryStatistics> sumEvents() {
        return withConnection(connection -> Flux.from(
                        connection.createStatement(EVENTS).fetchSize(FETCHED).execute())
                .concatMap(result -> result.map(Rows::event))
                .collect(LongSummaryStatistics::new, (sum, event) -> sum.accept(event.id())));
    }

    private static Flux<UserRow> users(Statement statement) {
        return Flux.from(statement.execute()).concatMap(result -> result.map(Rows::user));
    }

    private static Mono<Long> updated(Statement statement) {
        return Flux.from(statement.execute()).concatMap(Result::getRowsUpdated).reduce(0L, Long::sum);
    }

    private <T> Mono<T> withConnection(Function<Connection, Mono<T>> work) {
        return Mono.usingWhen(pool.create(), work, Connection::close);
    }

    private <T> Mono<T> inTransaction(Function<Connection, Mono<T>> work) {
        return withConnection(connection -> Mono.usingWhen(
                Mono.from(connection.beginTransaction()).thenReturn(connection),
                work,
                Connection::commitTransaction,
                (begun, error) -> begun.rollbackTransaction(),
                Connection::rollbackTransaction));
    }

    @Override
    public void close() {
        pool.disposeLater().block();
    }
}
