package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.USERS;

import dev.ilana.testkit.contract.blog.Comment;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import reactor.core.publisher.Flux;

/** A contract whose tests each start with three authors, their posts and comments. */
interface AuthorsContract extends BlogContract {

    /** Ada has posts 1 to 8 of 100 views more each, Bob has one of 5,000, Cy has none; each post has two comments. */
    @BeforeEach
    default void threeAuthors(Runner run) {
        List<User> users =
                run.list(USERS.insertMany(Flux.just("Ada", "Bob", "Cy").map(User::named)));
        List<Post> posts = run.list(Post.POSTS.insertMany(Flux.range(1, 8)
                .map(i -> Post.by(users.get(0), "Ada " + i).views(i * 100))
                .concatWithValues(Post.by(users.get(1), "Bob 1").views(5_000))));
        run.list(Comment.COMMENTS.insertMany(Flux.fromIterable(posts)
                .concatMap(
                        post -> Flux.just(Comment.on(post, "first of " + post.title()), Comment.on(post, "second")))));
        run.forgetStatements();
    }

    static User ada(Runner run) {
        return run.get(USERS.where(User.NAME.eq("Ada")).firstOrFail());
    }
}
