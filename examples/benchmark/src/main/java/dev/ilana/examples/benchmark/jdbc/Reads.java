package dev.ilana.examples.benchmark.jdbc;

import dev.ilana.examples.benchmark.work.Author;
import dev.ilana.examples.benchmark.work.CommentRow;
import dev.ilana.examples.benchmark.work.CommentedAuthor;
import dev.ilana.examples.benchmark.work.CommentedPost;
import dev.ilana.examples.benchmark.work.CountedUser;
import dev.ilana.examples.benchmark.work.PostRow;
import dev.ilana.examples.benchmark.work.UserRow;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/** What only reads. */
final class Reads {

    private static final String USERS = "SELECT " + Rows.USER + " FROM users";
    private static final String POSTS =
            "SELECT id, user_id, title, views, created_at FROM posts WHERE user_id = ANY(?)";
    private static final String COMMENTS = "SELECT id, post_id, body, created_at FROM comments WHERE post_id = ANY(?)";
    private static final String COUNTED = "SELECT " + Rows.USER
            + ", (SELECT count(*) FROM posts WHERE posts.user_id = users.id) FROM users ORDER BY id LIMIT ?";
    private static final String EVENTS = "SELECT id, kind, payload, created_at FROM events";
    private static final String WEIGHED_EVENTS =
            "SELECT e.id, e.kind, e.payload, e.created_at, k.weight FROM events e" + " JOIN kinds k ON k.name = e.kind";

    /** Without it the driver holds all rows. */
    private static final int FETCHED = 1_000;

    private Reads() {}

    static Optional<UserRow> find(Connection connection, String table, long id) throws SQLException {
        String sql = "SELECT " + Rows.USER + " FROM " + table + " WHERE id = ?";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setLong(1, id);
            return rows(statement, Rows::user).stream().findFirst();
        }
    }

    static List<UserRow> first(Connection connection, int limit) throws SQLException {
        return limited(connection, USERS + " LIMIT ?", limit, Rows::user);
    }

    private static List<UserRow> firstById(Connection connection, int limit) throws SQLException {
        return limited(connection, USERS + " ORDER BY id LIMIT ?", limit, Rows::user);
    }

    static List<CountedUser> withCounts(Connection connection, int limit) throws SQLException {
        return limited(connection, COUNTED, limit, Rows::counted);
    }

    /** The rows of a statement whose only value is their number. */
    static <T> List<T> limited(Connection connection, String sql, int limit, Rows.Mapping<T> mapping)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setInt(1, limit);
            return rows(statement, mapping);
        }
    }

    static List<Author> withPosts(Connection connection, int limit) throws SQLException {
        List<UserRow> users = firstById(connection, limit);
        Map<Long, List<PostRow>> posts =
                posts(connection, users).stream().collect(Collectors.groupingBy(PostRow::userId));
        return users.stream()
                .map(user -> new Author(user, posts.getOrDefault(user.id(), List.of())))
                .toList();
    }

    static List<CommentedAuthor> withComments(Connection connection, int limit) throws SQLException {
        List<UserRow> users = firstById(connection, limit);
        List<PostRow> posts = posts(connection, users);
        Map<Long, List<CommentRow>> comments = keyed(connection, COMMENTS, posts, PostRow::id, Rows::comment).stream()
                .collect(Collectors.groupingBy(CommentRow::postId));
        Map<Long, List<CommentedPost>> commented = posts.stream()
                .map(post -> new CommentedPost(post, comments.getOrDefault(post.id(), List.of())))
                .collect(Collectors.groupingBy(post -> post.post().userId()));
        return users.stream()
                .map(user -> new CommentedAuthor(user, commented.getOrDefault(user.id(), List.of())))
                .toList();
    }

    private static List<PostRow> posts(Connection connection, List<UserRow> users) throws SQLException {
        return keyed(connection, POSTS, users, UserRow::id, Rows::post);
    }

    /** The rows that belong to those. */
    private static <P, T> List<T> keyed(
            Connection connection, String sql, List<P> parents, ToLongFunction<P> key, Rows.Mapping<T> mapping)
            throws SQLException {
        Object[] keys = parents.stream().mapToLong(key).boxed().toArray();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setArray(1, connection.createArrayOf("bigint", keys));
            return rows(statement, mapping);
        }
    }

    static LongSummaryStatistics sumEvents(Connection connection) throws SQLException {
        return sum(connection, EVENTS, row -> Rows.event(row).id());
    }

    static LongSummaryStatistics sumWeights(Connection connection) throws SQLException {
        return sum(connection, WEIGHED_EVENTS, row -> (long) Rows.weighed(row).weight());
    }

    private static LongSummaryStatistics sum(Connection connection, String sql, Rows.Mapping<Long> number)
            throws SQLException {
        LongSummaryStatistics sum = new LongSummaryStatistics();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setFetchSize(FETCHED);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    sum.accept(number.of(rows));
                }
            }
        }
        return sum;
    }

    private static <T> List<T> rows(PreparedStatement statement, Rows.Mapping<T> mapping) throws SQLException {
        List<T> list = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                list.add(mapping.of(rows));
            }
        }
        return list;
    }
}
