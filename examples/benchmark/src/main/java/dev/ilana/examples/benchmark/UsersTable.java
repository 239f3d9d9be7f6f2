package dev.ilana.examples.benchmark;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Statement;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The tables that are read, and those that are written to, as statements of their database: neither contestant's work. */
final class UsersTable {

    static final int POSTS_OF_A_USER = 10;

    private static final String CREATE = """
            CREATE TABLE %s (
                id         bigserial PRIMARY KEY,
                name       varchar(255) NOT NULL,
                email      varchar(255) NOT NULL UNIQUE,
                age        integer NOT NULL,
                active     boolean NOT NULL,
                balance    numeric(12,2) NOT NULL,
                created_at timestamptz NOT NULL,
                updated_at timestamptz NOT NULL)
            """;

    private static final String FILL = """
            INSERT INTO users (name, email, age, active, balance, created_at, updated_at)
            SELECT 'User number ' || n, 'user' || n || '@example.org', 18 + n % 60, n % 3 <> 0, n * 1.37,
                   timestamptz '2024-01-01 00:00:00.123456Z' + n * interval '1 minute',
                   timestamptz '2025-01-01 00:00:00.654321Z' + n * interval '1 minute'
            FROM generate_series(1, $1) AS n
            """;

    private static final String CREATE_POSTS = """
            CREATE TABLE posts (
                id         bigserial PRIMARY KEY,
                user_id    bigint NOT NULL,
                title      varchar(255) NOT NULL,
                views      integer NOT NULL,
                created_at timestamptz NOT NULL)
            """;

    /** Those of a user do not lie together, as they would not after some time. */
    private static final String FILL_POSTS = """
            INSERT INTO posts (user_id, title, views, created_at)
            SELECT 1 + n % $1, 'Post number ' || n, n % 1000, timestamptz '2025-06-01 00:00:00.5Z' + n * interval '1 second'
            FROM generate_series(0, $1 * $2 - 1) AS n
            """;

    private static final String CREATE_NEW_POSTS = """
            CREATE TABLE new_posts (
                id         bigserial PRIMARY KEY,
                user_id    bigint NOT NULL,
                title      varchar(255) NOT NULL,
                views      integer NOT NULL)
            """;

    private UsersTable() {}

    /** Creates the table with so many rows; blocks. */
    static void create(ConnectionPool pool, int users) {
        Mono.usingWhen(
                        pool.create(),
                        connection -> execute(connection.createStatement(CREATE.formatted("users")))
                                .then(execute(connection.createStatement(CREATE.formatted("new_users"))))
                                .then(execute(connection.createStatement(CREATE_NEW_POSTS)))
                                .then(execute(connection.createStatement(FILL).bind(0, users)))
                                .then(execute(connection.createStatement(CREATE_POSTS)))
                                .then(execute(connection
                                        .createStatement(FILL_POSTS)
                                        .bind(0, users)
                                        .bind(1, POSTS_OF_A_USER)))
                                .then(execute(connection.createStatement("CREATE INDEX ON posts (user_id)")))
                                .then(execute(connection.createStatement("ANALYZE users")))
                                .then(execute(connection.createStatement("ANALYZE posts"))),
                        Connection::close)
                .block();
    }

    /** Empties the tables that are written to; blocks. */
    static void emptyNewUsers(ConnectionPool pool) {
        Mono.usingWhen(
                        pool.create(),
                        connection ->
                                execute(connection.createStatement("TRUNCATE new_users, new_posts RESTART IDENTITY")),
                        Connection::close)
                .block();
    }

    private static Mono<Void> execute(Statement statement) {
        return Flux.defer(statement::execute).concatMap(Result::getRowsUpdated).then();
    }
}
