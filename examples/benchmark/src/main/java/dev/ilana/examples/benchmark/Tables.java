package dev.ilana.examples.benchmark;

import dev.ilana.examples.benchmark.work.Address;
import dev.ilana.examples.benchmark.work.UserRow;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;

/** The tables that are read, and those that are written to, by statements of their database: no contestant's work. */
final class Tables implements AutoCloseable {

    static final int POSTS_OF_A_USER = 10;
    static final int COMMENTS_OF_A_POST = 3;

    /** Of whose posts there are comments: the first so many. */
    private static final int COMMENTED_USERS = 1_000;

    private static final int KINDS_OF_EVENTS = 7;

    /** Beyond the keys of what is there already: Hibernate takes keys of a sequence of its own. */
    private static final int BEYOND = 100_000_001;

    private static final String USERS = """
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

    private static final String FILL_USERS = """
            INSERT INTO users (name, email, age, active, balance, created_at, updated_at)
            SELECT 'User number ' || n, 'user' || n || '@example.org', 18 + n %% 60, n %% 3 <> 0, n * 1.37,
                   timestamptz '2024-01-01 00:00:00.123456Z' + n * interval '1 minute',
                   timestamptz '2025-01-01 00:00:00.654321Z' + n * interval '1 minute'
            FROM generate_series(1, %d) AS n
            """;

    private static final String POSTS = """
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
            SELECT 1 + n %% %1$d, 'Post number ' || n, n %% 1000, timestamptz '2025-06-01 00:00:00.5Z' + n * interval '1 second'
            FROM generate_series(0, %1$d * %2$d - 1) AS n
            """;

    private static final String COMMENTS = """
            CREATE TABLE comments (
                id         bigserial PRIMARY KEY,
                post_id    bigint NOT NULL,
                body       text NOT NULL,
                created_at timestamptz NOT NULL)
            """;

    /** As those of a user, those of a post do not lie together. */
    private static final String FILL_COMMENTS = """
            INSERT INTO comments (post_id, body, created_at)
            SELECT posts.id, 'Comment ' || n || ' on post ' || posts.id, timestamptz '2025-07-01 00:00:00.25Z' + n * interval '1 hour'
            FROM generate_series(1, %d) AS n, posts
            WHERE posts.user_id <= %d
            ORDER BY n, posts.id
            """;

    private static final String KINDS = """
            CREATE TABLE kinds (
                name   varchar(20) PRIMARY KEY,
                weight integer NOT NULL)
            """;

    private static final String FILL_KINDS = """
            INSERT INTO kinds (name, weight) SELECT 'kind' || n, 10 * n + 1 FROM generate_series(0, %d) AS n
            """;

    private static final String EVENTS = """
            CREATE TABLE events (
                id         bigserial PRIMARY KEY,
                kind       varchar(20) NOT NULL,
                payload    text NOT NULL,
                created_at timestamptz NOT NULL)
            """;

    private static final String FILL_EVENTS = """
            INSERT INTO events (kind, payload, created_at)
            SELECT 'kind' || n %% %2$d, 'Event number ' || n || ' ' || md5(n::text),
                   timestamptz '2025-06-01 00:00:00.5Z' + n * interval '1 second'
            FROM generate_series(1, %1$d) AS n
            """;

    private static final String NEW_POSTS = """
            CREATE TABLE new_posts (
                id         bigserial PRIMARY KEY,
                user_id    bigint NOT NULL,
                title      varchar(255) NOT NULL,
                views      integer NOT NULL)
            """;

    /** What is in the table that is written to before a contestant's turn. */
    enum NewUsers {
        UNTOUCHED,
        NONE,
        ALL
    }

    private final Connection connection;

    private Tables(Connection connection) {
        this.connection = connection;
    }

    /** Creates and fills them. */
    static Tables create(Address address, Scale scale) throws SQLException {
        Tables tables = new Tables(DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password()));
        tables.execute(USERS.formatted("users"));
        tables.execute(FILL_USERS.formatted(scale.users()));
        tables.execute(POSTS);
        tables.execute(FILL_POSTS.formatted(scale.users(), POSTS_OF_A_USER));
        tables.execute("CREATE INDEX ON posts (user_id)");
        tables.execute(COMMENTS);
        tables.execute(FILL_COMMENTS.formatted(COMMENTS_OF_A_POST, COMMENTED_USERS));
        tables.execute("CREATE INDEX ON comments (post_id)");
        tables.execute(KINDS);
        tables.execute(FILL_KINDS.formatted(KINDS_OF_EVENTS - 1));
        tables.execute(EVENTS);
        tables.execute(FILL_EVENTS.formatted(scale.events(), KINDS_OF_EVENTS));
        tables.execute(USERS.formatted("new_users"));
        tables.execute(NEW_POSTS);
        tables.execute("CREATE SEQUENCE hibernate_new_users INCREMENT BY 500 START WITH " + BEYOND);
        tables.execute("VACUUM ANALYZE");
        return tables;
    }

    /** Empties the tables that are written to, or makes {@code new_users} what {@code users} is. */
    void prepare(NewUsers users) {
        if (users != NewUsers.UNTOUCHED) {
            execute("TRUNCATE new_users, new_posts RESTART IDENTITY");
        }
        if (users == NewUsers.ALL) {
            execute("INSERT INTO new_users (name, email, age, active, balance, created_at, updated_at)"
                    + " SELECT name, email, age, active, balance, created_at, updated_at FROM users ORDER BY id");
        }
    }

    /** The rows of the table that is written to. */
    List<UserRow> newUsers() {
        List<UserRow> users = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT id, name, email, age, active, balance, created_at,"
                        + " updated_at FROM new_users ORDER BY email")) {
            while (rows.next()) {
                users.add(new UserRow(
                        rows.getLong(1),
                        rows.getString(2),
                        rows.getString(3),
                        rows.getInt(4),
                        rows.getBoolean(5),
                        rows.getBigDecimal(6),
                        rows.getObject(7, OffsetDateTime.class).toInstant(),
                        rows.getObject(8, OffsetDateTime.class).toInstant()));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the new users can't be read", e);
        }
        return users;
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException("the tables can't be prepared by: " + sql, e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
