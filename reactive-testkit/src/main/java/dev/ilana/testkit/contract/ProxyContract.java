package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.ID;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.POSTS;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.connection.QueryListener;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import io.r2dbc.proxy.ProxyConnectionFactory;
import io.r2dbc.spi.ConnectionFactory;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A connection factory under a proxy of r2dbc-proxy is as good as any, and the proxy sees what our listener is told. */
public interface ProxyContract extends BlogContract {

    /** A database over a driver's connections under a proxy, and the texts that the proxy saw. */
    record Proxied(Watched watched, List<String> seen) {

        static Proxied on(Runner run) {
            List<String> seen = new CopyOnWriteArrayList<>();
            ConnectionFactory proxy = ProxyConnectionFactory.builder(OwnFactory.of(run))
                    // Of one that fails or is let go of, it tells the end twice.
                    .onBeforeQuery(info -> info.getQueries().forEach(query -> seen.add(query.getQuery())))
                    .build();
            return new Proxied(Watched.by(Database.builder(proxy, run.database().dialect())), seen);
        }

        List<String> told() {
            return watched.queries().stream().map(QueryListener.Query::sql).toList();
        }

        @CanIgnoreReturnValue
        <T> T get(Runner run, Mono<T> work) {
            return run.get(work.contextWrite(watched.database().use()));
        }
    }

    @Test
    @Feature("1.9")
    default void queriesAndTransactionsAreSeenByBoth(Runner run) {
        Proxied proxied = Proxied.on(run);
        User ada = proxied.get(run, DB.transaction(() -> User.named("Ada").save()));
        proxied.get(run, Post.by(ada, "Hello").save());
        Mono<User> again = Mono.defer(() -> User.named("Ada").save());
        proxied.get(
                run,
                DB.transaction(() -> DB.transaction(() -> again)
                        .onErrorResume(
                                UniqueViolationException.class,
                                error -> User.named("Bob").save())));
        List<User> users = proxied.get(run, USERS.orderBy(ID).with(POSTS).get().collectList());

        assertThat(users).extracting(User::name).containsExactly("Ada", "Bob");
        assertThat(users.get(0).get(POSTS)).hasSize(1);
        assertThat(proxied.told()).hasSize(6);
        assertThat(proxied.seen()).containsExactlyElementsOf(proxied.told());
        assertThat(proxied.watched().transactions())
                .containsExactly("started 0", "committed 0", "started 0", "started 1", "rolled back 1", "committed 0");
    }

    @Test
    @Feature("1.9")
    default void aCursorIsSeenByBoth(Runner run) {
        run.list(USERS.insertMany(Flux.range(0, 250).map(i -> User.named("user" + i))));
        Proxied proxied = Proxied.on(run);

        assertThat(proxied.get(run, USERS.orderBy(ID).cursor(100).count())).isEqualTo(250);
        assertThat(proxied.told()).hasSizeGreaterThan(2);
        assertThat(proxied.seen()).containsExactlyElementsOf(proxied.told());
    }

    /** A COPY goes past the proxy, which has no word for it: our listener alone is told of that one. */
    @Test
    @Feature("1.9")
    default void rowsInBulkAreWritten(Runner run) {
        Proxied proxied = Proxied.on(run);
        List<User> users =
                IntStream.range(0, 2_000).mapToObj(i -> User.named("user" + i)).toList();

        assertThat(proxied.get(run, USERS.bulkInsert(users))).isEqualTo(2_000);
        assertThat(run.get(USERS.count())).isEqualTo(2_000);
        assertThat(run.get(USERS.where(NAME.eq("user1999")).count())).isEqualTo(1);
        List<String> statements =
                proxied.told().stream().filter(sql -> !sql.startsWith("copy ")).toList();
        assertThat(proxied.seen()).containsExactlyElementsOf(statements);
    }
}
