package dev.ilana.examples.benchmark.jdbc;

import dev.ilana.examples.benchmark.work.Author;
import dev.ilana.examples.benchmark.work.EventRow;
import dev.ilana.examples.benchmark.work.PostRow;
import dev.ilana.examples.benchmark.work.UserRow;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;

/** What only reads. */
final class Reads {

    private static final String COLUMNS = "SELECT id, name, email, age, active, balance, created_at, updated_at";
    private static final String POSTS =
            "SELECT id, user_id, title, views, created_at FROM posts WHERE user_id = ANY(?)";

    /** Without it the driver holds all rows. */
    private static final int FETCHED = 1_000;

    private Reads() {}

    static Optional<UserRow> find(Connection connection, String table, long id) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS + " FROM " + table + " WHERE id = ?")) {
            statement.setLong(1, id);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(user(rows)) : Optional.empty();
            }
        }
    }

    static List<UserRow> first(Connection connection, String order, int limit) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(COLUMNS + " FROM users" + order + " LIMIT ?")) {
            statement.setInt(1, limit);
            List<UserRow> users = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    users.add(user(rows));
                }
            }
            return users;
        }
    }

    static List<Author> withPosts(Connection connection, int limit) throws SQLException {
        List<UserRow> users = first(connection, " ORDER BY id", limit);
        Map<Long, List<PostRow>> posts = posts(connection, users);
        return users.stream()
                .map(user -> new Author(user, posts.getOrDefault(user.id(), List.of())))
                .toList();
    }

    private static Map<Long, List<PostRow>> posts(Connection connection, List<UserRow> users) throws SQLException {
        Array ids = connection.createArrayOf(
                "bigint", users.stream().map(UserRow::id).toArray());
        Map<Long, List<PostRow>> posts = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(POSTS)) {
            statement.setArray(1, ids);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    PostRow post = post(rows);
                    posts.computeIfAbsent(post.userId(), unused -> new ArrayList<>())
                            .add(post);
                }
            }
        }
        return posts;
    }

    static LongSummaryStatistics sumEvents(Connection connection) throws SQLException {
        LongSummaryStatistics sum = new LongSummaryStatistics();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT id, kind, payload, created_at FROM events")) {
            statement.setFetchSize(FETCHED);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    EventRow event =
                            new EventRow(rows.getLong(1), rows.getString(2), rows.getString(3), instant(rows, 4));
                    sum.accept(event.id());
                }
            }
        }
        return sum;
    }

    private static UserRow user(ResultSet row) throws SQLException {
        return new UserRow(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                row.getInt(4),
                row.getBoolean(5),
                row.getBigDecimal(6),
                instant(row, 7),
                instant(row, 8));
    }

    private static PostRow post(ResultSet row) throws SQLException {
        return new PostRow(row.getLong(1), row.getLong(2), row.getString(3), row.getInt(4), instant(row, 5));
    }

    private static Instant instant(ResultSet row, int column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}
