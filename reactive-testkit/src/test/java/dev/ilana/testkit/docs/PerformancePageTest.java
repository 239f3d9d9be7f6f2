package dev.ilana.testkit.docs;

import static dev.ilana.testkit.docs.User.AGE;
import static dev.ilana.testkit.docs.User.EMAIL;
import static dev.ilana.testkit.docs.User.NAME;
import static dev.ilana.testkit.docs.User.POSTS;
import static dev.ilana.testkit.docs.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.connection.Database;
import dev.ilana.query.CursorPage;
import dev.ilana.schema.build.Schema;
import dev.ilana.schema.migrate.Migrator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The Java of {@code docs/performance.md}. */
class PerformancePageTest extends PageTest {

    @Test
    void eager() {
        blog();

        // tag::eager
        Flux<User> slow = USERS.query().get().concatMap(user -> user.load(POSTS)); // a statement for each user
        Flux<User> fast = USERS.with(POSTS).get(); // two, however many users
        Flux<Long> counts = USERS.withCount(POSTS).get().map(user -> user.countOf(POSTS)); // one
        // end::eager

        assertThat(sentBy(slow)).isEqualTo(3);
        assertThat(sentBy(fast)).isEqualTo(2);
        assertThat(sentBy(counts)).isEqualTo(1);
    }

    private int sentBy(Flux<?> work) {
        int before = statements().size();
        assertThat(list(work)).hasSize(2);
        return statements().size() - before;
    }

    @Test
    void finds() {
        stored("Ada", 36);
        stored("Alan", 41);
        List<Long> keys = List.of(1L, 2L);

        // tag::finds
        Flux<User> slow = Flux.fromIterable(keys).flatMap(USERS::find); // a statement and a connection for each
        Flux<User> fast = USERS.findMany(keys); // one
        // end::finds

        assertThat(sentBy(slow)).isEqualTo(2);
        assertThat(sentBy(fast)).isEqualTo(1);
    }

    @Test
    void batched() {
        String url = "h2:mem:" + UUID.randomUUID();

        // tag::batched
        Database database = Database.builder(url).withBatchedFinds().build();
        // end::batched

        list(Migrator.of(database, List.of(new M20261121_093000_CreateUsersTable()))
                .migrate());
        Mono<Long> found = Flux.range(0, 20)
                .concatMap(i -> new User()
                        .name("User " + i)
                        .email(i + "@example.org")
                        .age(i)
                        .set(User.PREFS, new User.Prefs("light", 12))
                        .save())
                .collectList()
                .flatMapMany(users -> Flux.fromIterable(users).flatMap(user -> USERS.find(user.get(User.ID)), 20))
                .count();
        assertThat(run(found.contextWrite(database.use()))).isEqualTo(20);
        database.close().block();
    }

    @Test
    void less() {
        stored("Ada", 36);

        // tag::less
        record Line(String name, String email) {}
        Flux<Line> lines = USERS.orderBy(NAME).select(NAME, EMAIL).as(Line::new).get(); // two columns, no models
        Mono<Boolean> anyone = USERS.where(AGE.gt(30)).exists(); // not count() > 0
        Mono<Long> older = USERS.where(AGE.lt(40)).update(AGE.to(AGE.plus(1))); // in the database
        // end::less

        assertThat(list(lines)).containsExactly(new Line("Ada", "ada@example.org"));
        assertThat(run(anyone)).isTrue();
        assertThat(run(older)).isEqualTo(1);
    }

    @Test
    void cursors() {
        stored("Ada", 36);

        // tag::cursors
        Mono<Void> index = Schema.current().table("users", table -> table.index("age", "id"));

        Mono<CursorPage<User>> page = USERS.orderBy(AGE).cursorPaginate(50, null); // by age, then by the key
        // end::cursors

        assertThat(value(index)).isNull();
        assertThat(run(page).data()).hasSize(1);
    }
}
