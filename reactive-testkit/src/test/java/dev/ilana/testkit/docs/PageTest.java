package dev.ilana.testkit.docs;

import dev.ilana.connection.Database;
import dev.ilana.connection.PoolSettings;
import dev.ilana.connection.QueryListener;
import dev.ilana.schema.migrate.Migrator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The Java of a page, run on an H2 of each test's own with the tables of the pages' models. */
abstract class PageTest {

    private final List<QueryListener.Query> statements = new CopyOnWriteArrayList<>();

    final Database db = Database.builder("h2:mem:" + UUID.randomUUID())
            .withPool(PoolSettings.DEFAULT.withMaxSize(4))
            .withListener(statements::add)
            .build();

    @BeforeEach
    void tables() {
        list(Migrator.of(db, List.of(new M20261121_093000_CreateUsersTable(), new M20261121_093100_CreateBlogTables()))
                .migrate());
        statements.clear();
    }

    @AfterEach
    void close() {
        db.close().block();
    }

    final User stored(String name, int age) {
        return run(new User()
                .name(name)
                .email(name + "@example.org")
                .age(age)
                .set(User.PREFS, new User.Prefs("light", 12))
                .save());
    }

    /** Two users with seven posts each, of which one has been read a lot, and a comment on each post. */
    final void blog() {
        int number = 0;
        for (User user : List.of(stored("Ada", 36), stored("Alan", 41))) {
            for (int i = 0; i < 7; i++) {
                number++;
                Post post = run(user.posts().create(Map.of("title", "post" + number, "views", number == 1 ? 900 : 1)));
                run(Post.COMMENTS.of(post).create(Map.of("body", "of post" + number)));
            }
        }
        statements.clear();
    }

    final List<String> statements() {
        return statements.stream().map(QueryListener.Query::sql).toList();
    }

    final <T> @Nullable T value(Mono<T> mono) {
        return mono.contextWrite(db.use()).block();
    }

    final <T> T run(Mono<T> mono) {
        return Objects.requireNonNull(value(mono), "the chain is empty");
    }

    final <T> List<T> list(Flux<T> flux) {
        return run(flux.collectList());
    }
}
