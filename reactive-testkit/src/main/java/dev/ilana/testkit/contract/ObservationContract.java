package dev.ilana.testkit.contract;

import static dev.ilana.testkit.contract.blog.User.NAME;
import static dev.ilana.testkit.contract.blog.User.USERS;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.connection.LogSettings;
import dev.ilana.connection.QueryListener;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.Runner;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

/** Who listens is told of each statement and of each transaction, once, and of no value unless it asked. */
public interface ObservationContract extends BlogContract {

    @CanIgnoreReturnValue
    private static <T> T on(Runner run, Database database, Mono<T> work) {
        return run.get(work.contextWrite(database.use()));
    }

    @Test
    @Feature("1.9")
    default void eachStatementIsToldWithItsRows(Runner run) {
        Watched watched = Watched.on(run);
        Database database = watched.database();
        on(
                run,
                database,
                Flux.just("Ada", "Bob")
                        .concatMap(name -> User.named(name).save())
                        .then(USERS.count()));
        on(run, database, USERS.orderBy(NAME).get().collectList());
        on(run, database, DB.table("users").where("name", "Ada").update(Map.of("age", 36)));

        assertThat(watched.queries())
                .extracting(query -> query.sql().substring(0, 6) + " " + query.rows())
                .containsExactly("insert 1", "insert 1", "select 1", "select 2", "update 1");
        assertThat(watched.queries()).allSatisfy(query -> {
            assertThat(query.connection()).isEqualTo("watched");
            assertThat(query.transaction()).isNull();
            assertThat(query.bindings()).isEmpty();
            assertThat(query.duration()).isPositive();
        });
        run.value(database.close());
    }

    @Test
    @Feature("1.9")
    default void valuesAreToldToWhoAsks(Runner run) {
        List<QueryListener.Query> told = new CopyOnWriteArrayList<>();
        Watched watched = Watched.on(run, builder -> builder.withListener(QueryListener.withBindings(told::add)));
        on(run, watched.database(), USERS.where(NAME.eq("Ada")).count());

        assertThat(told.get(0).bindings()).contains("Ada");
        assertThat(watched.queries().get(0).bindings()).isEmpty();
        run.value(watched.database().close());
    }

    @Test
    @Feature("1.9")
    default void aStatementThatFailsAndItsContextAreTold(Runner run) {
        Watched watched = Watched.on(run);
        Mono<User> save = Mono.defer(() -> User.named("Ada").save());
        Mono<Integer> twice = save.then(save)
                .thenReturn(0)
                .onErrorResume(UniqueViolationException.class, error -> Mono.just(1))
                .contextWrite(Context.of("tenant", "acme"));

        assertThat(on(run, watched.database(), twice)).isEqualTo(1);
        assertThat(watched.queries()).hasSize(2);
        assertThat(watched.queries().get(1).error()).isInstanceOf(UniqueViolationException.class);
        assertThat(watched.queries().get(1).context().<String>get("tenant")).isEqualTo("acme");
        run.value(watched.database().close());
    }

    @Test
    @Feature("1.9")
    default void aTransactionIsToldFromItsStartToItsEnd(Runner run) {
        Watched watched = Watched.on(run);
        Database database = watched.database();
        Mono<User> save = Mono.defer(() -> User.named("Ada").save());
        on(
                run,
                database,
                DB.transaction(() -> save.then(DB.transaction(() -> save)
                        .onErrorResume(UniqueViolationException.class, error -> Mono.empty())
                        .thenReturn(1))));
        run.error(DB.transaction(() -> save).contextWrite(database.use()));
        run.error(DB.transaction(() -> User.named("Bob").save().then(Mono.never()))
                .timeout(Duration.ofMillis(150))
                .contextWrite(database.use()));
        on(run, database, USERS.count());

        assertThat(watched.transactions())
                .containsExactly(
                        "started 0",
                        "started 1",
                        "rolled back 1",
                        "committed 0",
                        "started 0",
                        "rolled back 0",
                        "started 0",
                        "rolled back 0");
        List<QueryListener.Query> queries = watched.queries();
        Long first = queries.get(0).transaction();
        assertThat(first).isNotNull();
        assertThat(queries.get(1).transaction()).as("in its savepoint").isEqualTo(first);
        assertThat(queries.get(2).transaction()).as("in the next").isNotNull().isNotEqualTo(first);
        assertThat(queries.get(queries.size() - 1).transaction()).isNull();
        run.value(database.close());
    }

    @Test
    @Feature("1.9")
    default void aStatementThatIsLetGoOfIsToldWhenItEnds(Runner run) {
        Watched watched = Watched.on(run);
        Database database = watched.database();
        run.list(USERS.insertMany(Flux.range(0, 300).map(i -> User.named("user" + i))));
        for (int i = 0; i < 5; i++) {
            run.value(USERS.orderBy(NAME).get().take(Duration.ofNanos(1)).then().contextWrite(database.use()));
        }
        on(run, database, USERS.count());
        on(run, database, USERS.count());

        // Not all may have been sent; those that were have ended before the connection went back.
        assertThat(watched.queries()).hasSizeBetween(2, 7).allMatch(query -> query.error() == null);
        run.value(database.close());
    }

    @Test
    @Feature({"1.7", "1.9"})
    default void theLogHasStatementsAndSlowOnesWithoutTheirValues(Runner run) {
        LogSettings settings = LogSettings.OFF.withSql().withSlow(Duration.ZERO);
        Watched watched = Watched.on(run, builder -> builder.withLog(settings));
        try (LogRecording log = LogRecording.open()) {
            on(run, watched.database(), DB.transaction(() -> User.named("Ada").save()));

            assertThat(log.lines())
                    .satisfiesExactly(
                            begins -> assertThat(begins).matches("DEBUG transaction \\d+ of watched begins"),
                            sql -> assertThat(sql)
                                    .matches("DEBUG 1 row in \\d+ ms on watched, transaction \\d+: insert into .*"),
                            slow -> assertThat(slow)
                                    .matches(
                                            "WARN slow: 1 row in \\d+ ms on watched, transaction \\d+: insert into .*"),
                            ends -> assertThat(ends)
                                    .startsWith("DEBUG transaction ")
                                    .contains(" is committed after "))
                    .noneMatch(line -> line.contains("Ada"));
        }
        run.value(watched.database().close());
    }

    @Test
    @Feature("1.7")
    default void theLogHasValuesWhereTheyAreAskedFor(Runner run) {
        LogSettings settings = LogSettings.OFF.withSql().withBindings();
        Watched watched = Watched.on(run, builder -> builder.withLog(settings));
        try (LogRecording log = LogRecording.open()) {
            on(run, watched.database(), USERS.where(NAME.eq("Ada")).count());

            assertThat(log.lines()).singleElement().asString().endsWith(" [Ada]");
        }
        run.value(watched.database().close());
    }
}
