package dev.ilana.testkit.docs;

import static dev.ilana.testkit.docs.User.AGE;
import static dev.ilana.testkit.docs.User.EMAIL;
import static dev.ilana.testkit.docs.User.ID;
import static dev.ilana.testkit.docs.User.KIND;
import static dev.ilana.testkit.docs.User.NAME;
import static dev.ilana.testkit.docs.User.POSTS;
import static dev.ilana.testkit.docs.User.ROLES;
import static dev.ilana.testkit.docs.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.model.Collection;
import dev.ilana.testkit.docs.User.Kind;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** The Java of {@code docs/collections.md}. */
class CollectionsTest extends PageTest {

    @Test
    void words() {
        blog();
        // tag::query
        Mono<Collection<User>> found = USERS.where(AGE.ge(18)).orderBy(NAME).collection();
        // end::query
        Collection<User> users = run(found);

        // tag::words
        Map<Long, User> byId = users.keyBy(ID);
        Map<Kind, Collection<User>> byKind = users.groupBy(KIND);
        List<String> names = users.pluck(NAME); // nulls included, where a column has any
        Collection<User> oldest = users.sortByDesc(AGE).take(3);
        BigDecimal years = users.sum(AGE);
        Optional<User> ada = users.firstWhere(NAME, "Ada");
        Collection.Partition<User> parts = users.partition(user -> user.get(AGE) > 40);
        Map<Integer, Long> lengths = users.countBy(user -> user.name().length()); // any function will do
        List<Object> addresses = users.pluck("email"); // and so will a name
        // end::words

        assertThat(byId).containsOnlyKeys(1L, 2L);
        assertThat(byKind.get(Kind.MEMBER)).hasSize(2);
        assertThat(names).containsExactly("Ada", "Alan");
        assertThat(oldest.pluck(NAME)).containsExactly("Alan", "Ada");
        assertThat(years).isEqualByComparingTo("77");
        assertThat(ada).isPresent();
        assertThat(parts.passed().pluck(NAME)).containsExactly("Alan");
        assertThat(lengths).isEqualTo(Map.of(3, 1L, 4, 1L));
        assertThat(addresses).isEqualTo(List.copyOf(users.pluck(EMAIL)));
    }

    @Test
    void byKey() {
        blog();
        Collection<User> users = run(USERS.collection());
        Collection<User> others = run(USERS.where(NAME.eq("Ada")).collection());

        // tag::byKey
        Optional<User> one = users.find(1);
        List<Object> keys = users.modelKeys();
        Collection<User> rest = users.diff(others); // by key: another read of a row is the same model here
        Collection<User> both = users.merge(others);
        Collection<User> two = users.only(1, 2);
        // end::byKey

        assertThat(one.map(User::name)).contains("Ada");
        assertThat(keys).containsExactly(1L, 2L);
        assertThat(rest.pluck(NAME)).containsExactly("Alan");
        assertThat(both).hasSize(2);
        assertThat(two).hasSize(2);
    }

    @Test
    void load() {
        blog();
        Collection<User> users = run(USERS.collection());

        // tag::load
        Mono<Collection<User>> loaded = users.load(POSTS, ROLES) // two statements, for any number of users
                .then(users.loadMissing("posts.comments")) // one: the posts are there
                .then(users.loadCount(POSTS)); // one

        Mono<Collection<Post>> posts = loaded.map(all -> all.flatten(POSTS)); // the posts of all of them
        Mono<Collection<User>> again = users.fresh(); // one, for new objects of the same rows
        // end::load

        int before = statements().size();
        assertThat(run(posts)).hasSize(14);
        assertThat(statements()).hasSize(before + 4);
        assertThat(users.get(0).countOf(POSTS)).isEqualTo(7);
        assertThat(run(again).diff(users)).isEmpty();
    }
}
