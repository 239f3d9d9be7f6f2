package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ilana.DB;
import dev.ilana.connection.Database;
import dev.ilana.connection.Propagation;
import dev.ilana.connection.TransactionOptions;
import dev.ilana.error.DatabaseException;
import dev.ilana.error.UniqueViolationException;
import dev.ilana.testkit.contract.blog.Post;
import dev.ilana.testkit.contract.blog.User;
import dev.ilana.testkit.database.DatabaseKind;
import dev.ilana.testkit.database.DatabaseTest;
import dev.ilana.testkit.database.IlanaTest;
import dev.ilana.testkit.database.Runner;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** PostgreSQL keeps the contract. */
@DatabaseTest(DatabaseKind.POSTGRESQL)
class PostgreSqlContractTest extends DialectContracts {

    /** How many sessions of this database other than the asking one have a transaction open. */
    private static final String OPEN_TRANSACTIONS =
            "select count(*) as open from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'";

    @Nested
    class Configurations implements ConfigurationContract {
        @Override
        public String zoneOfSession() {
            return "select current_setting('TimeZone')";
        }

        @Override
        public String openConnections() {
            return "select count(*) from pg_stat_activity where datname = current_database()";
        }

        @Override
        public String pause() {
            return "select pg_sleep(0.1)";
        }
    }

    @Nested
    class Injections implements InjectionContract {
        @Override
        public boolean storesNul() {
            return false;
        }
    }

    @Nested
    class Bulk implements BulkContract {
        @Override
        public int textsOfAnInsert() {
            return 2; // of one row, and of any number
        }

        @Override
        public int textsOfAnUpdate() {
            return 1;
        }

        private static List<User> people(int number) {
            return IntStream.range(0, number)
                    .mapToObj(n -> User.named("tab\t line\n \\N \\. back\\slash \"'{}, 🌙 " + n)
                            .set(User.AGE, n % 3 == 0 ? null : n)
                            .set(User.KIND, User.Kind.ADMIN))
                    .toList();
        }

        @Test
        @Feature("9.1")
        void manyModelsAreCopied(Runner run) {
            assertThat(run.get(User.USERS.bulkInsert(people(6_000)))).isEqualTo(6_000);

            // Before each, it is asked whether the table takes a COPY.
            assertThat(run.statements())
                    .hasSize(4)
                    .filteredOn(sql -> sql.startsWith("copy \"users\" ("))
                    .hasSize(2);
            List<User> stored = run.list(User.USERS.orderBy(User.ID).get());
            assertThat(stored)
                    .extracting(user -> user.get(User.NAME))
                    .containsExactlyElementsOf(people(6_000).stream()
                            .map(user -> user.get(User.NAME))
                            .toList());
            assertThat(stored.get(3).get(User.AGE)).isNull();
            assertThat(stored.get(4).get(User.AGE)).isEqualTo(4);
            assertThat(stored.get(4).get(User.KIND)).isEqualTo(User.Kind.ADMIN);
            assertThat(stored.get(4).get(User.USERS.createdAt())).isNotNull();
        }

        @Test
        @Feature("9.1")
        void inATransactionATableIsAskedOnceWhetherItTakesACopy(Runner run) {
            assertThat(run.get(DB.transaction(() -> User.USERS.bulkInsert(people(6_000)))))
                    .isEqualTo(6_000);

            assertThat(run.statements())
                    .satisfiesExactly(
                            question -> assertThat(question).contains("from pg_catalog.pg_class"),
                            first -> assertThat(first).startsWith("copy \"users\" ("),
                            second -> assertThat(second).startsWith("copy \"users\" ("));
            assertThat(run.get(User.USERS.count())).isEqualTo(6_000);
        }

        @Test
        @Feature("9.1")
        void aTableThatBecomesAnotherBetweenTwoBatchesIsCopiedToAsItIsThen(Runner run) {
            Mono<Long> firstBatch = User.USERS
                    .count()
                    .filter(count -> count == 5_000)
                    .repeatWhenEmpty(waits -> waits.delayElements(Duration.ofMillis(10)));
            Mono<Long> change = DB.statement("alter table users alter column age type bigint");
            List<User> all = people(6_000);
            Flux<User> people = Flux.concat(
                    Flux.fromIterable(all.subList(0, 5_001)),
                    Flux.defer(() -> firstBatch.then(change).thenMany(Flux.fromIterable(all.subList(5_001, 6_000)))));
            try {
                assertThat(run.get(User.USERS.bulkInsert(people))).isEqualTo(6_000);
                assertThat(run.get(User.USERS.where(User.AGE.eq(5_999)).count()))
                        .isOne();
            } finally {
                run.value(DB.statement("alter table users alter column age type integer"));
            }
        }

        @Test
        @Feature("9.1")
        void whatACopyIsRefusedIsTheErrorItIs(Runner run) {
            run.get(people(1).get(0).set(User.EMAIL, "taken@example.org").save());
            List<User> people = people(300);
            people.forEach(user -> user.set(User.EMAIL, user.get(User.NAME).hashCode() + "@example.org"));
            people.get(299).set(User.EMAIL, "taken@example.org");

            assertThat(run.error(User.USERS.bulkInsert(people)))
                    .isInstanceOf(UniqueViolationException.class)
                    .hasMessageNotContaining("taken@");
            assertThat(run.get(User.USERS.count())).isOne();
            assertThat(run.error(DB.transaction(() ->
                            User.USERS.bulkInsert(people(300)).then(Mono.error(new IllegalStateException("later"))))))
                    .hasMessage("later");
            assertThat(run.get(User.USERS.count())).isOne();
            run.assertNothingAcquired();
        }

        @Test
        @Feature("9.1")
        void aCopyThatNobodyWaitsForAnyMoreLeavesNoRow(Runner run) {
            Mono<Long> copied = DB.transaction(
                    () -> User.USERS.bulkInsert(people(300)),
                    TransactionOptions.DEFAULT.propagation(Propagation.REQUIRES_NEW));
            Mono<Long> locked = DB.transaction(() -> DB.statement("lock table users in exclusive mode")
                    .then(copied.timeout(Duration.ofMillis(500), Mono.just(-1L))));
            assertThat(run.get(locked)).as("waited for the lock").isEqualTo(-1);
            assertThat(run.get(User.USERS.count())).isZero();
            run.assertNothingAcquired();
        }

        @Test
        @Feature("9.1")
        void aTableThatTakesNoCopyIsInsertedInto(Runner run) {
            run.value(DB.statement("alter table users enable row level security"));
            run.forgetStatements();
            try {
                assertThat(run.get(DB.transaction(() -> User.USERS.bulkInsert(people(300)))))
                        .isEqualTo(300);
                assertThat(run.statements())
                        .satisfiesExactly(
                                question -> assertThat(question).contains("from pg_catalog.pg_class"),
                                insert -> assertThat(insert).startsWith("insert into"));
            } finally {
                run.value(DB.statement("alter table users disable row level security"));
            }
        }
    }

    @Nested
    class Dates implements DateContract {
        @Override
        public String twoHoursAhead() {
            return "?timeZone=Etc/GMT-2";
        }
    }

    @Nested
    class BulkTypes implements BulkTypeContract {
        @Override
        public Instant latestInstant() {
            return Instant.parse("+12024-02-29T23:59:59.999999Z");
        }

        /** Models that are copied go in the form of the server, those that are asked for their keys go as text. */
        @Test
        @Feature({"9.1", "5.1"})
        void whatIsCopiedIsWhatIsInserted(Runner run) {
            Random random = new Random(20261122);
            List<Sample> copied = samples(random, 400);
            List<Sample> inserted = copied.stream()
                    .map(sample -> {
                        Sample twin = new Sample();
                        Sample.SAMPLES.columns().stream()
                                .filter(column -> column != Sample.ID)
                                .forEach(column -> twin.setAttribute(column.name(), sample.get(column)));
                        return twin;
                    })
                    .toList();
            run.get(Sample.SAMPLES.bulkInsert(copied));
            run.list(Sample.SAMPLES.insertMany(Flux.fromIterable(inserted)));

            String columns = Sample.SAMPLES.columns().stream()
                    .filter(column -> column != Sample.ID)
                    .map(column -> "%s." + column.name() + "::text")
                    .collect(Collectors.joining(", "));
            Mono<Long> same = DB.select(
                            "select count(*) as n from samples a join samples b on b.id = a.id + 400 where ("
                                    + columns.replace("%s", "a") + ") is not distinct from ("
                                    + columns.replace("%s", "b") + ")")
                    .single()
                    .map(row -> row.get("n", Long.class));
            assertThat(run.get(same)).isEqualTo(400);
        }

        private static List<Sample> samples(Random random, int number) {
            return IntStream.range(0, number)
                    .mapToObj(n -> {
                        Sample sample = new Sample();
                        sample.set(Sample.BOOL, random.nextBoolean())
                                .set(Sample.SMALL, (short) random.nextInt())
                                .set(Sample.INTEGER, random.nextInt())
                                .set(Sample.BIG, random.nextLong())
                                .set(Sample.DECIMAL, BigDecimal.valueOf(random.nextInt(), random.nextInt(6)))
                                .set(Sample.REAL, random.nextFloat())
                                .set(Sample.DOUBLE, random.nextGaussian())
                                .set(Sample.STRING, "tab\t \\N 🌙 ".repeat(random.nextInt(8)))
                                .set(Sample.TEXT, n % 5 == 0 ? null : "")
                                .set(Sample.BINARY, new byte[random.nextInt(5)])
                                .set(Sample.DATE, LocalDate.ofEpochDay(random.nextInt(1_000_000) - 800_000))
                                .set(Sample.TIME, LocalTime.ofNanoOfDay(random.nextLong(86_399_000_000_000L)))
                                .set(
                                        Sample.DATE_TIME,
                                        LocalDateTime.of(2024, 3, 31, 2, 30).plusNanos(random.nextLong()))
                                .set(
                                        Sample.INSTANT,
                                        Instant.ofEpochSecond(random.nextInt() * 30L, random.nextInt(1_000_000_000)))
                                .set(Sample.UUID, new UUID(random.nextLong(), random.nextLong()))
                                .set(Sample.JSON, n % 7 == 0 ? null : new Settings("\"🌙", List.of(n), true))
                                .set(Sample.ENUM, Level.LOW);
                        return sample;
                    })
                    .toList();
        }

        /** A value that is too large for its column is refused as it is of one row. */
        @Test
        @Feature("9.1")
        void aCopyOfWhatAColumnCannotHoldIsRefused(Runner run) {
            run.value(DB.statement("alter table samples alter column a_big type integer"));
            List<Sample> samples = samples(new Random(1), 300);
            samples.forEach(sample -> sample.set(Sample.BIG, 1L));
            samples.get(299).set(Sample.BIG, 1L << 40);

            assertThat(run.error(Sample.SAMPLES.bulkInsert(samples))).isInstanceOf(DatabaseException.class);
            assertThat(run.get(Sample.SAMPLES.count())).isZero();
            run.assertNothingAcquired();
        }
    }

    @Nested
    class Lists implements ListContract {

        @Test
        @Feature("7.2")
        void listsOfAnyLengthAreOnePreparedStatement(Runner run) {
            Mono<Long> prepared = Flux.range(1, 40)
                    .concatMap(n -> Item.ITEMS
                            .whereIn("id", LongStream.rangeClosed(1, n).boxed().toList())
                            .where("text", "<>", "no " + n)
                            .get())
                    .thenMany(DB.select(
                            "select count(*) as n from pg_prepared_statements where statement like ?",
                            "%where \"id\" = any($1) and \"text\" <> $2"))
                    .single()
                    .map(row -> row.get("n", Long.class));

            assertThat(run.get(DB.transaction(() -> prepared))).isEqualTo(1);
        }

        /** Only what is prepared is read in binary. */
        @Test
        @Feature("12.2")
        void aQueryWithoutAValueIsPreparedToo(Runner run) {
            Mono<Long> prepared = Item.ITEMS
                    .query()
                    .get()
                    .thenMany(DB.select(
                            "select count(*) as n from pg_prepared_statements where statement like ?",
                            "select % from \"items\""))
                    .single()
                    .map(row -> row.get("n", Long.class));

            assertThat(run.get(DB.transaction(() -> prepared))).isEqualTo(1);
        }
    }

    @Nested
    class FullText implements FullTextContract {
        @Override
        public List<String> fullTextIndexes() {
            return List.of("create index articles_body on articles using gin (to_tsvector('english', body))");
        }
    }

    @Nested
    class Types implements TypeContract {

        /** The driver would be days off: it counts by the Julian calendar there. */
        @Test
        @Feature("5.1")
        void anInstantOfLongAgoIsWhatTheDatabaseHas(Runner run) {
            Instant battle = Instant.parse("1066-10-14T09:00:00Z");
            Sample sample = run.get(new Sample().set(Sample.INSTANT, battle).save());

            assertThat(run.get(Sample.SAMPLES.find(sample.get(Sample.ID))).get(Sample.INSTANT))
                    .isEqualTo(battle);
            assertThat(run.list(DB.select("select an_instant, an_instant::text as said from samples")))
                    .singleElement()
                    .satisfies(row -> {
                        assertThat(row.get("an_instant", Instant.class)).isEqualTo(battle);
                        assertThat(row.get("said", String.class)).isEqualTo("1066-10-14 09:00:00+00");
                    });
        }
    }

    @Nested
    class Wipes implements WipeContract {
        @Override
        public Map<String, String> things() {
            return Map.of(
                    "create view city_names as select name from cities", "view city_names",
                    "create materialized view city_count as select count(*) from cities",
                            "materialized view city_count",
                    "create sequence numbers", "sequence numbers",
                    "create type mood as enum ('sad', 'glad')", "type mood",
                    "create type place as (x int, y int)", "type place",
                    "create type span as range (subtype = int)", "type span",
                    "create domain percentage as int check (value < 101)", "domain percentage",
                    "create function \"Twice\"(n int, \"mood\" text) returns int language sql as 'select 2 * n'",
                            "function \"Twice\"(integer,text)",
                    "create procedure nothing() language sql as 'select 1'", "procedure nothing()",
                    "create aggregate longest(int) (sfunc = int4larger, stype = int)", "aggregate longest(integer)");
        }
    }

    @Nested
    class SqlMigrations implements SqlMigrationContract {
        @Override
        public String file() {
            return """
                    -- up
                    create table notes (id int primary key, body text);
                    create function add_note(text) returns void language plpgsql as $body$
                    begin
                      insert into notes (id, body) select count(*) + 1, $1 from notes; -- $$
                    end
                    $body$;
                    select add_note(E'a\\x3b b'), add_note('it''s'); /* and /* so; */ on; */
                    create function last_note() returns text begin atomic
                      select body from notes order by id desc limit 1;
                    end;
                    do $$ begin perform add_note('-- down'); end $$;
                    -- down
                    drop function last_note();
                    drop function add_note(text);
                    drop table notes;
                    """;
        }
    }

    @Nested
    class MigrationSafety implements MigrationSafetyContract {
        /** In a new database everybody may make tables before version 15. */
        @Override
        public List<String> readerOf(String database, String name, String password) {
            String grant = "grant select on all tables in schema public to " + name;
            return password.isEmpty()
                    ? List.of(grant)
                    : List.of(
                            "create role " + name + " login password '" + password + "'",
                            "revoke create on schema public from public",
                            grant);
        }

        @Override
        public List<String> withoutReader(String name) {
            return List.of("drop owned by " + name, "drop role " + name);
        }
    }

    @Nested
    class Errors implements ErrorContract, PostgreSqlCuts {
        @Override
        public String impatientLocks() {
            return "set lock_timeout = '100ms'";
        }

        @Override
        public String[] statementThatTimesOut() {
            return new String[] {"set statement_timeout = '100ms'", "select pg_sleep(5)"};
        }
    }

    @Nested
    class StreamLives implements StreamLifeContract {
        @Override
        public String openTransactions() {
            return OPEN_TRANSACTIONS;
        }
    }

    @Nested
    class CursorPageTypes implements CursorPageTypeContract {}

    @Nested
    class Cancellations implements CancellationContract {
        @Override
        public String openTransactions() {
            return OPEN_TRANSACTIONS;
        }
    }

    @Nested
    class Transfers implements TransferContract, PostgreSqlCuts {}

    @Nested
    class TransactionEnds implements TransactionEndContract {
        @Override
        public String openTransactions() {
            return OPEN_TRANSACTIONS;
        }
    }

    @Nested
    class ServerCancels implements ServerCancelContract {
        @Override
        public String sleep() {
            return "select pg_sleep(%s)";
        }

        @Override
        public String sleeping() {
            return "select count(*) as running from pg_stat_activity"
                    + " where datname = current_database() and state = 'active' and query like 'select pg_sleep%'";
        }

        @Test
        @Feature("14.5")
        void aPoolOfOnesOwnIsServedToo(Runner run) {
            ConnectionPool pool = new ConnectionPool(ConnectionPoolConfiguration.builder(OwnFactory.of(run))
                    .maxSize(1)
                    .build());
            Database own = Database.of(pool, run.database().dialect());
            Duration took = run.get(DB.statement("select pg_sleep(30)")
                    .timeout(Duration.ofMillis(300), Mono.empty())
                    .then(User.USERS.count())
                    .contextWrite(own.use())
                    .elapsed()
                    .map(result -> Duration.ofMillis(result.getT1())));

            assertThat(took).isLessThan(Duration.ofSeconds(5));
            run.value(pool.disposeLater());
        }
    }

    @Nested
    @IlanaTest(
            value = DatabaseKind.POSTGRESQL,
            models = {User.class, Post.class})
    class Rollbacks implements RollbackContract {}

    @Nested
    @IlanaTest(
            value = DatabaseKind.POSTGRESQL,
            models = {User.class, Post.class})
    class Assertions implements AssertionContract {}
}
