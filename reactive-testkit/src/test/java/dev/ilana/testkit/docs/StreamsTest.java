package dev.ilana.testkit.docs;

import static dev.ilana.testkit.docs.User.AGE;
import static dev.ilana.testkit.docs.User.ID;
import static dev.ilana.testkit.docs.User.NAME;
import static dev.ilana.testkit.docs.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.error.InvalidCursorException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.query.Chunk;
import dev.ilana.query.CursorPage;
import dev.ilana.query.Row;
import dev.ilana.query.SimplePage;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The Java of {@code docs/streams.md}. */
class StreamsTest extends PageTest {

    private final AtomicInteger processed = new AtomicInteger();

    @BeforeEach
    void users() {
        stored("Ada", 36);
        stored("Alan", 12);
        stored("Grace", 70);
    }

    @Test
    void cursor() {
        // tag::cursor
        Flux<User> everyone = USERS.with(User.POSTS)
                .orderBy(NAME)
                .cursor(500); // 500 users in memory, each with its posts; one connection until the last
        // end::cursor

        assertThat(list(everyone)).extracting(User::name).containsExactly("Ada", "Alan", "Grace");
    }

    @Test
    void transaction() {
        // tag::transaction
        Mono<Long> changed = DB.transaction(() -> USERS.orderBy(NAME)
                .cursor(500)
                .concatMap(user -> user.age(40).save()) // on the connection of the transaction too
                .count());
        // end::transaction

        assertThat(run(changed)).isEqualTo(3);
        assertThat(list(USERS.orderBy(NAME).pluck(AGE))).containsExactly(40, 40, 40);
    }

    @Test
    void lazy() {
        // tag::lazy
        Mono<Void> done = USERS.with(User.POSTS)
                .orderByDesc(AGE)
                .lazy(500) // windows of 500, each behind the last user of the one before
                .concatMap(this::process) // may query and write as it likes
                .then();
        // end::lazy

        assertThat(value(done)).isNull();
        assertThat(processed).hasValue(3);
        assertThatThrownBy(() -> USERS.inRandomOrder().lazy(500)).isInstanceOf(InvalidUsageException.class);
    }

    @Test
    void chunk() {
        // tag::chunk
        Mono<Boolean> all = USERS.where(AGE.lt(40))
                .chunkById(
                        200,
                        users -> USERS.where(ID.in(users.pluck(ID)))
                                .update(AGE.to(40))); // what the work changes or removes skips no other
        Mono<Boolean> some = USERS.orderBy(NAME)
                .each(200, user -> process(user).then(processed.get() < 2 ? Mono.empty() : Mono.just(Chunk.STOP)));
        // end::chunk

        assertThat(run(all)).isTrue();
        assertThat(list(USERS.orderBy(NAME).pluck(AGE))).containsExactly(40, 40, 70);
        assertThat(run(some)).isFalse();
    }

    @Test
    void rows() {
        // tag::rows
        Flux<Row> rows = DB.table("users").select("name", "age").orderBy("age").lazy(500);
        Flux<Row> byEmail = DB.table("users").lazyById(500, "email"); // no value twice, and no null
        Flux<String> names = USERS.orderBy(NAME).select(NAME).cursor(500);
        // end::rows

        assertThat(list(rows.map(Row::names)).get(0)).containsExactly("name", "age");
        assertThat(list(byEmail)).hasSize(3);
        assertThat(list(names)).containsExactly("Ada", "Alan", "Grace");
    }

    @Test
    void simple() {
        // tag::simple
        Mono<SimplePage<User>> page = USERS.orderBy(NAME).simplePaginate(1, 2); // data and hasMore; nothing is counted
        // end::simple

        assertThat(run(page).data()).extracting(User::name).containsExactly("Ada", "Alan");
        assertThat(run(page).hasMore()).isTrue();
    }

    // tag::handler
    Mono<CursorPage<String>> names(@Nullable String cursor) {
        return USERS.orderBy(AGE.desc().nullsLast())
                .orderBy(NAME)
                .cursorPaginate(2, cursor) // the first page for null
                .map(page -> page.withPath("/users").map(User::name));
    }
    // end::handler

    @Test
    void cursors() {
        CursorPage<String> first = run(names(null));
        CursorPage<String> second = run(names(Objects.requireNonNull(first.nextCursor())));

        assertThat(first.data()).containsExactly("Grace", "Ada");
        assertThat(second.data()).containsExactly("Alan");
        assertThat(run(names(second.prevCursor())).data()).isEqualTo(first.data());
        assertThatThrownBy(() -> run(names(first.nextCursor() + "x"))).isInstanceOf(InvalidCursorException.class);
    }

    @Test
    void key() {
        String secret = "MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
        String url = "h2:mem:streams-key";
        // tag::key
        Database database = Database.builder(url)
                .withCursorKey(secret) // 32 bytes in Base64: openssl rand -base64 32
                .build();
        // end::key

        assertThat(database.signature(new byte[] {1})).hasSize(32);
        assertThat(List.of(database.signature(new byte[] {1})))
                .containsExactly(
                        Database.builder(url).withCursorKey(secret).build().signature(new byte[] {1}));
    }

    private Mono<Void> process(User user) {
        return Mono.fromRunnable(() -> {
            assertThat(user.name()).isNotEmpty();
            processed.incrementAndGet();
        });
    }
}
