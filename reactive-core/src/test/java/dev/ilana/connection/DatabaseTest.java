package dev.ilana.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.dialect.Dialects;
import dev.ilana.error.BadSqlException;
import dev.ilana.error.InvalidConfigurationException;
import dev.ilana.error.NoDatabaseException;
import dev.ilana.error.PoolTimeoutException;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.query.Query;
import dev.ilana.sql.Sql;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.util.context.Context;

/** A statement runs where it was told to, and is heard. */
class DatabaseTest extends PeopleDatabase {

    // Where a statement runs

    @Test
    void h2RunsOnAWorkerThreadOfItsConnectionAndNeverOnTheSubscribers() {
        RecordingFactory driver = new RecordingFactory("r2dbc:h2:mem:///" + name);
        Database recorded = Database.of(driver, Dialects.H2);
        String here = Thread.currentThread().getName();
        StepVerifier.create(recorded.transaction(() ->
                        insert("Ada").thenMany(Query.table("people").get()).collectList()))
                .expectNextCount(1)
                .expectComplete()
                .verify(LONG);
        List<RecordingFactory.Call> executions = driver.calls.stream()
                .filter(call -> call.what().startsWith("execute")
                        || call.what().endsWith("Transaction")
                        || call.what().equals("close"))
                .toList();
        assertThat(executions)
                .hasSizeGreaterThanOrEqualTo(5)
                .allSatisfy(call ->
                        assertThat(call.thread()).startsWith("ilana-worker-").isNotEqualTo(here));
        assertThat(executions.stream().map(RecordingFactory.Call::thread).distinct())
                .hasSize(1);
    }

    @Test
    void aRowIsReadOnTheWorkerThreadToo() {
        insertNow("Ada");
        StepVerifier.create(database.executor()
                        .list(
                                Sql.of("select name from people"),
                                (row, metadata) -> Thread.currentThread().getName())
                        .contextWrite(database.use()))
                .assertNext(threads -> assertThat(threads)
                        .singleElement(org.assertj.core.api.InstanceOfAssertFactories.STRING)
                        .startsWith("ilana-worker-"))
                .expectComplete()
                .verify(LONG);
    }

    @Test
    void nothingIsSentBeforeSubscription() {
        RecordingFactory driver = new RecordingFactory("r2dbc:h2:mem:///" + name);
        Database recorded = Database.of(driver, Dialects.H2);
        Mono<Long> insert = recorded.transaction(() -> insert("Ada"));
        assertThat(insert).isNotNull();
        assertThat(driver.calls).isEmpty();
    }

    @Test
    void aPoolThatIsFullSaysSo() {
        Database one = Database.builder("h2:mem:" + name)
                .withPool(PoolSettings.DEFAULT.withMaxSize(1).withAcquireTimeout(Duration.ofMillis(200)))
                .build();
        Mono<Long> onASecondConnection =
                count().contextWrite(context -> one.use().apply(Context.empty()));
        StepVerifier.create(one.transaction(() -> onASecondConnection))
                .expectError(PoolTimeoutException.class)
                .verify(LONG);
        StepVerifier.create(one.close()).expectComplete().verify(LONG);
    }

    // Which database

    @Nested
    class Which {

        @BeforeEach
        @AfterEach
        void forget() {
            Databases.clearDefault();
        }

        @Test
        void withoutAnyTheErrorSaysHowToNameOne() {
            StepVerifier.create(Query.table("people").get())
                    .expectErrorSatisfies(error -> assertThat(error)
                            .isInstanceOf(NoDatabaseException.class)
                            .hasMessage(
                                    "no database to run on: write the chain with contextWrite(database.use()), or set"
                                            + " one with DB.setDefault(database)"))
                    .verify(LONG);
        }

        @Test
        void theContextWinsOverTheDefaultAndTheQuerysOwnWordOverBoth() {
            Database other = Database.connect("h2:mem:" + name + "_other");
            insertNow("Ada");
            Databases.setDefault(other);
            StepVerifier.create(Query.table("people").count())
                    .expectError(BadSqlException.class)
                    .verify(LONG);
            StepVerifier.create(Query.table("people").count().contextWrite(database.use()))
                    .expectNext(1L)
                    .expectComplete()
                    .verify(LONG);
            StepVerifier.create(Query.table("people").on(database).count().contextWrite(other.use()))
                    .expectNext(1L)
                    .expectComplete()
                    .verify(LONG);
            StepVerifier.create(other.close()).expectComplete().verify(LONG);
        }

        @Test
        void aNamedDatabaseIsFoundByItsName() {
            Databases.register("reports_" + name, database);
            assertThat(Databases.named("reports_" + name)).isSameAs(database);
            assertThatThrownBy(() -> Databases.named("repotrs"))
                    .isInstanceOf(NoDatabaseException.class)
                    .hasMessageContaining("no database is named \"repotrs\"")
                    .hasMessageContaining("reports_" + name);
        }

        @Test
        void twoDatabasesHaveTransactionsOfTheirOwnInOneChain() {
            Database other = Database.connect("h2:mem:" + name + "_two");
            StepVerifier.create(other.executor().update(Sql.of("create table people (name varchar(20))")))
                    .expectNextCount(1)
                    .expectComplete()
                    .verify(LONG);
            StepVerifier.create(database.transaction(() -> insert("Ada")
                            .then(other.transaction(() -> insert("Bob")))
                            .then(Mono.error(new IllegalStateException("no")))))
                    .expectErrorMessage("no")
                    .verify(LONG);
            assertThat(names()).isEmpty();
            StepVerifier.create(Query.table("people").on(other).count())
                    .expectNext(1L)
                    .expectComplete()
                    .verify(LONG);
            StepVerifier.create(other.close()).expectComplete().verify(LONG);
        }

        @Test
        void aDatabaseThatIsNotThereIsMadeAllTheSame() {
            assertThatCode(() -> Database.connect("postgresql://ada:pw@nowhere.invalid/app"))
                    .doesNotThrowAnyException();
        }

        @Test
        void aUrlThatTheDriverRefusesIsRefusedAsAConfiguration() {
            assertThatThrownBy(() -> Database.connect("postgresql://nowhere.invalid/app"))
                    .isInstanceOf(InvalidConfigurationException.class);
        }
    }

    // What is heard and read

    @Test
    void theListenerHearsEachStatementWithItsRowsAndItsError() {
        heard.clear();
        insertNow("Ada");
        assertThat(names()).containsExactly("Ada");
        StepVerifier.create(insert("Ada").contextWrite(database.use()))
                .expectError(UniqueViolationException.class)
                .verify(LONG);
        assertThat(heard).hasSize(3);
        assertThat(heard.get(0).sql()).isEqualTo("insert into \"people\" (\"name\") values (?)");
        assertThat(heard.get(0).rows()).isEqualTo(1);
        assertThat(heard.get(0).error()).isNull();
        assertThat(heard.get(1).rows()).isEqualTo(1);
        assertThat(heard.get(2).rows()).isZero();
        assertThat(heard.get(2).error()).isInstanceOf(UniqueViolationException.class);
        assertThat(heard).allSatisfy(query -> assertThat(query.duration()).isPositive());
    }

    @Test
    void everyKindOfValueCanBeAskedForInAList() {
        run(
                "create table kinds (u uuid, t timestamp with time zone, d date, n numeric(9,2), f boolean, b varbinary(9))");
        Map<String, Object> row = Map.of(
                "u",
                UUID.fromString("00000000-0000-4000-8000-000000000001"),
                "t",
                Instant.parse("2026-11-21T12:00:00Z"),
                "d",
                java.time.LocalDate.of(2026, 11, 21),
                "n",
                new java.math.BigDecimal("1.50"),
                "f",
                true,
                "b",
                new byte[] {1, 2});
        StepVerifier.create(Query.table("kinds").on(database).insert(row))
                .expectNext(1L)
                .expectComplete()
                .verify(LONG);
        row.forEach((column, value) -> StepVerifier.create(Query.table("kinds")
                        .on(database)
                        .whereIn(column, List.of(value, value))
                        .count())
                .as(column)
                .expectNext(1L)
                .expectComplete()
                .verify(LONG));
    }

    @Test
    void aSemicolonInAStringCutsNothing() {
        run("create table texts (t varchar(20) default 'a; b')");
        run("insert into texts (t) values ('c; d'), (default)");
        StepVerifier.create(Query.table("texts").on(database).orderBy("t").pluck("t"))
                .expectNext("a; b", "c; d")
                .expectComplete()
                .verify(LONG);
    }
}
