package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.Post.POSTS;
import static dev.ilana.testkit.contract.blog.User.AGE;
import static dev.ilana.testkit.contract.blog.User.KIND;
import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.PREFS;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.connection.CachedRows;
import dev.ilana.connection.Database;
import dev.ilana.connection.QueryCache;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.model.ModelQuery;
import dev.ilana.query.Row;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.contract.blog.User.Kind;
import dev.ilana.testkit.contract.blog.User.Prefs;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A remembered result is the one the database would give, but for the time it may be old. */
public interface CacheContract extends BlogContract {

    Duration LONG = Duration.ofMinutes(1);

    @BeforeEach
    default void twoUsers(Runner run) {
        run.list(USERS.insertMany(Flux.just(
                User.named("Ada").age(36).set(KIND, Kind.ADMIN).set(PREFS, new Prefs("dark", 12)), User.named("Bob"))));
        run.forgetStatements();
    }

    private static List<User> remembered(Runner run) {
        return run.list(USERS.query().orderBy(NAME).remember(LONG).get());
    }

    @Test
    @Feature("9.6")
    default void theSecondTimeNothingIsSent(Runner run) {
        List<User> first = remembered(run);
        List<User> second = remembered(run);

        assertThat(run.statements()).hasSize(1);
        assertThat(second).extracting(User::name).containsExactly("Ada", "Bob");
        // models of one's own, to change as one likes
        first.get(0).name("changed");
        assertThat(remembered(run).get(0).name()).isEqualTo("Ada");
        assertThat(second.get(0)).isNotSameAs(first.get(0));
        assertThat(second.get(0).isDirty()).isFalse();
    }

    @Test
    @Feature("9.6")
    default void whatComesFromTheCacheIsWhatTheDatabaseGave(Runner run) {
        User fresh = run.get(USERS.where(NAME.eq("Ada")).first());
        run.get(USERS.where(NAME.eq("Ada")).remember(LONG).first());
        run.forgetStatements();
        User cached = run.get(USERS.where(NAME.eq("Ada")).remember(LONG).first());

        assertThat(run.statements()).isEmpty();
        USERS.columns()
                .forEach(column -> assertThat(cached.getAttribute(column.name()))
                        .as(column.name())
                        .isEqualTo(fresh.getAttribute(column.name())));
        assertThat(cached.get(PREFS)).isEqualTo(new Prefs("dark", 12));
    }

    @Test
    @Feature("9.6")
    default void rowsCountsAndProjectionsAreRememberedToo(Runner run) {
        for (int i = 0; i < 2; i++) {
            assertThat(run.list(DB.table("users").orderBy("name").remember(LONG).get()))
                    .extracting(row -> row.get("name"))
                    .containsExactly("Ada", "Bob");
            assertThat(run.get(USERS.query().remember(LONG).count())).isEqualTo(2);
            assertThat(run.get(USERS.where(AGE.gt(40)).remember(LONG).exists())).isFalse();
            assertThat(run.list(USERS.query().orderBy(NAME).remember(LONG).pluck(NAME)))
                    .containsExactly("Ada", "Bob");
            assertThat(run.get(USERS.query().remember(LONG).max(AGE))).isEqualTo(36);
        }
        assertThat(run.statements()).hasSize(5);
    }

    @Test
    @Feature("9.6")
    default void otherValuesAreAnotherResult(Runner run) {
        ModelQuery<User> ada = USERS.where(NAME.eq("Ada")).remember(LONG);
        ModelQuery<User> bob = USERS.where(NAME.eq("Bob")).remember(LONG);
        assertThat(run.get(ada.first()).name()).isEqualTo("Ada");
        assertThat(run.get(bob.first()).name()).isEqualTo("Bob");
        assertThat(run.list(USERS.whereIn("name", List.of("Ada")).remember(LONG).get()))
                .hasSize(1);
        assertThat(run.list(USERS.whereIn("name", List.of("Ada", "Bob"))
                        .remember(LONG)
                        .get()))
                .hasSize(2);
    }

    @Test
    @Feature("9.6")
    default void aWriteToItsTableForgetsIt(Runner run) {
        User ada = remembered(run).get(0);
        run.get(ada.name("Ada L.").save());
        assertThat(remembered(run)).extracting(User::name).containsExactly("Ada L.", "Bob");
        run.get(USERS.where(NAME.eq("Bob")).delete());
        assertThat(remembered(run)).extracting(User::name).containsExactly("Ada L.");
        run.get(DB.table("users").where("name", "Ada L.").update(Map.of("name", "Ada")));
        assertThat(remembered(run)).extracting(User::name).containsExactly("Ada");
        run.get(User.named("Cy").save());
        assertThat(remembered(run)).extracting(User::name).containsExactly("Ada", "Cy");
        run.get(DB.statement("update users set name = ? where name = ?", "Cyrus", "Cy"));
        assertThat(remembered(run)).extracting(User::name).containsExactly("Ada", "Cyrus");
    }

    @Test
    @Feature("9.6")
    default void aWriteToAnotherTableDoesNot(Runner run) {
        User ada = remembered(run).get(0);
        run.get(ada.posts().create(Map.of("title", "Hello")));
        run.forgetStatements();
        assertThat(remembered(run)).hasSize(2);
        assertThat(run.statements()).isEmpty();
    }

    @Test
    @Feature("9.6")
    default void aQueryOfTwoTablesIsForgottenByAWriteToEither(Runner run) {
        ModelQuery<User> writers = USERS.has(User.POSTS).remember(LONG);
        User ada = run.get(USERS.where(NAME.eq("Ada")).first());
        assertThat(run.list(writers.get())).isEmpty();
        Post post = run.get(ada.posts().create(Map.of("title", "Hello")));
        assertThat(run.list(writers.get())).hasSize(1);
        run.get(post.delete());
        assertThat(run.list(writers.get())).isEmpty();
        assertThat(run.get(POSTS.count())).isZero();
    }

    @Test
    @Feature("9.6")
    default void aTransactionThatHasWrittenSeesWhatItWroteAndForgetsAtItsCommit(Runner run) {
        assertThat(remembered(run)).hasSize(2);
        List<String> inside = run.get(DB.transaction(() -> USERS.where(NAME.eq("Bob"))
                .update(NAME.to("Robert"))
                .then(USERS.query()
                        .orderBy(NAME)
                        .remember(LONG)
                        .get()
                        .map(User::name)
                        .collectList())));
        assertThat(inside).containsExactly("Ada", "Robert");
        assertThat(remembered(run)).extracting(User::name).containsExactly("Ada", "Robert");
    }

    @Test
    @Feature("9.6")
    default void whatARolledBackTransactionReadIsNotKept(Runner run) {
        Throwable refused = run.error(DB.transaction(() -> USERS.where(NAME.eq("Bob"))
                .update(NAME.to("Robert"))
                .then(USERS.query().orderBy(NAME).remember(LONG).get().collectList())
                .then(Mono.error(new IllegalStateException("no")))));
        assertThat(refused).hasMessage("no");
        assertThat(remembered(run)).extracting(User::name).containsExactly("Ada", "Bob");
    }

    @Test
    @Feature("9.6")
    default void anOldResultIsAskedForAnew(Runner run) {
        Mono<Long> count = USERS.query().remember(Duration.ofMillis(200)).count();
        assertThat(run.get(count.delayElement(Duration.ofMillis(300)).then(count)))
                .isEqualTo(2);
        assertThat(run.statements()).hasSize(2);
    }

    @Test
    @Feature("9.6")
    default void aResultCanNotBeRememberedForNoTime(Runner run) {
        assertThatThrownBy(() -> USERS.query().remember(Duration.ZERO)).isInstanceOf(InvalidUsageException.class);
        assertThat(run.statements()).isEmpty();
    }

    @Test
    @Feature("9.6")
    default void aStoreThatFailsCostsNoMoreThanTheQuery(Runner run) {
        QueryCache broken = new QueryCache() {
            @Override
            public Mono<CachedRows> get(String key) {
                return Mono.error(new IllegalStateException("broken"));
            }

            @Override
            public Mono<Void> put(String key, CachedRows result, Set<String> tables, Duration duration) {
                return Mono.error(new IllegalStateException("broken"));
            }

            @Override
            public Mono<Void> forget(Set<String> tables) {
                return Mono.error(new IllegalStateException("broken"));
            }

            @Override
            public Mono<Void> clear() {
                return Mono.error(new IllegalStateException("broken"));
            }
        };
        Database database = Database.builder(run.url()).withCache(broken).build();
        Mono<List<Row>> rows =
                DB.table("users").on(database).remember(LONG).get().collectList();
        Mono<Long> write = DB.table("users").on(database).everything().update(Map.of("age", 40));
        assertThat(run.get(rows)).hasSize(2);
        assertThat(run.get(write)).isEqualTo(2);
        assertThat(run.get(database.close().thenReturn(true))).isTrue();
    }
}
