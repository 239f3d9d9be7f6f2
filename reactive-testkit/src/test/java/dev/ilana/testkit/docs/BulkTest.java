package dev.ilana.testkit.docs;

import static dev.ilana.testkit.docs.User.AGE;
import static dev.ilana.testkit.docs.User.NAME;
import static dev.ilana.testkit.docs.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The Java of {@code docs/bulk.md}. */
class BulkTest extends PageTest {

    private static Flux<User> people(int count) {
        return Flux.range(1, count).map(i -> new User().name("user" + i).email("user" + i + "@example.org"));
    }

    @Test
    void insertMany() {
        // tag::insertMany
        Flux<User> people =
                Flux.range(1, 50_000).map(i -> new User().name("user" + i).email("user" + i + "@x.y"));

        Mono<Long> stored = USERS.insertMany(people) // each comes out stored, with its key
                .doOnNext(user -> welcome(user.get(User.ID)))
                .count();
        // end::insertMany

        assertThat(run(stored)).isEqualTo(50_000);
    }

    private void welcome(long id) {
        assertThat(id).isPositive();
    }

    @Test
    void bulkInsert() {
        // tag::bulkInsert
        Mono<Long> models = USERS.bulkInsert(people(10_000)); // a list or a stream
        Mono<Long> rows = DB.table("roles").bulkInsert(Flux.range(1, 10_000).map(i -> Map.of("name", "role" + i)));
        // end::bulkInsert

        assertThat(run(models)).isEqualTo(10_000);
        assertThat(run(rows)).isEqualTo(10_000);
        assertThat(run(USERS.count())).isEqualTo(10_000);
    }

    @Test
    void bulkUpdate() {
        run(USERS.bulkInsert(people(100)));

        // tag::bulkUpdate
        Mono<Long> renamed = USERS.query()
                .get()
                .map(user -> user.name(user.name().toUpperCase(java.util.Locale.ROOT)))
                .collectList()
                .flatMap(USERS::bulkUpdate); // name and updated_at, each row its own

        Mono<Long> rows = DB.table("users")
                .bulkUpdate(List.of(Map.of("id", 1L, "age", 36), Map.of("id", 2L, "age", 41)), List.of("id"));
        // end::bulkUpdate

        assertThat(run(renamed)).isEqualTo(100);
        assertThat(run(rows)).isEqualTo(2);
        assertThat(run(USERS.find(2)).name()).isEqualTo("USER2");
        assertThat(run(USERS.find(2)).get(AGE)).isEqualTo(41);
    }

    @Test
    void bulkDelete() {
        run(USERS.bulkInsert(people(100)));
        run(DB.table("roles").insert(Map.of("name", "author")));
        List<User> users = list(USERS.where(NAME.like("user1%")).get());
        List<Long> keys = List.of(20L, 21L, 22L);

        // tag::bulkDelete
        Mono<Long> models = USERS.bulkDelete(users); // softly, where the table has soft deletes
        Mono<Long> byKeys = USERS.bulkDeleteKeys(keys);
        Mono<Long> rows = DB.table("roles").bulkDelete("name", List.of("author", "editor"));
        // end::bulkDelete

        assertThat(run(models)).isEqualTo(12);
        assertThat(run(byKeys)).isEqualTo(3);
        assertThat(run(rows)).isEqualTo(1);
        assertThat(users.get(0).trashed()).isTrue();
    }

    @Test
    void allOrNone() {
        // tag::transaction
        Mono<Long> allOrNone = DB.transaction(() -> USERS.bulkInsert(people(10_000)));
        // end::transaction

        assertThat(run(allOrNone)).isEqualTo(10_000);
    }
}
