package dev.ilana.testkit.docs;

import static dev.ilana.testkit.docs.Post.AUTHOR;
import static dev.ilana.testkit.docs.Post.COMMENTS;
import static dev.ilana.testkit.docs.Post.VIEWS;
import static dev.ilana.testkit.docs.User.POSTS;
import static dev.ilana.testkit.docs.User.PROFILE;
import static dev.ilana.testkit.docs.User.ROLES;
import static dev.ilana.testkit.docs.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.connection.Database;
import dev.ilana.connection.NPlusOneGuard;
import dev.ilana.error.NPlusOneException;
import dev.ilana.error.RelationNotLoadedException;
import dev.ilana.error.UnknownRelationException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The Java of {@code docs/relations.md}. */
class RelationsTest extends PageTest {

    @BeforeEach
    void writers() {
        blog();
    }

    @Test
    void query() {
        User ada = run(USERS.findOrFail(1));

        // tag::query
        Flux<Post> popular = ada.posts().where(VIEWS.gt(800)).get();
        Mono<Long> howMany = ada.posts().count();
        Mono<Post> created = ada.posts().create(Post.TITLE.to("Notes")); // user_id is filled in
        Mono<Post> saved = ada.posts().save(new Post().set(Post.TITLE, "More notes"));
        Mono<Long> removed = ada.posts().where(VIEWS.gt(800)).delete();
        // end::query

        assertThat(list(popular)).extracting(Post::title).containsExactly("post1");
        assertThat(run(howMany)).isEqualTo(7);
        assertThat(run(created).get(Post.USER_ID)).isEqualTo(1);
        assertThat(run(saved).get(Post.USER_ID)).isEqualTo(1);
        assertThat(run(removed)).isEqualTo(1);
    }

    @Test
    void associate() {
        User ada = run(USERS.findOrFail(1));
        Post post = run(Post.POSTS.findOrFail(14));

        // tag::associate
        Mono<Post> moved = AUTHOR.associate(post, ada).save();
        Mono<User> author = AUTHOR.of(post).firstOrFail();
        // end::associate

        assertThat(run(moved).get(AUTHOR)).isSameAs(ada);
        assertThat(run(author).name()).isEqualTo("Ada");
    }

    @Test
    void pivot() {
        User ada = run(USERS.findOrFail(1));
        run(Role.ROLES.create(Map.of("name", "author")));
        run(Role.ROLES.create(Map.of("name", "editor")));

        // tag::pivot
        Mono<Long> attached = ROLES.of(ada).attach(List.of(1, 2));
        Mono<Long> detached = ROLES.of(ada).detach(List.of(1));
        Mono<Role> created = ROLES.of(ada).create(Map.of("name", "reviewer")); // stored and attached
        // end::pivot

        assertThat(run(attached)).isEqualTo(2);
        assertThat(run(detached)).isEqualTo(1);
        assertThat(run(created).name()).isEqualTo("reviewer");
        assertThat(list(ROLES.of(ada).query().orderBy("name").get()))
                .extracting(Role::name)
                .containsExactly("editor", "reviewer");
    }

    @Test
    void eager() {
        // tag::eager
        Flux<User> users = USERS.with(PROFILE)
                .with(POSTS, posts -> posts.with(COMMENTS)) // nested
                .get();

        Flux<User> byName = USERS.with("profile", "posts.comments").get(); // the same
        // end::eager

        List<User> loaded = list(users);
        assertThat(statements()).as("one a table").hasSize(4);
        assertThat(loaded)
                .flatExtracting(User::loadedPosts)
                .flatExtracting(post -> post.get(COMMENTS))
                .hasSize(14);
        assertThat(loaded.get(0).get(PROFILE)).isNull();
        assertThat(list(byName)).hasSize(2);
        assertThatThrownBy(() -> USERS.with("post"))
                .isInstanceOf(UnknownRelationException.class)
                .hasMessageContaining("did you mean \"posts\"?");
    }

    @Test
    void read() {
        // tag::read
        Mono<List<String>> titles = USERS.with(POSTS)
                .findOrFail(1)
                .map(user -> user.get(POSTS).stream().map(Post::title).toList());
        // end::read

        assertThat(run(titles)).hasSize(7);
        assertThatThrownBy(() -> run(USERS.findOrFail(1)).get(POSTS)).isInstanceOf(RelationNotLoadedException.class);
    }

    @Test
    void constrained() {
        // tag::constrained
        Flux<User> users = USERS.with(
                        POSTS,
                        posts -> posts.where(Post.PUBLISHED.isTrue()).latest().limit(5)) // 5 of each user
                .get();
        // end::constrained

        assertThat(list(users))
                .hasSize(2)
                .allSatisfy(user -> assertThat(user.loadedPosts()).hasSize(5));
    }

    @Test
    void count() {
        // tag::count
        Flux<Long> counts = USERS.withCount(POSTS).orderBy("id").get().map(user -> user.countOf(POSTS));
        // end::count

        assertThat(list(counts)).containsExactly(7L, 7L);
        assertThat(statements()).hasSize(1);
    }

    @Test
    void having() {
        // tag::having
        Flux<User> writers = USERS.has(POSTS).get(); // at least one
        Flux<User> diligent = USERS.has(POSTS, ">=", 3).get();
        Flux<User> silent = USERS.doesntHave(POSTS).get();
        Flux<User> read =
                USERS.whereHas(POSTS, posts -> posts.where(VIEWS.gt(800))).get();
        Flux<User> unread = USERS.whereDoesntHave(POSTS, posts -> posts.where(VIEWS.gt(800)))
                .get();
        // end::having

        assertThat(list(writers)).hasSize(2);
        assertThat(list(diligent)).hasSize(2);
        assertThat(list(silent)).isEmpty();
        assertThat(list(read)).extracting(User::name).containsExactly("Ada");
        assertThat(list(unread)).extracting(User::name).containsExactly("Alan");
    }

    @Test
    void load() {
        User ada = run(USERS.findOrFail(1));

        // tag::load
        Mono<User> loaded = ada.load(POSTS).flatMap(user -> user.load(ROLES));
        boolean isThere = ada.relationLoaded(POSTS); // false still: nothing was subscribed
        // end::load

        assertThat(isThere).isFalse();
        assertThat(run(loaded).loadedPosts()).hasSize(7);
        assertThat(ada.relationLoaded(ROLES)).isTrue();
    }

    @Test
    void together() {
        // tag::together
        Flux<User> users = USERS.query()
                .batchingLoads()
                .get()
                .flatMap(user -> user.load(POSTS)); // one query, for the posts of all
        // end::together

        assertThat(list(users))
                .allSatisfy(user -> assertThat(user.loadedPosts()).hasSize(7));
        assertThat(statements()).hasSize(2);
    }

    @Test
    void guard() {
        Flux<User> chain = USERS.query().get();
        NPlusOneGuard guard = NPlusOneGuard.failing().after(2, 10);

        // tag::guard
        Flux<User> watched = chain.concatMap(user -> user.load(POSTS)) // N queries
                .contextWrite(guard.watch());
        // end::guard

        assertThatThrownBy(() -> list(watched))
                .isInstanceOf(NPlusOneException.class)
                .hasMessage("""
                        users.posts was asked for 2 models of one result, one by one: say with("posts") in the query of users, \
                        or load it for all of them together: collection.load("posts")""");
    }

    @Test
    void guardOfADatabase() {
        String url = "h2:mem:watched";

        // tag::guardOfADatabase
        Database database = Database.builder(url)
                .withNPlusOneGuard(NPlusOneGuard.logging()) // failing() in tests
                .build();
        // end::guardOfADatabase

        assertThat(database.close().block()).isNull();
    }
}
