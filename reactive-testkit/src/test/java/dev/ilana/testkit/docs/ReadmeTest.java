package dev.ilana.testkit.docs;

import static dev.ilana.connection.TransactionOptions.attempts;
import static dev.ilana.testkit.docs.User.EMAIL;
import static dev.ilana.testkit.docs.User.KIND;
import static dev.ilana.testkit.docs.User.NAME;
import static dev.ilana.testkit.docs.User.POSTS;
import static dev.ilana.testkit.docs.User.ROLES;
import static dev.ilana.testkit.docs.User.USERS;
import static dev.ilana.testkit.docs.User.adults;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.testkit.docs.User.Kind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The Java of {@code README.md}. */
class ReadmeTest extends PageTest {

    @Test
    void query() {
        blog();
        run(ROLES.of(run(USERS.findOrFail(1))).create(Map.of("name", "author")));
        int before = statements().size();

        // tag::query
        Flux<User> writers = USERS.where(EMAIL.like("%@example.org").or(KIND.eq(Kind.ADMIN))) // typed
                .where("age", "<", 40) // named, and checked at once
                .scope(adults())
                .whereHas(POSTS, posts -> posts.where(Post.VIEWS.gt(800)))
                .with(ROLES)
                .with(
                        POSTS,
                        posts -> posts.where(Post.PUBLISHED.isTrue())
                                .latest()
                                .limit(5) // five of each user
                                .with(Post.COMMENTS))
                .withCount(POSTS)
                .orderBy(NAME)
                .get(); // four statements, however many users
        // end::query

        List<User> found = list(writers);
        assertThat(statements()).hasSize(before + 4);
        assertThat(found).hasSize(1);
        assertThat(found.get(0).name()).isEqualTo("Ada");
        assertThat(found.get(0).get(ROLES)).extracting(Role::name).containsExactly("author");
        assertThat(found.get(0).loadedPosts())
                .hasSize(5)
                .allSatisfy(post -> assertThat(post.get(Post.COMMENTS)).hasSize(1));
        assertThat(found.get(0).countOf(POSTS)).isEqualTo(7);
    }

    @Test
    void transaction() {
        // tag::transaction
        Mono<Post> first = DB.transaction(
                () -> USERS.create(NAME.to("Ada"), EMAIL.to("ada@example.org"))
                        .flatMap(ada -> ada.posts().create(Post.TITLE.to("Hello"))),
                attempts(3)); // again after a deadlock; the value comes after COMMIT
        // end::transaction

        assertThat(run(first).title()).isEqualTo("Hello");
    }
}
