package dev.ilana.examples.benchmark.r2dbc;

import dev.ilana.examples.benchmark.work.Author;
import dev.ilana.examples.benchmark.work.CommentRow;
import dev.ilana.examples.benchmark.work.CommentedAuthor;
import dev.ilana.examples.benchmark.work.CommentedPost;
import dev.ilana.examples.benchmark.work.CountedUser;
import dev.ilana.examples.benchmark.work.EventRow;
import dev.ilana.examples.benchmark.work.PostRow;
import dev.ilana.examples.benchmark.work.Sql;
import dev.ilana.examples.benchmark.work.UserRow;
import dev.ilana.examples.benchmark.work.WeighedEvent;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What only reads. */
final class Reads {

    private static final String USERS = "SELECT " + Rows.USER + " FROM users";
    private static final String POSTS = "SELECT id, user_id, title, views, created_at FROM posts WHERE user_id";
    private static final String COMMENTS = "SELECT id, post_id, body, created_at FROM comments WHERE post_id";
    private static final String EVENTS = "SELECT id, kind, payload, created_at FROM events";
    private static final String WEIGHED_EVENTS =
            "SELECT e.id, e.kind, e.payload, e.created_at, k.weight FROM events e" + " JOIN kinds k ON k.name = e.kind";

    /** A portal: without it the driver sends a statement of no values as a simple query, whose results are text. */
    private static final int FETCHED = 1_000;

    private final Sql sql;
    private final String find;
    private final String first;
    private final String firstById;
    private final String counted;
    private final String firstEvents;

    Reads(Sql sql) {
        this.sql = sql;
        this.find = sql.marked(USERS + " WHERE id = $1");
        this.first = sql.marked(USERS + " LIMIT $1");
        this.firstById = sql.marked(USERS + " ORDER BY id LIMIT $1");
        this.counted = sql.marked("SELECT " + Rows.USER
                + ", (SELECT count(*) FROM posts WHERE posts.user_id = users.id) FROM users ORDER BY id LIMIT $1");
        this.firstEvents = sql.marked(EVENTS + " LIMIT $1");
    }

    Mono<UserRow> find(Connection connection, long id) {
        return users(connection.createStatement(find).bind(0, id)).singleOrEmpty();
    }

    Mono<List<UserRow>> first(Connection connection, int limit) {
        return users(connection.createStatement(first).bind(0, limit)).collectList();
    }

    private Mono<List<UserRow>> firstById(Connection connection, int limit) {
        return users(connection.createStatement(firstById).bind(0, limit)).collectList();
    }

    Mono<List<Author>> withPosts(Connection connection, int limit) {
        return firstById(connection, limit)
                .flatMap(users -> grouped(posts(connection, users), PostRow::userId)
                        .map(posts -> users.stream()
                                .map(user -> new Author(user, posts.getOrDefault(user.id(), List.of())))
                                .toList()));
    }

    Mono<List<CommentedAuthor>> withComments(Connection connection, int limit) {
        return firstById(connection, limit)
                .flatMap(users -> commentedPosts(connection, users)
                        .map(posts -> users.stream()
                                .map(user -> new CommentedAuthor(user, posts.getOrDefault(user.id(), List.of())))
                                .toList()));
    }

    /** The posts of the users as often as that; gives how many it were. */
    Mono<Long> withRelations(Connection connection, int limit, int relations) {
        return firstById(connection, limit)
                .flatMap(users -> Flux.range(0, relations)
                        .concatMap(relation -> grouped(posts(connection, users), PostRow::userId))
                        .collectList()
                        .map(posts -> users.stream()
                                .mapToLong(user -> posts.stream()
                                        .mapToLong(relation -> relation.getOrDefault(user.id(), List.of())
                                                .size())
                                        .sum())
                                .sum()));
    }

    private Mono<Map<Long, List<CommentedPost>>> commentedPosts(Connection connection, List<UserRow> users) {
        return posts(connection, users)
                .collectList()
                .flatMap(posts -> grouped(comments(connection, posts), CommentRow::postId)
                        .flatMap(comments -> grouped(
                                Flux.fromIterable(posts)
                                        .map(post ->
                                                new CommentedPost(post, comments.getOrDefault(post.id(), List.of()))),
                                post -> post.post().userId())));
    }

    private Flux<PostRow> posts(Connection connection, List<UserRow> users) {
        List<Long> keys = users.stream().map(UserRow::id).toList();
        return rows(sql.withKeys(connection, POSTS, keys), Rows::post);
    }

    private Flux<CommentRow> comments(Connection connection, List<PostRow> posts) {
        List<Long> keys = posts.stream().map(PostRow::id).toList();
        return rows(sql.withKeys(connection, COMMENTS, keys), Rows::comment);
    }

    Mono<List<CountedUser>> withCounts(Connection connection, int limit) {
        return rows(connection.createStatement(counted).bind(0, limit), Rows::counted)
                .collectList();
    }

    Flux<EventRow> events(Connection connection) {
        return rows(connection.createStatement(EVENTS).fetchSize(FETCHED), Rows::event);
    }

    Flux<EventRow> firstEvents(Connection connection, int limit) {
        return rows(connection.createStatement(firstEvents).bind(0, limit).fetchSize(FETCHED), Rows::event);
    }

    Flux<WeighedEvent> weighedEvents(Connection connection) {
        return rows(connection.createStatement(WEIGHED_EVENTS).fetchSize(FETCHED), Rows::weighed);
    }

    static Flux<UserRow> users(Statement statement) {
        return rows(statement, UserRow::of);
    }

    private static <T> Flux<T> rows(Statement statement, Function<Readable, T> row) {
        return Flux.from(statement.execute()).concatMap(result -> result.map(row));
    }

    private static <T> Mono<Map<Long, List<T>>> grouped(Flux<T> rows, ToLongFunction<T> key) {
        return rows.collect(
                HashMap::new,
                (groups, row) -> groups.computeIfAbsent(key.applyAsLong(row), unused -> new ArrayList<>())
                        .add(row));
    }
}
