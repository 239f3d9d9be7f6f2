package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.KIND;
import static dev.ilana.testkit.contract.blog.User.PREFS;
import static dev.ilana.testkit.contract.blog.User.USERS;

import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.contract.blog.User.Kind;
import dev.ilana.testkit.contract.blog.User.Prefs;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import reactor.core.publisher.Flux;

/**
 * A contract whose tests each start with four users and their posts: Ada, 36 and an admin, with "A1" of 10 views and "A2" of
 * 30; Bob, 17, with "B1" and "B2" of 20 each, the second not published; Cy, 64, with "C1" of 5; Di, of no age, with none.
 */
interface WritersContract extends BlogContract {

    @BeforeEach
    default void writers(Runner run) {
        List<User> users = run.list(USERS.insertMany(Flux.just(
                User.named("Ada").age(36).set(KIND, Kind.ADMIN).set(PREFS, new Prefs("dark", 12)),
                User.named("Bob").age(17).set(PREFS, new Prefs("light", 10)),
                User.named("Cy").age(64).set(PREFS, new Prefs("dark", 14)),
                User.named("Di"))));
        run.list(Post.POSTS.insertMany(Flux.just(
                Post.by(users.get(0), "A1").views(10),
                Post.by(users.get(0), "A2").views(30),
                Post.by(users.get(1), "B1").views(20),
                Post.by(users.get(1), "B2").views(20).set(Post.PUBLISHED, false),
                Post.by(users.get(2), "C1").views(5))));
        run.forgetStatements();
    }
}
