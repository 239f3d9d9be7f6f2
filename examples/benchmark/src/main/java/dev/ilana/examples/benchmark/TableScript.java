package dev.ilana.examples.benchmark;

import dev.ilana.examples.benchmark.work.Sql;
import java.util.List;

/** The statements that create the tables and fill them. */
final class TableScript {

    static final List<String> WRITTEN = List.of("new_users", "new_posts");

    private static final List<String> READ = List.of("users", "posts", "comments", "kinds", "events");

    /** Of whose posts there are comments: the first so many. */
    private static final int COMMENTED_USERS = 1_000;

    private static final int KINDS_OF_EVENTS = 7;

    /** Beyond the keys of what is there already: Hibernate takes keys of a sequence of its own. */
    private static final int BEYOND = 100_000_001;

    private final Sql sql;
    private final Scale scale;

    TableScript(Sql sql, Scale scale) {
        this.sql = sql;
        this.scale = scale;
    }

    List<String> statements() {
        return List.of(
                users("users"),
                fillUsers(),
                posts(),
                fillPosts(),
                "CREATE INDEX posts_of_user ON posts (user_id)",
                comments(),
                fillComments(),
                "CREATE INDEX comments_on_post ON comments (post_id)",
                "CREATE TABLE kinds (name varchar(20) PRIMARY KEY, weight integer NOT NULL)",
                "INSERT INTO kinds (name, weight) SELECT concat('kind', n), 10 * n + 1 FROM "
                        + sql.numbers(0, KINDS_OF_EVENTS - 1),
                events(),
                fillEvents(),
                users("new_users"),
                newPosts(),
                "CREATE SEQUENCE hibernate_new_users START WITH " + BEYOND + " INCREMENT BY 500",
                sql.analyzed(READ));
    }

    private String users(String name) {
        return """
            CREATE TABLE %1$s (
                id         %2$s,
                name       varchar(255) NOT NULL,
                email      varchar(255) NOT NULL UNIQUE,
                age        integer NOT NULL,
                active     boolean NOT NULL,
                balance    numeric(12,2) NOT NULL,
                created_at %3$s NOT NULL,
                updated_at %3$s NOT NULL)
            """.formatted(name, sql.generatedKey(), sql.instant());
    }

    private String fillUsers() {
        return """
            INSERT INTO users (name, email, age, active, balance, created_at, updated_at)
            SELECT concat('User number ', n), concat('user', n, '@example.org'), 18 + n %% 60, n %% 3 <> 0, n * 1.37, %s, %s
            FROM %s
            """.formatted(
                        sql.after("2024-01-01 00:00:00.123456", "n", "minute"),
                        sql.after("2025-01-01 00:00:00.654321", "n", "minute"),
                        sql.numbers(1, scale.users()));
    }

    private String posts() {
        return """
            CREATE TABLE posts (
                id         %s,
                user_id    bigint NOT NULL,
                title      varchar(255) NOT NULL,
                views      integer NOT NULL,
                created_at %s NOT NULL)
            """.formatted(sql.generatedKey(), sql.instant());
    }

    /** Those of a user do not lie together, as they would not after some time. */
    private String fillPosts() {
        return """
            INSERT INTO posts (user_id, title, views, created_at)
            SELECT 1 + n %% %d, concat('Post number ', n), n %% 1000, %s
            FROM %s
            """.formatted(
                        scale.users(),
                        sql.after("2025-06-01 00:00:00.500000", "n", "second"),
                        sql.numbers(0, scale.users() * Tables.POSTS_OF_A_USER - 1));
    }

    private String comments() {
        return """
            CREATE TABLE comments (
                id         %s,
                post_id    bigint NOT NULL,
                body       text NOT NULL,
                created_at %s NOT NULL)
            """.formatted(sql.generatedKey(), sql.instant());
    }

    /** As those of a user, those of a post do not lie together. */
    private String fillComments() {
        return """
            INSERT INTO comments (post_id, body, created_at)
            SELECT posts.id, concat('Comment ', n, ' on post ', posts.id), %s
            FROM %s, posts
            WHERE posts.user_id <= %d
            ORDER BY n, posts.id
            """.formatted(
                        sql.after("2025-07-01 00:00:00.250000", "n", "hour"),
                        sql.numbers(1, Tables.COMMENTS_OF_A_POST),
                        COMMENTED_USERS);
    }

    private String events() {
        return """
            CREATE TABLE events (
                id         %s,
                kind       varchar(20) NOT NULL,
                payload    text NOT NULL,
                created_at %s NOT NULL)
            """.formatted(sql.generatedKey(), sql.instant());
    }

    private String fillEvents() {
        return """
            INSERT INTO events (kind, payload, created_at)
            SELECT concat('kind', n %% %d), concat('Event number ', n, ' ', md5(concat('', n))), %s
            FROM %s
            """.formatted(
                        KINDS_OF_EVENTS,
                        sql.after("2025-06-01 00:00:00.500000", "n", "second"),
                        sql.numbers(1, scale.events()));
    }

    private String newPosts() {
        return """
            CREATE TABLE new_posts (
                id         %s,
                user_id    bigint NOT NULL,
                title      varchar(255) NOT NULL,
                views      integer NOT NULL)
            """.formatted(sql.generatedKey());
    }
}
