package dev.ilana.testkit.memory;

import static dev.ilana.testkit.contract.blog.User.USERS;

import dev.ilana.connection.Database;
import dev.ilana.testkit.contract.blog.Blog;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.factory.Factory;
import java.time.Duration;
import java.util.Objects;
import reactor.core.publisher.Mono;

/** Has a factory create users with posts, in a JVM whose heap holds a small part of them, and counts them. */
final class ManyMade {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int POSTS_OF_A_USER = 3;
    private static final int BATCH = 500;
    /** Of a title: those of all posts would need more than the heap. */
    private static final int LENGTH = 250;

    private static final Factory<Post> POST = Factory.of(
            Post.POSTS, fake -> new Post().set(Post.TITLE, fake.lorem().characters(LENGTH)));

    private static final Factory<User> USER = Factory.of(
            USERS, fake -> new User().name(fake.name().fullName()).email("user" + fake.sequence() + "@example.org"));

    private ManyMade() {}

    /** Takes the URL of an empty database, and the number of users. */
    public static void main(String[] args) {
        int users = Integer.parseInt(args[1]);
        Database database = Database.connect(args[0]);
        run(database, Blog.empty().thenReturn(true));
        long came = run(
                database,
                USER.has(POST.times(POSTS_OF_A_USER), User.POSTS)
                        .times(users)
                        .createInBatches(BATCH)
                        .map(user -> user.get(User.POSTS).size())
                        .reduce(0L, Long::sum));
        long bulk = run(database, USER.times(users).bulk());
        long there = run(database, USERS.count());
        long posts = run(database, Post.POSTS.count());
        run(database, database.close().thenReturn(true));
        if (there != 2L * users || bulk != users || posts != came || came != (long) users * POSTS_OF_A_USER) {
            throw new IllegalStateException(
                    came + " posts came and " + posts + " are there, of " + there + " users, " + bulk + " in bulk");
        }
        System.out.println(users + " users");
    }

    private static <T> T run(Database database, Mono<T> work) {
        return Objects.requireNonNull(work.contextWrite(database.use()).block(PATIENCE));
    }
}
