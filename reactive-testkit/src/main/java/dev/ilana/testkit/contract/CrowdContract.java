package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.POSTS;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.connection.Database;
import dev.ilana.connection.PoolSettings;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A contract whose tests each start with users of many ties and nulls, each with as many posts as the last digit says. */
interface CrowdContract extends BlogContract {

    int CROWD = 23;

    @BeforeEach
    default void crowd(Runner run) {
        List<User> users = run.list(USERS.insertMany(Flux.range(0, CROWD).map(i -> {
            User user = User.named(String.format(Locale.ROOT, "%s %02d", i % 3 == 0 ? "Ada" : "bob", i));
            return i % 4 == 0 ? user : user.age(20 + i % 5);
        })));
        List<Post> posts = new ArrayList<>();
        for (int i = 0; i < CROWD; i++) {
            for (int post = 0; post < i % 3; post++) {
                posts.add(Post.by(users.get(i), users.get(i).name() + " on " + post));
            }
        }
        run.list(Post.POSTS.insertMany(Flux.fromIterable(posts)));
        run.forgetStatements();
    }

    /** That these are all of them, each with its posts, in the order of their keys. */
    static void assertPosts(List<User> users) {
        assertThat(users).hasSize(CROWD);
        for (int i = 0; i < CROWD; i++) {
            User user = users.get(i);
            assertThat(user.get(POSTS))
                    .hasSize(i % 3)
                    .allSatisfy(post -> assertThat(post.title()).startsWith(user.name()));
        }
    }

    /** What the work gives on a pool of that one connection, which must be free afterwards. */
    static <T> T onOneConnection(Runner run, Function<Database, Mono<T>> work) {
        // A busy machine takes its time to open it.
        return onOneConnection(run, Duration.ofMinutes(1), work);
    }

    /** The same, where a second one is waited for so long. */
    static <T> T onOneConnection(Runner run, Duration patience, Function<Database, Mono<T>> work) {
        Database small = Database.builder(run.url())
                .withPool(PoolSettings.DEFAULT
                        .withMaxSize(1)
                        .withConnectTimeout(patience)
                        .withAcquireTimeout(patience))
                .build();
        try {
            T value = run.get(Mono.defer(() -> work.apply(small)).contextWrite(small.use()));
            // Waits for its turn: what was cancelled may still be on its way.
            run.get(USERS.count().contextWrite(small.use()));
            if (small.acquiredConnections() != 0) {
                throw new AssertionError("the connection did not come back");
            }
            return value;
        } finally {
            run.value(small.close());
        }
    }
}
