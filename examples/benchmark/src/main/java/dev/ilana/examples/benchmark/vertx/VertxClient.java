package dev.ilana.examples.benchmark.vertx;

import dev.ilana.examples.benchmark.work.Address;
import dev.ilana.examples.benchmark.work.Author;
import dev.ilana.examples.benchmark.work.HandMapped;
import dev.ilana.examples.benchmark.work.PostRow;
import dev.ilana.examples.benchmark.work.UserRow;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.pgclient.PgBuilder;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.PoolOptions;
import io.vertx.sqlclient.PreparedStatement;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.RowStream;
import io.vertx.sqlclient.SqlClient;
import io.vertx.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import reactor.core.publisher.Mono;

/** Its prepared queries, with rows mapped by hand. */
public final class VertxClient implements HandMapped {

    private static final String USERS = "SELECT " + Rows.USER + " FROM users";
    private static final String POSTS =
            "SELECT id, user_id, title, views, created_at FROM posts WHERE user_id = ANY($1)";
    private static final String EVENTS = "SELECT id, kind, payload, created_at FROM events";
    private static final String NEW_USER = "SELECT " + Rows.USER + " FROM new_users WHERE id = $1";
    private static final String INSERT =
            "INSERT INTO new_users (name, email, age, active, balance, created_at, updated_at)"
                    + " VALUES ($1, $2, $3, $4, $5, $6, $7)";

    private static final int FETCHED = 1_000;

    private final Vertx vertx;
    private final Pool pool;

    private VertxClient(Vertx vertx, Pool pool) {
        this.vertx = vertx;
        this.pool = pool;
    }

    public static VertxClient open(Address address) {
        Vertx vertx = Vertx.vertx();
        PgConnectOptions options = new PgConnectOptions()
                .setHost(address.host())
                .setPort(address.port())
                .setDatabase(address.database())
                .setUser(address.user())
                .setPassword(address.password())
                .setCachePreparedStatements(true);
        Pool pool = PgBuilder.pool()
                .with(new PoolOptions().setMaxSize(Address.CONNECTIONS))
                .connectingTo(options)
                .using(vertx)
                .build();
        return new VertxClient(vertx, pool);
    }

    @Override
    public Mono<UserRow> find(long id) {
        return mono(() -> Rows.users(pool, USERS + " WHERE id = $1", Tuple.of(id)))
                .flatMap(users -> Mono.justOrEmpty(users.stream().findFirst()));
    }

    @Override
    public Mono<List<UserRow>> read(int limit) {
        return mono(() -> Rows.users(pool, USERS + " LIMIT $1", Tuple.of((long) limit)));
    }

    @Override
    public Mono<List<Author>> readWithPosts(int limit) {
        return mono(() -> Rows.users(pool, USERS + " ORDER BY id LIMIT $1", Tuple.of((long) limit))
                .compose(users -> posts(users)
                        .map(posts -> users.stream()
                                .map(user -> new Author(user, posts.getOrDefault(user.id(), List.of())))
                                .toList())));
    }

    private Future<Map<Long, List<PostRow>>> posts(List<UserRow> users) {
        Long[] ids = users.stream().map(UserRow::id).toArray(Long[]::new);
        return pool.preparedQuery(POSTS)
                .mapping(Rows::post)
                .execute(Tuple.of(ids))
                .map(posts -> Rows.list(posts).stream().collect(Collectors.groupingBy(PostRow::userId)));
    }

    @Override
    public Mono<Long> insertOne(int number) {
        return mono(() -> insert(pool, number));
    }

    private static Future<Long> insert(SqlClient client, int number) {
        return Rows.number(client, INSERT + " RETURNING id", Rows.values(number));
    }

    @Override
    public Mono<Long> insert(int first, int count) {
        return mono(() -> pool.withTransaction(client -> client.preparedQuery(INSERT)
                .executeBatch(IntStream.range(first, first + count)
                        .mapToObj(Rows::values)
                        .toList())
                .map(Rows::written)));
    }

    @Override
    public Mono<Integer> birthday(long id) {
        return mono(() -> pool.withTransaction(client -> Rows.users(client, NEW_USER, Tuple.of(id))
                .compose(users -> {
                    int age = users.get(0).age() + 1;
                    return client.preparedQuery("UPDATE new_users SET age = $1, updated_at = $2 WHERE id = $3")
                            .execute(Tuple.of(age, OffsetDateTime.now(ZoneOffset.UTC), id))
                            .map(age);
                })));
    }

    @Override
    public Mono<Long> addAgeAndCount(int number) {
        return mono(() -> pool.withTransaction(client -> insert(client, number)
                .compose(id -> client.preparedQuery("UPDATE new_users SET age = $1 WHERE id = $2")
                        .execute(Tuple.of(99, id))
                        .compose(updated ->
                                Rows.number(client, "SELECT count(*) FROM new_users WHERE id = $1", Tuple.of(id))))));
    }

    @Override
    public Mono<LongSummaryStatistics> sumEvents() {
        return mono(() -> pool.withTransaction(client -> client.prepare(EVENTS).compose(VertxClient::sum)));
    }

    private static Future<LongSummaryStatistics> sum(PreparedStatement events) {
        Promise<LongSummaryStatistics> promise = Promise.promise();
        LongSummaryStatistics sum = new LongSummaryStatistics();
        RowStream<Row> stream = events.createStream(FETCHED, Tuple.tuple());
        stream.exceptionHandler(promise::tryFail)
                .endHandler(end -> promise.tryComplete(sum))
                .handler(row -> sum.accept(Rows.event(row).id()));
        return promise.future();
    }

    private static <T> Mono<T> mono(Supplier<Future<T>> future) {
        return Mono.fromCompletionStage(() -> future.get().toCompletionStage());
    }

    @Override
    public void close() {
        mono(pool::close).block();
        mono(vertx::close).block();
    }
}
