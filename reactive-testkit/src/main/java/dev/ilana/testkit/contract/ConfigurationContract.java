package dev.ilana.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ilana.DB;
import dev.ilana.config.Configuration;
import dev.ilana.connection.Database;
import dev.ilana.connection.DatabaseBuilder;
import dev.ilana.connection.PoolSettings;
import dev.ilana.dialect.Capability;
import dev.ilana.error.ConnectionFailedException;
import dev.ilana.error.InvalidUsageException;
import dev.ilana.error.NoDatabaseException;
import dev.ilana.sql.Sql;
import dev.ilana.testkit.database.Needs;
import dev.ilana.testkit.database.Runner;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Databases are what their configuration says. */
@ResourceLock("the default database")
public interface ConfigurationContract extends SampleContract {

    /** A query of one column, {@code zone}: the time zone of the session that asks. */
    String zoneOfSession();

    /** A query of one column, {@code open}: how many connections to its database there are, and its own is one of them. */
    String openConnections();

    /** A query of one row that takes a tenth of a second. */
    default String pause() {
        return "";
    }

    /** Zones that the server knows without more, and what it calls them. */
    default Map<String, String> zones() {
        return Map.of(
                "America/New_York", "America/New_York",
                "Europe/Berlin", "Europe/Berlin",
                "Asia/Kolkata", "Asia/Kolkata");
    }

    @AfterEach
    default void forgetDatabases(Runner run) {
        run.value(DB.close());
    }

    private static Database database(Map<String, ?> settings) {
        return Database.builder(Configuration.of(Map.of("connections", Map.of("main", settings))), "main")
                .build();
    }

    private static Database with(Runner run, String key, Object value) {
        return database(Map.of("url", run.url(), key, value));
    }

    private static String text(Runner run, Database database, String sql) {
        return Objects.requireNonNull(run.get(
                DB.select(sql).single().map(row -> String.valueOf(row.get(0))).contextWrite(database.use())));
    }

    /** Where the test's database is, in parts. */
    private static Map<String, Object> parts(Runner run) {
        URI url = URI.create(run.url());
        Map<String, Object> parts = new HashMap<>();
        parts.put("driver", url.getScheme());
        if (url.getHost() == null) {
            parts.put("database", url.getSchemeSpecificPart());
            return parts;
        }
        String[] account = url.getUserInfo().split(":", 2);
        parts.put("host", url.getHost());
        parts.put("port", url.getPort());
        parts.put("database", url.getPath().substring(1));
        parts.put("username", account[0]);
        parts.put("password", account.length == 1 ? "" : account[1]);
        return parts;
    }

    private static ConnectionFactoryOptions ownOptions(Runner run) {
        Map<String, Object> parts = parts(run);
        if (!parts.containsKey("host")) {
            return ConnectionFactoryOptions.parse(
                    "r2dbc:h2:mem:///" + run.url().substring("h2:mem:".length()) + "?options=DATABASE_TO_LOWER=TRUE");
        }
        return ConnectionFactoryOptions.parse("r2dbc:"
                + run.database().dialect().driver().name()
                + run.url().substring(run.url().indexOf(':')));
    }

    // 1.1

    @Test
    @Feature("1.1")
    default void configuredDatabasesAreFoundByTheirNamesAndTheDefaultOneIsMeant(Runner run) {
        DB.configure(Configuration.of(Map.of(
                "default", "main",
                "connections.main.url", run.url(),
                "connections.reports.url", run.url())));

        assertThat(DB.defaultConnection()).isEqualTo("main");
        assertThat(DB.connection("reports").name()).isEqualTo("reports");
        assertThat(DB.hasConnection("main")).isTrue();
        assertThat(DB.hasConnection("reports")).isTrue();
        assertThat(DB.hasConnection("others")).isFalse();
        assertThat(DB.connection("reports")).isNotSameAs(DB.connection("main")).isSameAs(DB.connection("reports"));
        assertThat(Sample.SAMPLES.create(Sample.STRING.to("here")).block(Duration.ofSeconds(10)))
                .isNotNull();
        assertThat(run.get(Sample.SAMPLES
                        .count()
                        .contextWrite(DB.connection("reports").use())))
                .isOne();
        assertThatThrownBy(() -> DB.connection("others"))
                .isInstanceOf(NoDatabaseException.class)
                .hasMessage("no database is named \"others\"; named are [main, reports]");
    }

    @Test
    @Feature("1.1")
    default void whatCodeSaysCountsBeforeWhatIsConfigured(Runner run) {
        DB.configure(Configuration.of(Map.of("url", run.url(), "connections.reports.url", run.url())));
        Database own = Database.connect(run.url());
        DB.register("reports", own);
        assertThat(DB.connection("reports")).isSameAs(own);
        assertThat(DB.defaultConnection()).isEqualTo("default");

        DB.setDefault(own);
        assertThat(DB.defaultConnection()).isEqualTo("reports");
        DB.clearDefault();
        assertThat(DB.defaultConnection()).isEqualTo("default");
    }

    @Test
    @Feature("1.1")
    default void closingClosesAllAndForgetsThem(Runner run) {
        Configuration configuration = Configuration.of(Map.of("url", run.url()));
        DB.configure(configuration);
        Database before = DB.connection("default");
        run.value(Sample.SAMPLES.count().contextWrite(before.use()));
        assertThatThrownBy(() -> DB.configure(configuration))
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("DB.close()");

        run.value(DB.close());

        assertThat(DB.hasConnection("default")).isFalse();
        assertThatThrownBy(DB::defaultConnection).isInstanceOf(NoDatabaseException.class);
        assertThat(run.error(Sample.SAMPLES.count().contextWrite(before.use())))
                .isInstanceOf(ConnectionFailedException.class);
        DB.configure(configuration);
        assertThat(DB.connection("default")).isNotSameAs(before);
        assertThat(run.get(Sample.SAMPLES
                        .count()
                        .contextWrite(DB.connection("default").use())))
                .isZero();
    }

    @Test
    @Feature("1.1")
    default void aFactoryOfOnesOwnTakesAllButAPool(Runner run) {
        ConnectionFactory factory = ConnectionFactories.get(ownOptions(run));
        Instant noon = Instant.parse("2026-11-21T12:00:00Z");
        List<String> heard = new CopyOnWriteArrayList<>();
        DatabaseBuilder builder = Database.builder(factory, run.database().dialect())
                .withClock(Clock.fixed(noon, ZoneOffset.UTC))
                .withListener(query -> heard.add(query.sql()));
        Database own = builder.build();

        assertThat(run.get(Sample.SAMPLES.count().contextWrite(own.use()))).isZero();
        assertThat(own.now()).isEqualTo(noon);
        assertThat(heard).hasSize(1);
        assertThatThrownBy(() ->
                        builder.withPool(PoolSettings.DEFAULT.withMaxSize(3)).build())
                .isInstanceOf(InvalidUsageException.class)
                .hasMessageContaining("withPool");
    }

    // 1.2

    @Test
    @Feature("1.2")
    default void aConnectionIsSaidInParts(Runner run) {
        Database database = database(parts(run));
        run.value(Sample.SAMPLES.create(Sample.STRING.to("by parts")).contextWrite(database.use()));

        assertThat(run.get(Sample.SAMPLES.count())).isOne();
        assertThat(database.toString()).isEqualTo(run.database().toString());
        run.value(database.close());
    }

    @Test
    @Feature("1.2")
    @Needs(Capability.SCHEMA)
    default void namesAreLookedForInTheConnectionsSchema(Runner run) {
        run.value(DB.statement("create schema \"Ledger\""));
        Database ledger = with(run, "schema", "Ledger");
        run.value(DB.statement("create table entries (n integer)").contextWrite(ledger.use()));

        run.value(DB.table("entries").insert(Map.of("n", 7)).contextWrite(ledger.use()));

        assertThat(text(run, run.database(), "select n from \"Ledger\".entries"))
                .isEqualTo("7");
        Database both = with(run, "schema", List.of("public", "Ledger"));
        assertThat(run.get(Sample.SAMPLES.count().contextWrite(both.use()))).isZero();
        assertThat(text(run, both, "select n from entries")).isEqualTo("7");
        run.value(ledger.close());
        run.value(both.close());
        run.value(DB.statement("drop schema \"Ledger\" cascade"));
    }

    @Test
    @Feature("1.2")
    @Needs(Capability.SERVER)
    default void aServersCertificateIsLookedAtWhereThatIsAskedFor(Runner run) {
        Database open = with(run, "ssl", "disable");
        assertThat(run.get(Sample.SAMPLES.count().contextWrite(open.use()))).isZero();
        run.value(open.close());

        // The servers of tests have none, or one that they signed themselves.
        Database verified = with(run, "ssl", "verify-full");
        assertThat(run.error(Sample.SAMPLES.count().contextWrite(verified.use())))
                .isInstanceOf(ConnectionFailedException.class);
        run.value(verified.close());
    }

    // 1.3

    @Test
    @Feature("1.3")
    default void aPoolOpensItsLeastAtTheFirstUse(Runner run) {
        Database pooled = with(run, "pool", Map.of("min", 4, "max", 6));
        long others = others(run);

        assertThat(opened(run, pooled, others + 4)).isEqualTo(others + 4);
        run.value(pooled.close());
    }

    @Test
    @Feature("1.3")
    @Needs(Capability.SERVER)
    default void aWarmPoolIsServedBySeveralThreads(Runner run) {
        Database pooled = with(run, "pool", Map.of("min", 8, "max", 8));
        long all = others(run) + 8;
        assertThat(opened(run, pooled, all)).isEqualTo(all);

        // Eight at a time, each on a connection of its own.
        List<List<String>> threads = run.list(Flux.range(0, 8)
                .flatMap(i -> pooled.executor()
                        .list(
                                Sql.of(pause()),
                                (row, metadata) -> Thread.currentThread().getName())));

        assertThat(threads.stream().distinct())
                .hasSizeGreaterThanOrEqualTo(Math.min(4, Runtime.getRuntime().availableProcessors() | 1));
        run.value(pooled.close());
    }

    /** How many connections there are once it is that many, or after five seconds. */
    private long opened(Runner run, Database database, long expected) {
        long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        long open = open(run, database);
        while (open != expected && System.nanoTime() < deadline) {
            open = open(run, database);
        }
        return open;
    }

    /** How many there are without the pool: a server needs a moment to let go of those that were closed before. */
    private long others(Runner run) {
        long open = open(run, run.database());
        for (int same = 0; same < 10; ) {
            run.value(Mono.delay(Duration.ofMillis(20)));
            long later = open(run, run.database());
            same = later == open ? same + 1 : 0;
            open = later;
        }
        return open;
    }

    private long open(Runner run, Database database) {
        return Long.parseLong(text(run, database, openConnections()));
    }

    // 1.5

    @Test
    @Feature("1.5")
    default void filesAndTheEnvironmentSayWhereADatabaseIs(Runner run, @TempDir Path directory) throws IOException {
        Map<String, Object> parts = parts(run);
        Files.writeString(directory.resolve("ilana.properties"), """
                default = main
                connections.main.driver = %s
                connections.main.database = ${DATABASE}
                connections.main.pool.max = 2
                connections.main.pool.acquire-timeout = 3s
                """.formatted(parts.get("driver")));
        Files.writeString(directory.resolve(".env"), "DB_PASSWORD='" + parts.getOrDefault("password", "") + "'\n");
        Map<String, String> environment = new HashMap<>(Map.of("DATABASE", String.valueOf(parts.get("database"))));
        for (String part : List.of("host", "port", "username")) {
            if (parts.containsKey(part)) {
                environment.put("DB_" + part.toUpperCase(Locale.ROOT), String.valueOf(parts.get(part)));
            }
        }

        DB.configure(Configuration.read(directory, environment));

        run.value(Sample.SAMPLES
                .create(Sample.STRING.to("by files"))
                .contextWrite(DB.connection("main").use()));
        assertThat(run.get(Sample.SAMPLES.count())).isOne();
    }

    // 1.6

    @Test
    @Feature("1.6")
    default void instantsAreTheSameInEveryZoneOfTheConnection(Runner run) {
        List<Instant> instants = List.of(
                Instant.parse("2024-03-10T07:30:00Z"), // within New York's missing hour
                Instant.parse("2024-11-03T06:30:00Z"), // within New York's hour that comes twice
                Instant.parse("2024-03-31T01:30:00.123456Z"), // within Berlin's missing hour
                Instant.parse("1969-12-31T23:59:59.999999Z"));
        zones().forEach((zone, called) -> {
            Database there = with(run, "timezone", zone);
            assertThat(text(run, there, zoneOfSession())).isEqualTo(called);
            for (Instant instant : instants) {
                long id = run.get(Sample.SAMPLES
                        .create(Sample.INSTANT.to(instant))
                        .map(sample -> sample.get(Sample.ID))
                        .contextWrite(there.use()));
                assertThat(run.get(Sample.SAMPLES.find(id)).get(Sample.INSTANT)).isEqualTo(instant);
                assertThat(run.get(Sample.SAMPLES
                                        .where(Sample.INSTANT.eq(instant))
                                        .where(Sample.ID.eq(id))
                                        .first()
                                        .contextWrite(there.use()))
                                .get(Sample.INSTANT))
                        .as("%s in %s", instant, zone)
                        .isEqualTo(instant);
            }
            run.value(there.close());
        });
    }

    @Test
    @Feature("1.6")
    default void aConnectionsZoneCountsBeforeThatOfAll(Runner run) {
        List<Map.Entry<String, String>> zones = new ArrayList<>(zones().entrySet());
        Configuration configuration = Configuration.of(Map.of(
                "timezone", zones.get(0).getKey(),
                "connections.main.url", run.url(),
                "connections.own.url", run.url(),
                "connections.own.timezone", zones.get(1).getKey()));
        Database main = Database.builder(configuration, "main").build();
        Database own = Database.builder(configuration, "own").build();

        assertThat(text(run, main, zoneOfSession())).isEqualTo(zones.get(0).getValue());
        assertThat(text(run, own, zoneOfSession())).isEqualTo(zones.get(1).getValue());
        run.value(main.close());
        run.value(own.close());
    }
}
