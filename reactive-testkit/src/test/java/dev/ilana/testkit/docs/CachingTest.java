package dev.ilana.testkit.docs;

import static dev.ilana.testkit.docs.User.KIND;
import static dev.ilana.testkit.docs.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.connection.Database;
import dev.ilana.connection.QueryCache;
import dev.ilana.testkit.docs.User.Kind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** The Java of {@code docs/caching.md}. */
class CachingTest extends PageTest {

    @Test
    void remember() {
        stored("Ada", 36);
        run(USERS.query().everything().update(KIND.to(Kind.ADMIN)));
        // tag::remember
        Flux<User> admins =
                USERS.where(KIND.eq(Kind.ADMIN)).remember(Duration.ofMinutes(5)).get();
        // end::remember

        assertThat(list(admins)).hasSize(1);
        assertThat(list(admins)).extracting(User::name).containsExactly("Ada");
    }

    @Test
    void store() {
        String url = "h2:mem:cached";
        // tag::store
        Database database = Database.builder(url)
                .withCache(QueryCache.inMemory(100_000)) // or your own QueryCache
                .build();
        // end::store

        assertThat(database.acquiredConnections()).isZero();
    }
}
